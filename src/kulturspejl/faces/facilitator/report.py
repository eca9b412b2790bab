"""What whoever held a class takes along: a report, a page for whoever ordered it, and the numbers as rows."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.core.errors import NotThere
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.download import handed_out
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.pdf import pdf
from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.readers.rooms import over_modules, report
from kulturspejl.reports.course import OverClasses, course_csv, course_pdf, over_csv
from kulturspejl.reports.course_book import course_xlsx, over_xlsx


@require_safe
@needs_login
def whole(request: SignedIn, room_id: uuid.UUID) -> HttpResponse:
    """Everything that the class has said without names."""
    found = report.course(request.user, room_id, language=language(), now=clock.now())
    return pdf(course_pdf(found, lang=language(), is_whole=True), found.title, is_download=True)


@require_safe
@needs_login
def one_page(request: SignedIn, room_id: uuid.UUID) -> HttpResponse:
    """Attendance, aims, how the day was judged, and how it was before: no texts."""
    found = report.course(request.user, room_id, language=language(), now=clock.now())
    name = _("%(name)s on one page") % {"name": found.title}
    return pdf(course_pdf(found, lang=language(), is_whole=False), name, is_download=True)


@require_safe
@needs_login
def rows(request: SignedIn, room_id: uuid.UUID) -> HttpResponse:
    """The same for a spreadsheet."""
    found = report.course(request.user, room_id, language=language(), now=clock.now())
    return handed_out(course_csv(found, lang=language()), found.title, "csv")


@require_safe
@needs_login
def classes(request: SignedIn) -> HttpResponse:
    """How it was over several classes, also those that are gone; NotThere where there is none."""
    programmes = _several(request)
    modules = over_modules.over_modules(request.user, language=language(), now=clock.now())
    return render(request, "facilitator/classes.html", {"programmes": programmes, "modules": modules})


@require_safe
@needs_login
def classes_rows(request: SignedIn) -> HttpResponse:
    """The same for a spreadsheet, of each programme."""
    text = "\r\n".join(over_csv(over, lang=language()) for _name, over in _several(request))
    return handed_out(text, _("Several classes"), "csv")


@require_safe
@needs_login
def book(request: SignedIn, room_id: uuid.UUID) -> HttpResponse:
    """The same as a workbook: numbers, how many answered what, texts."""
    found = report.course(request.user, room_id, language=language(), now=clock.now())
    return handed_out(course_xlsx(found, lang=language()), found.title, "xlsx")


@require_safe
@needs_login
def classes_book(request: SignedIn) -> HttpResponse:
    """Several classes as a workbook."""
    name = _("Several classes")
    return handed_out(over_xlsx(_several(request), title=name, lang=language()), name, "xlsx")


def _several(request: SignedIn) -> tuple[tuple[str, OverClasses], ...]:
    """The numbers of several classes by programme; NotThere where there is none."""
    found = report.over_classes(request.user, language=language(), now=clock.now())
    if not found:
        raise NotThere(NOTHING_HERE)
    return found
