"""One class: its days with their rooms, the link to sign up, its end; and the counts that HR sees."""

import uuid
from collections.abc import Mapping
from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kulturspejl.actions import courses
from kulturspejl.core.content.parse_course import course_from_json
from kulturspejl.core.errors import Conflict, Faulty, KulturspejlError
from kulturspejl.core.text import Text
from kulturspejl.faces.facilitator.course.typed import days_in, fields_of
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.faces.shared.templatetags.saying import language, say
from kulturspejl.readers.courses import listing
from kulturspejl.readers.courses.one_class import class_of_day, one_class


@require_safe
@needs_login
def one(request: SignedIn, class_id: uuid.UUID) -> HttpResponse:
    """The class as it stands."""
    return _page(request, class_id)


@require_http_methods(["GET", "HEAD", "POST"])
@needs_login
def days(request: SignedIn, class_id: uuid.UUID) -> HttpResponse:
    """When and where the days are; what lies ahead can be changed."""
    page = one_class(request.user, class_id, now=clock.now())
    content = course_from_json(page.held.course.content)
    faults: Mapping[str, Text] = {}
    if request.method == "POST":
        try:
            courses.change_days(
                by=request.user, class_id=class_id, name=request.POST.get("class_name", ""),
                days=days_in(request.POST, content), form=sent_form(request), now=clock.now(),
            )  # fmt: skip
        except Faulty as faulty:
            faults = faulty.fields
        else:
            messages.success(request, _("Saved. Everybody’s page and calendar follow by themselves."))
            return redirect("course_class", class_id)
    data = request.POST if faults else None
    said = {name: say(text) for name, text in faults.items()}
    fields = fields_of(content, data, {line.part.id: line for line in page.days}, faults)
    context = {"page": page, "fields": fields, "faults": said, "told": list(said.items()), "typed": data}
    return render(request, "facilitator/course/days.html", context, status=422 if faults else 200)


@require_POST
@needs_login
def day(request: SignedIn, day_id: uuid.UUID) -> HttpResponse:
    """The room of a day ("room"), how many came ("came"), or a letter about a day that was changed ("tell")."""
    if request.POST.get("do") == "came":
        typed = request.POST.get("came", "").strip()
        came = int(typed) if typed.isdecimal() and len(typed) < 5 else -1
        class_id = class_of_day(request.user, day_id, now=clock.now())
        try:
            form = sent_form(request)
            courses.count_came(by=request.user, day_id=day_id, came=came, form=form, now=clock.now())
        except (Faulty, Conflict) as error:
            return _page(request, class_id, error)
        return redirect("course_class", class_id)
    if request.POST.get("do") == "tell":
        class_id = class_of_day(request.user, day_id, now=clock.now())
        try:
            courses.tell_moved(by=request.user, day_id=day_id, form=sent_form(request), now=clock.now())
        except Conflict as error:
            return _page(request, class_id, error)
        messages.success(request, _("The letters are on their way."))
        return redirect("course_class", class_id)
    room_id = courses.open_room(by=request.user, day_id=day_id, language=language(), now=clock.now())
    return redirect("room_change", room_id)


@require_POST
@needs_login
def called_off(request: SignedIn, class_id: uuid.UUID) -> HttpResponse:
    """A letter about a day that the class no longer has."""
    part, form = request.POST.get("part", ""), sent_form(request)
    try:
        courses.tell_called_off(by=request.user, class_id=class_id, part=part, form=form, now=clock.now())
    except Conflict as error:
        return _page(request, class_id, error)
    messages.success(request, _("The letters are on their way."))
    return redirect("course_class", class_id)


@require_POST
@needs_login
def sign_up(request: SignedIn, class_id: uuid.UUID) -> HttpResponse:
    """Open the link, change it, or close it."""
    now, data = clock.now(), request.POST
    try:
        if data.get("do") == "close":
            courses.close_sign_up(by=request.user, class_id=class_id, form=sent_form(request), now=now)
        else:
            most = data.get("most", "").strip()
            courses.open_sign_up(
                by=request.user, class_id=class_id, most=int(most) if most.isdecimal() and len(most) < 5 else 0,
                until=_date(data.get("until", "")), form=sent_form(request), now=now,
            )  # fmt: skip
    except Faulty as faulty:
        return _page(request, class_id, faulty)
    return redirect("course_class", class_id)


@require_http_methods(["GET", "HEAD", "POST"])
@needs_login
def end(request: SignedIn, class_id: uuid.UUID) -> HttpResponse:
    """A second look before a class is deleted at once."""
    if request.method == "POST":
        courses.delete_class(by=request.user, class_id=class_id, form=sent_form(request), now=clock.now())
        messages.success(request, _("The class is deleted."))
        return redirect("rooms")
    page = one_class(request.user, class_id, now=clock.now())
    return render(request, "facilitator/course/end.html", {"page": page})


@require_safe
@needs_login
def counts(request: SignedIn) -> HttpResponse:
    """Dates and how many came, and nothing else: also for HR."""
    cards = listing.counts(request.user, language=language(), now=clock.now())
    return render(request, "facilitator/course/counts.html", {"cards": cards})


def _page(request: SignedIn, class_id: uuid.UUID, error: KulturspejlError | None = None) -> HttpResponse:
    page = one_class(request.user, class_id, now=clock.now())
    faults = {name: say(text) for name, text in getattr(error, "fields", {}).items()}
    context = {
        "page": page, "faults": faults, "told": say(error.text) if error else "", "today": clock.today(),
        "typed": request.POST if error else None,
    }  # fmt: skip
    return render(request, "facilitator/course/one_class.html", context, status=error.status if error else 200)


def _date(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None
