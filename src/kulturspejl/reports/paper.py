"""A day's forms on A4, for whoever has no phone: the same questions, letters and numbers as on the screen."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

from kulturspejl.drawing import spider
from kulturspejl.drawing.ink import PAPER
from kulturspejl.reports.press import press
from kulturspejl.reports.qr import qr_svg
from kulturspejl.reports.words import say

LAYOUT = "paper.typ"
CHARACTERS_A_LINE = 70
"""What a hand writes on one ruled line across the page, about."""
MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class Ruled:
    """Something to write: ruled lines under a question, enough for `longest` characters."""

    label: str
    longest: int
    kind: Literal["ruled"] = "ruled"


@dataclass(frozen=True, slots=True)
class Numbers:
    """Statements, each with the numbers `least` to `most` to put a ring round; under it where they are many."""

    statements: tuple[str, ...]
    least: int
    most: int
    low: str
    high: str
    is_wide: bool = False
    kind: Literal["numbers"] = "numbers"


@dataclass(frozen=True, slots=True)
class Poles:
    """Pairs of opposites, each with seven places to put a mark: (low, what it says, high, what it says)."""

    rows: tuple[tuple[str, str, str, str], ...]
    steps: int
    kind: Literal["poles"] = "poles"


@dataclass(frozen=True, slots=True)
class Texts:
    """Names with a text each, to choose by: (mark, name, text)."""

    rows: tuple[tuple[str, str, str], ...]
    kind: Literal["texts"] = "texts"


@dataclass(frozen=True, slots=True)
class Square:
    """A field of four to put a cross in: names up left, up right, down left, down right; axes (label, low, high)."""

    corners: tuple[str, str, str, str]
    x: tuple[str, str, str]
    y: tuple[str, str, str]
    kind: Literal["square"] = "square"


@dataclass(frozen=True, slots=True)
class Sides:
    """Two sides to write beside each other: (heading, what the left is asked, what the right is asked)."""

    left: str
    right: str
    rows: tuple[tuple[str, str, str], ...]
    kind: Literal["sides"] = "sides"


@dataclass(frozen=True, slots=True)
class Head:
    """What the fields under it are about, where a step asks about several things."""

    label: str
    kind: Literal["head"] = "head"


@dataclass(frozen=True, slots=True)
class Ticks:
    """One of several."""

    label: str
    options: tuple[str, ...]
    kind: Literal["ticks"] = "ticks"


@dataclass(frozen=True, slots=True)
class Points:
    """Points divided over four letters in each of some questions, then a web to draw.

    `questions` are (label, stem, ((letter, statement), ...)); with none of them only the four sums and the web.
    """

    instruction: str
    questions: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]
    total: int
    names: Mapping[str, str]
    kind: Literal["points"] = "points"


@dataclass(frozen=True, slots=True)
class Stretches:
    """A talk with roles: (minutes, title, ((role, what one does), ...)) for each stretch of time."""

    rows: tuple[tuple[int, str, tuple[tuple[str, str], ...]], ...]
    kind: Literal["stretches"] = "stretches"


Field = Ruled | Numbers | Ticks | Points | Stretches | Poles | Texts | Square | Sides | Head


@dataclass(frozen=True, slots=True)
class PaperStep:
    """One step: what to do, who sees the sheet, and what is filled in."""

    title: str
    about: str
    text: str
    who_sees: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class PaperDay:
    """`exercises` are (name, steps), in the day's order; `url` is behind the code to scan."""

    title: str
    day: str
    code: str
    address: str
    url: str
    exercises: tuple[tuple[str, tuple[PaperStep, ...]], ...]


def paper_pdf(day: PaperDay, *, lang: str) -> bytes:
    """One set as a tagged PDF; the printer makes as many as are needed."""
    return press(LAYOUT, paper_facts(day, lang=lang))


def paper_facts(day: PaperDay, *, lang: str) -> dict[str, Any]:
    """All that the layout sets, as JSON-ready data in the reader's language."""
    return {
        "lang": lang, "title": say("paper_title", lang, title=day.title), "day": day.day,
        "name": say("paper_name", lang), "later": say("paper_later", lang, address=day.address),
        "code": day.code, "qr": qr_svg(day.url), "alt": say("card_qr", lang, address=day.address),
        "minutes": say("paper_minutes", lang), "sum": say("paper_sum", lang), "in_all": say("paper_in_all", lang),
        "exercises": [
            {"name": name, "steps": [_step(step, lang) for step in steps]} for name, steps in day.exercises
        ],
    }  # fmt: skip


def _step(step: PaperStep, lang: str) -> dict[str, Any]:
    return {
        "title": step.title, "about": step.about, "text": step.text, "who_sees": step.who_sees,
        "fields": [_field(field, lang) for field in step.fields],
    }  # fmt: skip


def _field(field: Field, lang: str) -> dict[str, Any]:
    made: dict[str, Any] = asdict(field)
    if isinstance(field, Ruled):
        made["lines"] = min(MOST_LINES, max(1, -(-field.longest // CHARACTERS_A_LINE)))
    if isinstance(field, Numbers):
        ends = say("paper_ends", lang, least=field.least, low=field.low, most=field.most, high=field.high)
        made["ends"] = ends if field.low else ""
    if isinstance(field, Points):
        said = say("paper_web", lang)
        made["web"] = {"svg": _empty_web(field, lang, said), "alt": said}
        made["of"] = say("paper_of", lang, total=field.total)
        made["whole"] = say("paper_of", lang, total=6 * field.total)
    return made


def _empty_web(field: Points, lang: str, said: str) -> str:
    return spider.spider_web(
        (), labels=field.names, total=field.total, title=said, description=said, lang=lang, key="paper",
        ink=PAPER, is_whole=True,
    )  # fmt: skip
