"""A unit's plan: the page, and what of it can be taken along."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from kulturspejl.actions import plans
from kulturspejl.core.plans.together import LEAST
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.download import WORKBOOK, disposition
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.pdf import pdf
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.readers import plan_files
from kulturspejl.readers import plan_page as reader
from kulturspejl.reports.plan import plan_csv, plan_pdf, plan_xlsx
from kulturspejl.values import links

TABLE, DAYS = "text/csv; charset=utf-8", "text/calendar; charset=utf-8"


@require_GET
@needs_login
def plan(request: SignedIn, unit_id: uuid.UUID) -> HttpResponse:
    """What waits, what is agreed, what came of it, what was worked on before."""
    return _page(request, unit_id)


@require_GET
@needs_login
def plan_sheet(request: SignedIn, unit_id: uuid.UUID) -> HttpResponse:
    """For the notice board."""
    found = plan_files.for_user(request.user, unit_id, now=clock.now())
    return pdf(plan_pdf(found, lang=language()), _name(found.unit))


@require_GET
@needs_login
def plan_rows(request: SignedIn, unit_id: uuid.UUID) -> HttpResponse:
    """With the columns that an action plan of a workplace assessment takes."""
    found = plan_files.for_user(request.user, unit_id, now=clock.now())
    # With the mark that tells a Danish spreadsheet that it is UTF-8.
    return _file("\ufeff" + plan_csv(found, lang=language()), _name(found.unit), "csv", TABLE)


@require_GET
@needs_login
def plan_book(request: SignedIn, unit_id: uuid.UUID) -> HttpResponse:
    """The same as a workbook."""
    found = plan_files.for_user(request.user, unit_id, now=clock.now())
    return _file(plan_xlsx(found, lang=language()), _name(found.unit), "xlsx", WORKBOOK)


@require_GET
@needs_login
def plan_days(request: SignedIn, unit_id: uuid.UUID) -> HttpResponse:
    """The days, once, for one's own calendar."""
    made = plan_files.days_for_user(request.user, unit_id, language=language(), now=clock.now())
    return _file(made.text, _name(made.unit), "ics", DAYS)


@require_POST
@needs_login
def calendar(request: SignedIn, unit_id: uuid.UUID) -> HttpResponse:
    """Make the secret address, replace it, or end it. It is shown this once."""
    if request.POST.get("verb") == "end":
        plans.end_feed(by=request.user, unit_id=unit_id, now=clock.now())
        return _page(request, unit_id)
    secret = plans.make_feed(by=request.user, unit_id=unit_id, form=sent_form(request), now=clock.now())
    return _page(request, unit_id, address=links.feed_url(secret))


def _page(request: SignedIn, unit_id: uuid.UUID, *, address: str = "") -> HttpResponse:
    page = reader.for_user(request.user, unit_id, now=clock.now())
    context = {"page": page, "today": clock.today(), "address": address, "least": LEAST}
    return render(request, "leader/plan.html", context)


def _name(unit: str) -> str:
    return _("Action plan %(unit)s") % {"unit": unit}


def _file(made: str | bytes, name: str, ending: str, kind: str) -> HttpResponse:
    headers = {"Content-Disposition": disposition(name, ending), "Cache-Control": "no-store"}
    return HttpResponse(made, content_type=kind, headers=headers)
