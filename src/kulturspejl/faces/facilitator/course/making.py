"""A course: made with its first class, agreed anew, and one class more."""

import uuid
from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.access.room_access import organisations_of
from kulturspejl.actions import courses
from kulturspejl.actions.courses import CourseWish
from kulturspejl.core.content.course import CourseContent
from kulturspejl.core.errors import Faulty, NotThere, Refused
from kulturspejl.core.text import Text
from kulturspejl.faces.facilitator.course.typed import KEPT, days_in, fields_of, wish_in
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.faces.shared.templatetags.saying import language, say
from kulturspejl.readers.courses import listing
from kulturspejl.values.course_keeping import LONGEST_KEPT, SHORTEST_KEPT
from kulturspejl.values.the_library import the_library

BOUNDS = {"least": SHORTEST_KEPT, "most": LONGEST_KEPT}


@require_http_methods(["GET", "HEAD", "POST"])
@needs_login
def new(request: SignedIn, content: str) -> HttpResponse:
    """The whole form: what it is called, its first class, its days, what is agreed."""
    source = the_library().courses.get(content)
    if source is None or not organisations_of(request.user, clock.today()):
        raise NotThere(NOTHING_HERE)
    if request.method != "POST":
        return _form(request, source, {})
    try:
        course_id = courses.create_course(
            by=request.user, content=content, wish=wish_in(request.POST),
            class_name=request.POST.get("class_name", ""), days=days_in(request.POST, source),
            form=sent_form(request), now=clock.now(),
        )  # fmt: skip
    except Faulty as faulty:
        return _form(request, source, faulty.fields, status=422)
    return redirect("course", course_id)


@require_http_methods(["GET", "HEAD", "POST"])
@needs_login
def course(request: SignedIn, course_id: uuid.UUID) -> HttpResponse:
    """The course with its classes; what is agreed can be changed."""
    faults: Mapping[str, Text] = {}
    if request.method == "POST":
        try:
            courses.change_course(
                by=request.user, course_id=course_id, wish=wish_in(request.POST), form=sent_form(request),
                now=clock.now(),
            )  # fmt: skip
        except Faulty as faulty:
            faults = faulty.fields
        else:
            messages.success(request, _("Saved."))
            return redirect("course", course_id)
    page = listing.one_course(request.user, course_id, language=language(), now=clock.now())
    typed = request.POST if faults else None
    context = {
        "agreed": typed or page, "page": page, "faults": _said(faults), "typed": typed, "kept": BOUNDS,
        "today": clock.today(),
    }  # fmt: skip
    return render(request, "facilitator/course/course.html", context, status=422 if faults else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@needs_login
def new_class(request: SignedIn, course_id: uuid.UUID) -> HttpResponse:
    """One class more: its name and its days."""
    page = listing.one_course(request.user, course_id, language=language(), now=clock.now())
    if request.method != "POST":
        return _form(request, page.content, {}, page)
    try:
        class_id = courses.add_class(
            by=request.user, course_id=course_id, class_name=request.POST.get("class_name", ""),
            days=days_in(request.POST, page.content), form=sent_form(request), now=clock.now(),
        )  # fmt: skip
    except Faulty as faulty:
        return _form(request, page.content, faulty.fields, page, status=422)
    except Refused as refused:
        return _form(request, page.content, {"days": refused.text}, page, status=422)
    return redirect("course_class", class_id)


def _form(
    request: SignedIn, source: CourseContent, faults: Mapping[str, Text], page: listing.CoursePage | None = None,
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    data = request.POST if request.method == "POST" else None
    context = {
        "source": source, "page": page, "faults": _said(faults), "fields": fields_of(source, data, {}, faults),
        "typed": data, "name": say(source.name), "kept": BOUNDS, "agreed": data or CourseWish("", kept_days=KEPT),
        "told": list(_said(faults).items()),
    }  # fmt: skip
    return render(request, "facilitator/course/new.html", context, status=status)


def _said(faults: Mapping[str, Text]) -> dict[str, str]:
    return {name: say(text) for name, text in faults.items()}
