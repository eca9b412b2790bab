"""A day on A4, for whoever has no phone: aims, agenda, and the questions, letters and numbers of the screen."""

from dataclasses import asdict, dataclass
from typing import Any

from kulturspejl.core.kinds.base.paper import Around, Beside, Field, Numbers, Points, Ruled
from kulturspejl.drawing import spider
from kulturspejl.drawing.ink import PAPER
from kulturspejl.reports.press import count_pages, press
from kulturspejl.reports.qr import qr_svg
from kulturspejl.reports.words import say

LAYOUT = "paper.typ"
CHARACTERS_A_LINE = 95
"""What is typed where a hand fills one ruled line across the page: it writes about 70, and shorter than one types."""
MOST_LINES = 4
MOST_LINES_AROUND = 5
"""Of a field in a figure, which is half as wide."""


@dataclass(frozen=True, slots=True)
class PaperStep:
    """One step: what to do, what the day itself asks ("" for nothing), and what is filled in."""

    title: str
    about: str
    text: str
    asked: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class PaperExplained:
    """A model as far as it is needed for an exercise: `boxes` are (name, what it means)."""

    name: str
    text: str
    boxes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PaperPart:
    """An exercise with its steps, or, with `lines` alone, what is told in an input."""

    name: str
    purpose: str = ""
    is_continued: bool = False
    explained: tuple[PaperExplained, ...] = ()
    lines: tuple[str, ...] = ()
    steps: tuple[PaperStep, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperItem:
    """An item of the agenda; `told` are the names of what is told, to take notes of."""

    time: str
    title: str
    told: tuple[str, ...]
    parts: tuple[PaperPart, ...]


@dataclass(frozen=True, slots=True)
class PaperDay:
    """`url` is behind the code to scan; `before` was asked before the day; `own` says who sees the sheets.

    `logo` is (drawing, words) of whoever holds the day, ("", "") for none.
    """

    title: str
    day: str
    code: str
    address: str
    url: str
    aims: tuple[str, ...]
    before: str
    homework: str
    own: str
    items: tuple[PaperItem, ...]
    logo: tuple[str, str] = ("", "")

    @property
    def steps(self) -> tuple[PaperStep, ...]:
        """All steps, in the day's order."""
        return tuple(step for item in self.items for part in item.parts for step in part.steps)


def paper_pdf(day: PaperDay, *, lang: str) -> bytes:
    """One set as a tagged PDF; the printer makes as many as are needed."""
    return press(LAYOUT, paper_facts(day, lang=lang))


def sheets(day: PaperDay, *, lang: str) -> int:
    """How many pages of A4 one set has."""
    return count_pages(LAYOUT, paper_facts(day, lang=lang))


def paper_facts(day: PaperDay, *, lang: str) -> dict[str, Any]:
    """All that the layout sets, as JSON-ready data in the reader's language."""
    words = {
        word: say(f"paper_{word}", lang)
        for word in ("name", "minutes", "sum", "aims", "agenda", "before", "homework", "notes", "told",
                     "continued")
    }  # fmt: skip
    return words | {
        "lang": lang, "title": say("paper_title", lang, title=day.title), "day": day.day, "own": day.own,
        "later": say("paper_later", lang, address=day.address), "code": day.code, "qr": qr_svg(day.url),
        "alt": say("card_qr", lang, address=day.address), "all_aims": list(day.aims), "prepare": day.before,
        "at_home": day.homework, "logo": day.logo[0], "logo_alt": day.logo[1],
        "items": [_item(item, lang) for item in day.items],
    }  # fmt: skip


def _item(item: PaperItem, lang: str) -> dict[str, Any]:
    return {
        "time": item.time, "title": item.title, "of_told": list(item.told),
        "parts": [_part(part, lang) for part in item.parts],
    }  # fmt: skip


def _part(part: PaperPart, lang: str) -> dict[str, Any]:
    return {
        "name": part.name, "purpose": part.purpose, "is_continued": part.is_continued, "lines": list(part.lines),
        "explained": [asdict(one) for one in part.explained], "steps": [_step(step, lang) for step in part.steps],
    }  # fmt: skip


def _step(step: PaperStep, lang: str) -> dict[str, Any]:
    return {
        "title": step.title, "about": step.about, "text": step.text, "asked": step.asked,
        "fields": [_field(field, lang) for field in step.fields],
    }  # fmt: skip


def _field(field: Field, lang: str) -> dict[str, Any]:
    made: dict[str, Any] = asdict(field)
    if isinstance(field, Ruled):
        made["lines"] = _lines(field.longest, CHARACTERS_A_LINE, MOST_LINES)
    if isinstance(field, Beside):
        made["lines"] = _lines(field.longest, CHARACTERS_A_LINE, MOST_LINES)
    if isinstance(field, Around):
        made["lines"] = _lines(field.longest, CHARACTERS_A_LINE // 2, MOST_LINES_AROUND)
    if isinstance(field, Numbers):
        ends = say("paper_ends", lang, least=field.least, low=field.low, most=field.most, high=field.high)
        made["ends"] = ends if field.low else ""
    if isinstance(field, Points):
        said = say("paper_web", lang)
        made["web"] = {"svg": _empty_web(field, lang, said), "alt": said} if field.has_web else None
        made["of"] = say("paper_of", lang, total=field.total)
        made["whole"] = say("paper_whole", lang, total=6 * field.total)
    return made


def _lines(longest: int, characters: int, most: int) -> int:
    """Ruled lines for so many characters."""
    return min(most, max(1, -(-longest // characters)))


def _empty_web(field: Points, lang: str, said: str) -> str:
    return spider.spider_web(
        (), labels=field.names, total=field.total, title=said, description=said, lang=lang, key="paper",
        ink=PAPER, is_whole=True,
    )  # fmt: skip
