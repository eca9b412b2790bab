"""A TRIO's page: what they work on, their agreement, the next meeting, the list for the yearly discussion."""

import uuid
from collections.abc import Callable, Mapping
from datetime import date

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kulturspejl.actions import plans, trio
from kulturspejl.core.errors import Faulty, KulturspejlError, Refused
from kulturspejl.core.plans.origin import Origin
from kulturspejl.core.trio.focus import CRITERIA
from kulturspejl.core.trio.minutes import LABELS
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.form_faults import told
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.pdf import pdf
from kulturspejl.faces.shared.seen_version import seen
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.faces.shared.templatetags.saying import language, say
from kulturspejl.faces.shared.tried import tried
from kulturspejl.faces.trio.forms import AgreementForm, FocusForm, MatterForm, MeetingForm
from kulturspejl.readers import trio_page as reader
from kulturspejl.readers import yearly_sheet
from kulturspejl.reports.yearly import yearly_pdf


@require_GET
@needs_login
def trio_page(request: SignedIn, unit_id: uuid.UUID) -> HttpResponse:
    """Everything on one page, what comes next first."""
    return _page(request, unit_id)


@require_POST
@needs_login
def choose_focus(request: SignedIn, unit_id: uuid.UUID) -> HttpResponse:
    """The one thing they work on."""
    form = FocusForm(request.POST)
    return _done(
        request, unit_id, "focus", form,
        lambda: trio.choose_focus(
            by=request.user, unit_id=unit_id, words=form.cleaned_data["words"], form=sent_form(request),
            now=clock.now(),
        ),
    )  # fmt: skip


@require_POST
@needs_login
def plan_meeting(request: SignedIn, unit_id: uuid.UUID) -> HttpResponse:
    """The next meeting."""
    form = MeetingForm(request.POST)
    return _done(
        request, unit_id, "meeting", form,
        lambda: trio.plan_meeting(
            by=request.user, unit_id=unit_id, form=sent_form(request), now=clock.now(), **form.cleaned_data
        ),
    )  # fmt: skip


@require_POST
@needs_login
def put_on_list(request: SignedIn, unit_id: uuid.UUID) -> HttpResponse:
    """A matter for the yearly discussion, from a line on a page or in one's own words."""
    form = MatterForm(request.POST)
    return _done(
        request, unit_id, "matter", form,
        lambda: trio.put_on_sheet(
            by=request.user, unit_id=unit_id, words=form.cleaned_data["words"],
            form=sent_form(request), now=clock.now(),
        ), at="#list",
    )  # fmt: skip


@require_POST
@needs_login
def take_off_list(request: SignedIn, unit_id: uuid.UUID, matter_id: uuid.UUID) -> HttpResponse:
    """It is done with."""
    trio.take_off_sheet(by=request.user, matter_id=matter_id, form=sent_form(request), now=clock.now())
    return redirect(f"{_address(unit_id)}#list")


@require_POST
@needs_login
def send_to_plan(request: SignedIn, unit_id: uuid.UUID) -> HttpResponse:
    """A line of the minutes waits in the unit's plan until it gets somebody and a day."""
    try:
        plans.send_idea(
            by=request.user, unit_id=unit_id, what=request.POST.get("words", ""), origin=Origin.MEETING,
            origin_on=_day(request.POST.get("day", "")), form=sent_form(request), now=clock.now(),
        )  # fmt: skip
    except (Refused, Faulty) as error:
        return _page(request, unit_id, fault=error)
    messages.success(request, _("It waits in the plan now. Take it in there, with somebody and a day."))
    return redirect(f"{_address(unit_id)}#minutes")


@require_http_methods(["GET", "POST"])
@needs_login
def agreement(request: SignedIn, unit_id: uuid.UUID) -> HttpResponse:
    """The agreement as a form; whoever comes second sees what the first wrote."""
    found = reader.for_user(request.user, unit_id, now=clock.now())
    form = _agreement_form(found, request.POST or None)
    outcome = tried(
        request, form, lambda: trio.change_agreement(
            by=request.user, unit_id=unit_id, seen=seen(request), values=form.cleaned_data, form=sent_form(request),
            now=clock.now(),
        ),
    )  # fmt: skip
    if outcome.is_done:
        messages.success(request, _("Kept."))
        return redirect("trio", unit_id)
    if outcome.conflict:
        found = reader.for_user(request.user, unit_id, now=clock.now())
    context = {"page": found, "form": form, "conflict": outcome.conflict}
    return render(request, "trio/agreement.html", context, status=outcome.status)


def _agreement_form(found: reader.TrioPage, data: Mapping[str, str] | None) -> AgreementForm:
    fields = [field for field, _words in found.agreement.fields]
    return AgreementForm(fields, data, initial={field.id: words for field, words in found.agreement.fields})


@require_GET
@needs_login
def bring(request: SignedIn) -> HttpResponse:
    """Where what was written on a course day goes: the form of the one TRIO, else which of several."""
    units = reader.units_of(request.user, now=clock.now())
    if len(units) == 1:
        found = reader.for_user(request.user, units[0][0], now=clock.now())
        return render(request, "trio/agreement.html", {"page": found, "form": _agreement_form(found, None)})
    return render(request, "trio/bring.html", {"units": units})


@require_GET
@needs_login
def yearly(request: SignedIn, unit_id: uuid.UUID) -> HttpResponse:
    """The sheet for the yearly discussion, to print and write on."""
    sheet = yearly_sheet.for_user(request.user, unit_id, now=clock.now())
    return pdf(yearly_pdf(sheet, lang=language()), _("Yearly discussion %(unit)s") % {"unit": sheet.unit})


def _done(
    request: SignedIn, unit_id: uuid.UUID, name: str, form: forms.Form, do: Callable[[], None], at: str = ""
) -> HttpResponse:
    """Back on the page, or the page with what was typed and why it was not done; `do` reads a form that can be read."""
    if not form.is_valid():
        return _page(request, unit_id, {name: form})
    try:
        do()
    except Faulty as faulty:
        told(form, faulty)
        return _page(request, unit_id, {name: form})
    except Refused as refused:
        return _page(request, unit_id, {name: form}, refused)
    return redirect(f"{_address(unit_id)}{at}")


def _day(said: str) -> date | None:
    try:
        return parse_date(said)
    except ValueError:
        return None


def _address(unit_id: uuid.UUID) -> str:
    return f"/units/{unit_id}/trio"


def _page(
    request: SignedIn, unit_id: uuid.UUID, typed: Mapping[str, forms.Form] | None = None,
    fault: KulturspejlError | None = None,
) -> HttpResponse:  # fmt: skip
    """`typed` are forms that could not be carried out, by name."""
    page, typed = reader.for_user(request.user, unit_id, now=clock.now()), typed or {}
    context = {
        "page": page, "fault": say(fault.text) if fault else "", "criteria": CRITERIA, "labels": LABELS,
        "focus_form": typed.get("focus") or FocusForm(initial={"words": page.focus.words if page.focus else ""}),
        "meeting_form": typed.get("meeting") or MeetingForm(), "matter_form": typed.get("matter") or MatterForm(),
        "is_wrong": "focus" in typed,
    }  # fmt: skip
    return render(request, "trio/page.html", context, status=422 if fault or typed else 200)
