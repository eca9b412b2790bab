"""A day's forms on A4, for whoever has no phone: the same questions, letters and numbers as on the screen."""

from dataclasses import asdict, dataclass
from typing import Any

from kulturspejl.core.kinds.base.paper import Field, Numbers, Points, Ruled
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
class PaperStep:
    """One step: what to do, who sees the sheet, and what is filled in."""

    title: str
    about: str
    text: str
    who_sees: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class PaperDay:
    """`exercises` are (name, steps), in the day's order; `url` is behind the code to scan.

    `logo` is (drawing, words) of whoever holds the day, ("", "") for none.
    """

    title: str
    day: str
    code: str
    address: str
    url: str
    exercises: tuple[tuple[str, tuple[PaperStep, ...]], ...]
    logo: tuple[str, str] = ("", "")


def paper_pdf(day: PaperDay, *, lang: str) -> bytes:
    """One set as a tagged PDF; the printer makes as many as are needed."""
    return press(LAYOUT, paper_facts(day, lang=lang))


def paper_facts(day: PaperDay, *, lang: str) -> dict[str, Any]:
    """All that the layout sets, as JSON-ready data in the reader's language."""
    return {
        "logo": day.logo[0], "logo_alt": day.logo[1],
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
        made["web"] = {"svg": _empty_web(field, lang, said), "alt": said} if field.has_web else None
        made["of"] = say("paper_of", lang, total=field.total)
        made["whole"] = say("paper_of", lang, total=6 * field.total)
    return made


def _empty_web(field: Points, lang: str, said: str) -> str:
    return spider.spider_web(
        (), labels=field.names, total=field.total, title=said, description=said, lang=lang, key="paper",
        ink=PAPER, is_whole=True,
    )  # fmt: skip
