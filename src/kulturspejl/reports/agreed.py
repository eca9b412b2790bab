"""What a team has agreed on, as one sheet for the notice board."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from kulturspejl.core.writing.dates import day
from kulturspejl.reports.press import press
from kulturspejl.reports.words import say

LAYOUT = "agreed.typ"


@dataclass(frozen=True, slots=True)
class Agreed:
    """`pictures` are (label, svg, sentence) of what the team has seen on the wall."""

    title: str
    on: date
    action: str
    owner: str
    again: date
    pictures: tuple[tuple[str, str, str], ...] = ()


def agreed_pdf(agreed: Agreed, *, lang: str) -> bytes:
    """A tagged PDF of one A4 page."""
    return press(LAYOUT, agreed_facts(agreed, lang=lang))


def agreed_facts(agreed: Agreed, *, lang: str) -> dict[str, Any]:
    """All that the layout sets, as JSON-ready data in the reader's language."""
    facts = asdict(agreed)
    pictures = [{"label": label, "svg": svg, "said": said} for label, svg, said in agreed.pictures]
    return {
        **facts, "lang": lang, "title": say("agreed_title", lang), "room": agreed.title, "on": day(agreed.on, lang),
        "again": day(agreed.again, lang), "pictures": pictures, "who": say("agreed_who", lang),
        "when": say("agreed_when", lang),
    }  # fmt: skip
