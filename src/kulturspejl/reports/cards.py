"""Cards to cut out and draw by hand: a code each, on A4."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kulturspejl.core.writing.dates import day, moment
from kulturspejl.reports.press import press
from kulturspejl.reports.qr import qr_svg
from kulturspejl.reports.words import say

LAYOUT = "cards.typ"
ON_A_PAGE = 8
HALF = 4


@dataclass(frozen=True, slots=True)
class Card:
    """`code` is typed (8 signs, shown as 4-4), `url` is behind the QR, `short_address` is where one types."""

    code: str
    url: str
    short_address: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One unit's cards. `closes` may carry a time, in the reader's own zone."""

    title: str
    unit: str
    closes: date
    cards: tuple[Card, ...]


def cards_pdf(cards: Sequence[Card], *, title: str, unit: str, closes: date, lang: str) -> bytes:
    """A tagged PDF of A4 sheets, eight cards a page. Raises ValueError where there are no cards."""
    return sheets_pdf([Sheet(title, unit, closes, tuple(cards))], lang=lang)


def sheets_pdf(sheets: Sequence[Sheet], *, lang: str) -> bytes:
    """The same for several units: each begins on a page of its own."""
    return press(LAYOUT, cards_facts(sheets, lang=lang))


def cards_facts(sheets: Sequence[Sheet], *, lang: str) -> dict[str, Any]:
    """All that the layout sets, as JSON-ready data in the reader's language."""
    if not any(sheet.cards for sheet in sheets):
        raise ValueError("there are no cards to print")
    filled = [sheet for sheet in sheets if sheet.cards]
    units = ", ".join(sheet.unit for sheet in filled)
    return {
        "lang": lang,
        "title": say("cards_title", lang, unit=units),
        "on_a_page": ON_A_PAGE,
        "cut": say("sheet_cut", lang),
        "how": say("card_how", lang),
        "code": say("card_code", lang),
        "once": say("card_once", lang),
        "sheets": [_sheet(sheet, lang) for sheet in filled],
    }


def shown(code: str) -> str:
    """ "K7TM4WQX" -> "K7TM-4WQX"; a code that has its dash, or another length, stays."""
    return f"{code[:HALF]}-{code[HALF:]}" if len(code) == 2 * HALF and code.isalnum() else code


def _sheet(sheet: Sheet, lang: str) -> dict[str, Any]:
    foot = say("sheet_foot", lang, title=sheet.title, unit=sheet.unit, count=len(sheet.cards))
    return {
        "title": sheet.title,
        "unit": sheet.unit,
        "until": say("card_until", lang, date=moment(sheet.closes, lang)),
        "result": say("card_result", lang, date=day(sheet.closes, lang)),
        "foot": foot,
        "cards": [
            {
                "code": shown(card.code),
                "address": card.short_address,
                "qr": qr_svg(card.url),
                "alt": say("card_qr", lang, address=card.short_address),
            }
            for card in sheet.cards
        ],
    }
