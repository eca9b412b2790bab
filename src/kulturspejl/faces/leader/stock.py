"""Taking stock of a plan on one page, reading it again, printing it, taking it back for a day."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kulturspejl.actions import plans
from kulturspejl.core.errors import Conflict, Faulty, KulturspejlError, Refused
from kulturspejl.faces.leader.stock_form import StockForm, versions
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.form_faults import told
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.pdf import pdf
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.faces.shared.templatetags.saying import language, say
from kulturspejl.readers import plan_stock, stock_page
from kulturspejl.reports.status import status_pdf


@require_http_methods(["GET", "POST"])
@needs_login
def new(request: SignedIn, unit_id: uuid.UUID) -> HttpResponse:
    """Every trait and action with the same few questions; whoever comes second is told, and loses nothing."""
    seen = versions(request)
    page = stock_page.for_user(request.user, unit_id, now=clock.now(), typed=seen)
    form = StockForm(page, request.POST if request.method == "POST" else None, today=clock.today())
    fault, status = "", 200
    if request.method == "POST" and form.is_valid():
        try:
            made = plans.take_stock(
                by=request.user, unit_id=unit_id, draft=form.draft(seen), form=sent_form(request), now=clock.now()
            )
            messages.success(request, _("Kept. You can take it back for a day."))
            return redirect("plan_stock", made)
        except Faulty as faulty:
            told(form, faulty)
            fault = say(faulty.text)
        except Conflict as found:
            fault, status = say(found.text), found.status
    context = {"page": page, "form": form, "fault": fault}
    return render(request, "leader/stock.html", context, status=422 if form.errors else status)


@require_GET
@needs_login
def status(request: SignedIn, status_id: uuid.UUID) -> HttpResponse:
    """What was said that day."""
    return _page(request, status_id)


@require_GET
@needs_login
def sheet(request: SignedIn, status_id: uuid.UUID) -> HttpResponse:
    """The same on A4."""
    made = plan_stock.sheet_for(request.user, status_id, now=clock.now())
    return pdf(status_pdf(made, lang=language()), _("Status of the plan %(unit)s") % {"unit": made.unit})


@require_POST
@needs_login
def undo(request: SignedIn, status_id: uuid.UUID) -> HttpResponse:
    """Take it back with all that it did; its words stand in the form for a day."""
    try:
        unit_id = plans.undo_stock(by=request.user, status_id=status_id, form=sent_form(request), now=clock.now())
    except (Conflict, Refused) as error:
        return _page(request, status_id, error)
    messages.success(request, _("Taken back. What you wrote stands in the form, if you want to write it anew."))
    return redirect("status_new", unit_id)


def _page(request: SignedIn, status_id: uuid.UUID, error: KulturspejlError | None = None) -> HttpResponse:
    page = plan_stock.for_user(request.user, status_id, now=clock.now())
    context = {"page": page, "fault": say(error.text) if error else ""}
    return render(request, "leader/status.html", context, status=error.status if error else 200)
