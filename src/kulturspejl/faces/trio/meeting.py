"""One TRIO meeting: its agenda, its minutes, another day for it."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kulturspejl.actions import trio
from kulturspejl.core.errors import Conflict, Faulty, Refused
from kulturspejl.core.text import Text
from kulturspejl.core.trio.agenda import LENGTHS
from kulturspejl.core.trio.minutes import FIELDS, LABELS
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.form_faults import told
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.seen_version import seen
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.faces.shared.templatetags.saying import say
from kulturspejl.faces.trio.forms import MeetingForm, MinutesForm
from kulturspejl.readers import trio_page as reader
from kulturspejl.readers.trio_page import MeetingView


@require_http_methods(["GET", "POST"])
@needs_login
def meeting(request: SignedIn, meeting_id: uuid.UUID) -> HttpResponse:
    """The agenda, and from the day itself the minutes."""
    if request.method != "POST":
        return _page(request, meeting_id)
    form = MinutesForm(request.POST)
    if not form.is_valid():
        return _page(request, meeting_id, minutes=form, status=422)
    values = dict(form.cleaned_data)
    try:
        unit_id = trio.write_minutes(
            by=request.user, meeting_id=meeting_id, seen=seen(request), months=values.pop("months") or 0,
            values=values, form=sent_form(request), now=clock.now(),
        )  # fmt: skip
    except Faulty as faulty:
        told(form, faulty)
        return _page(request, meeting_id, minutes=form, status=faulty.status)
    except (Conflict, Refused) as error:
        return _page(request, meeting_id, minutes=form, fault=error.text, status=error.status)
    messages.success(request, _("Kept."))
    return redirect(f"/units/{unit_id}/trio#minutes")


@require_POST
@needs_login
def move(request: SignedIn, meeting_id: uuid.UUID) -> HttpResponse:
    """Another day, hour or place."""
    form = MeetingForm(request.POST)
    if not form.is_valid():
        return _page(request, meeting_id, moved=form, status=422)
    try:
        unit_id = trio.change_meeting(
            by=request.user, meeting_id=meeting_id, seen=seen(request), now=clock.now(), **form.cleaned_data
        )
    except Faulty as faulty:
        told(form, faulty)
        return _page(request, meeting_id, moved=form, status=faulty.status)
    except (Conflict, Refused) as error:
        return _page(request, meeting_id, moved=form, fault=error.text, status=error.status)
    return redirect("trio", unit_id)


@require_POST
@needs_login
def call_off(request: SignedIn, unit_id: uuid.UUID, meeting_id: uuid.UUID) -> HttpResponse:
    """It is not held."""
    try:
        trio.call_off(by=request.user, meeting_id=meeting_id, form=sent_form(request), now=clock.now())
    except Refused as error:
        return _page(request, meeting_id, fault=error.text, status=error.status)
    messages.success(request, _("The meeting is called off."))
    return redirect("trio", unit_id)


@require_POST
@needs_login
def delete(request: SignedIn, unit_id: uuid.UUID, meeting_id: uuid.UUID) -> HttpResponse:
    """The minutes go for all of them."""
    trio.delete_meeting(by=request.user, meeting_id=meeting_id, form=sent_form(request), now=clock.now())
    messages.success(request, _("The minutes are deleted."))
    return redirect("trio", unit_id)


def _written(one: MeetingView) -> dict[str, object]:
    return {"months": one.months} | {field.id: one.minutes.get(field.id, "") for field in FIELDS}


def _page(
    request: SignedIn, meeting_id: uuid.UUID, *, minutes: MinutesForm | None = None, moved: MeetingForm | None = None,
    fault: Text | None = None, status: int = 200,
) -> HttpResponse:  # fmt: skip
    found, one = reader.meeting_for(request.user, meeting_id, now=clock.now())
    context = {
        "page": found, "meeting": one, "minutes_form": minutes or MinutesForm(initial=_written(one)),
        "meeting_form": moved or MeetingForm(initial={"day": one.day, "starts": one.starts, "place": one.place}),
        "may_write": one.day <= clock.today(), "fault": say(fault), "is_moving": moved is not None,
        "labels": LABELS, "lengths": LENGTHS,
    }  # fmt: skip
    return render(request, "trio/meeting.html", context, status=status)
