"""What a course asks for between its days, for whoever holds it: its reading list, and how many have done homework."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.actions.reading import entries
from kulturspejl.core.errors import Conflict, Faulty
from kulturspejl.faces.facilitator.reading_form import NEW, ReadingForm, form_of, typed_in
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.ids import id_of
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.pdf import pdf
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.faces.shared.templatetags.saying import language, say
from kulturspejl.readers.between import reading_lists


@require_http_methods(["GET", "HEAD", "POST"])
@needs_login
def reading(request: SignedIn, course_id: uuid.UUID) -> HttpResponse:
    """The page; a POST keeps a text, a new one or another state of one that is there."""
    if request.method != "POST":
        return _page(request, course_id)
    changed, given = request.POST.get("reading"), request.FILES.get("file")
    reading_id = id_of(changed, NOTHING_HERE) if changed else None
    typed = typed_in(request.POST, given.read() if given else b"")
    try:
        entries.save_reading(
            by=request.user, course_id=course_id, reading_id=reading_id, typed=typed, form=sent_form(request),
            now=clock.now(),
        )  # fmt: skip
    except Faulty as fault:
        return _page(request, course_id, fault, at=str(reading_id or NEW))
    except Conflict as fault:
        messages.warning(request, say(fault.text))
    else:
        messages.success(request, _("The reading list is saved."))
    return redirect("course_reading", course_id)


@require_POST
@needs_login
def remove(request: SignedIn, course_id: uuid.UUID, reading_id: uuid.UUID) -> HttpResponse:
    """Take a text off the list."""
    entries.remove_reading(
        by=request.user, course_id=course_id, reading_id=reading_id, form=sent_form(request), now=clock.now()
    )
    messages.success(request, _("The text is off the list."))
    return redirect("course_reading", course_id)


@require_safe
@needs_login
def file(request: SignedIn, course_id: uuid.UUID, reading_id: uuid.UUID) -> HttpResponse:
    """The file of a text, as a download."""
    title, content = reading_lists.course_file(request.user, course_id, reading_id, now=clock.now())
    return pdf(content, title, is_download=True)


def _page(request: SignedIn, course_id: uuid.UUID, fault: Faulty | None = None, at: str = "") -> HttpResponse:
    """`at` is the form at fault: it stands open with what was typed into it."""
    view = reading_lists.course_reading(request.user, course_id, language=language(), now=clock.now())
    days = [(day, [(one, _form(request, view, one, fault, at)) for one in day.texts]) for day in view.days]
    context = {"view": view, "days": days, "at": at, "new": _form(request, view, None, fault, at)}
    return render(request, "facilitator/between/reading.html", context, status=fault.status if fault else 200)


def _form(
    request: SignedIn, view: reading_lists.CourseReadingPage, one: reading_lists.ReadingView | None,
    fault: Faulty | None, at: str,
) -> ReadingForm:  # fmt: skip
    here = str(one.id) if one else NEW
    if fault is None or at != here:
        return form_of(view, one)
    form = ReadingForm(view, here, request.POST)
    for name, text in fault.fields.items():
        form.add_error(name, say(text))
    return form
