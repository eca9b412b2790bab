"""What somebody reads and does between the days of a course, by their own secret address."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kulturspejl.actions.reading import marks
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.pdf import pdf
from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.readers.between import certificates, homework, reading_lists
from kulturspejl.reports.certificate import certificate_pdf


@require_safe
def reading(request: HttpRequest, key: str) -> HttpResponse:
    """The reading list. What is ticked on it stays in the browser."""
    view = reading_lists.own_reading(key, language=language(), now=clock.now())
    return render(request, "participant/between/reading.html", {"view": view})


@require_safe
def reading_file(request: HttpRequest, key: str, reading_id: uuid.UUID) -> HttpResponse:
    """A file of the provider's, as a download."""
    del request
    title, content = reading_lists.own_file(key, reading_id, now=clock.now())
    return pdf(content, title, is_download=True)


@require_safe
def own_homework(request: HttpRequest, key: str, homework_id: str) -> HttpResponse:
    """A homework with its guide. What is written on it stays in the browser."""
    view = homework.own_homework(key, homework_id, language=language(), now=clock.now())
    return render(request, "participant/between/homework.html", {"view": view})


@require_POST
def homework_done(request: HttpRequest, key: str, homework_id: str) -> HttpResponse:
    """Say that it is done, or take that back: it counts for whoever holds the course."""
    is_done = request.POST.get("done") == "1"
    marks.mark_homework(secret=key, homework=homework_id, is_done=is_done, now=clock.now())
    return redirect("own_homework", key, homework_id)


@require_safe
def certificate(request: HttpRequest, key: str) -> HttpResponse:
    """The certificate of attendance as a PDF."""
    del request
    found = certificates.certificate(key, now=clock.now())
    return pdf(certificate_pdf(found, lang=language()), _("Certificate of attendance"), is_download=True)
