"""The sheets of cards as a PDF: for AMR, TR or the steward, never for the leader."""

import uuid

from django.http import HttpResponse
from django.utils import timezone, translation
from django.views.decorators.http import require_GET

from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.pdf import pdf
from kulturspejl.faces.shared.templatetags.saying import say
from kulturspejl.readers import cards as reader
from kulturspejl.readers.cards import CardSheet
from kulturspejl.reports import Card, Sheet, sheets_pdf
from kulturspejl.values import links


@require_GET
@needs_login
def cards(request: SignedIn, round_id: uuid.UUID) -> HttpResponse:
    """The units' sheets, in several files where there are many. Printing again gives the same codes, never more."""
    asked = request.GET.get("file", "1")
    number = int(asked) if asked.isdecimal() and len(asked) < 6 else 0
    sheets = reader.sheets(request.user, round_id, file=number, now=clock.now())
    with translation.override(sheets[0].language):
        made = sheets_pdf([sheet_of(sheet) for sheet in sheets], lang=sheets[0].language)
    return pdf(made, "cards" if number == 1 else f"cards {number}", is_download=True)


def sheet_of(sheet: CardSheet) -> Sheet:
    """A unit's cards as the report prints them, with their addresses."""
    return Sheet(
        title=say(sheet.what), unit=sheet.unit_name, closes=timezone.localtime(sheet.closes_at),
        cards=tuple(
            Card(code=short, url=links.answer_url(long), short_address=links.short_address())
            for long, short in sheet.cards
        ),
    )  # fmt: skip
