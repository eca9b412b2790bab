"""A unit's plan: the page, and what of it can be taken along."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from kulturspejl.actions import plans
from kulturspejl.core.plans.together import LEAST
from kulturspejl.faces.leader.plan_line import drawn
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.download import handed_out
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.pdf import pdf
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.readers import plan_files
from kulturspejl.readers import plan_page as reader
from kulturspejl.reports.plan import plan_csv, plan_pdf, plan_xlsx
from kulturspejl.values import links


@require_GET
@needs_login
def plan(request: SignedIn, unit_id: uuid.UUID) -> HttpResponse:
    """What waits, what is agreed, what came of it, what was worked on before; by trait, or by time."""
    return _page(request, unit_id, by_time=request.GET.get("by") == "time")


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
    return handed_out(plan_csv(found, lang=language()), _name(found.unit), "csv")


@require_GET
@needs_login
def plan_book(request: SignedIn, unit_id: uuid.UUID) -> HttpResponse:
    """The same as a workbook."""
    found = plan_files.for_user(request.user, unit_id, now=clock.now())
    return handed_out(plan_xlsx(found, lang=language()), _name(found.unit), "xlsx")


@require_GET
@needs_login
def plan_days(request: SignedIn, unit_id: uuid.UUID) -> HttpResponse:
    """The days, once, for one's own calendar."""
    made = plan_files.days_for_user(request.user, unit_id, language=language(), now=clock.now())
    return handed_out(made.text, _name(made.unit), "ics")


@require_POST
@needs_login
def calendar(request: SignedIn, unit_id: uuid.UUID) -> HttpResponse:
    """Make the secret address, replace it, or end it. It is shown this once."""
    if request.POST.get("verb") == "end":
        plans.end_feed(by=request.user, unit_id=unit_id, now=clock.now())
        return _page(request, unit_id)
    secret = plans.make_feed(by=request.user, unit_id=unit_id, form=sent_form(request), now=clock.now())
    return _page(request, unit_id, address=links.feed_url(secret))


def _page(request: SignedIn, unit_id: uuid.UUID, *, address: str = "", by_time: bool = False) -> HttpResponse:
    page = reader.for_user(request.user, unit_id, now=clock.now(), by_time=by_time)
    context = {
        "page": page, "today": clock.today(), "address": address, "least": LEAST,
        "svg": drawn(page.line, clock.today()) if page.line else None,
    }  # fmt: skip
    return render(request, "leader/plan.html", context)


def _name(unit: str) -> str:
    return _("Action plan %(unit)s") % {"unit": unit}
