"""Who is on a class: put there from a list that is pasted or a file, changed, given a new link, taken off."""

import uuid
from collections.abc import Mapping, Sequence

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.actions import courses
from kulturspejl.core.errors import Faulty, NotThere, Refused
from kulturspejl.core.tables.course_list import CourseList, course_list
from kulturspejl.core.tables.row import Told
from kulturspejl.core.text import Text
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.faces.shared.templatetags.saying import language, say
from kulturspejl.faces.shared.text_file import ACCEPTED, LONGEST_TEXT, bytes_of
from kulturspejl.readers.courses.one_class import ClassPage, one_class

MOST_TOLD = 5
"""Lines that are told of one by one, once a list is taken in."""
NOBODY = Text(da="Der står ingen mailadresser på listen.", en="There are no mail addresses in the list.")


class ListForm(forms.Form):
    """Pasted text, or a file."""

    rows = forms.CharField(
        label=gettext_lazy("Paste the list here"), required=False, max_length=LONGEST_TEXT, strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false", "autocapitalize": "none"}),
    )  # fmt: skip
    file = forms.FileField(
        label=gettext_lazy("Or choose a file"), required=False, widget=forms.FileInput(attrs={"accept": ACCEPTED})
    )  # fmt: skip

    def data_given(self) -> bytes | str:
        """What the file holds, else what was pasted. Raises ValidationError where it is too large."""
        file = self.cleaned_data["file"]
        return bytes_of(file) if file else str(self.cleaned_data["rows"])


@require_http_methods(["GET", "HEAD", "POST"])
@needs_login
def people(request: SignedIn, class_id: uuid.UUID) -> HttpResponse:
    """The list is read and taken in; faults are told by line, and then nothing is."""
    page = one_class(request.user, class_id, now=clock.now())
    form = ListForm(request.POST or None, request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, page, form, (), status=422 if request.method == "POST" else 200)
    faults: Sequence[Told] = ()
    try:
        found = _read(form)
        faults = found.faults
        if not faults:
            count = courses.add_people(
                by=request.user, class_id=class_id, people=found.people, language=language(),
                form=sent_form(request), now=clock.now(),
            )  # fmt: skip
            return _taken(request, class_id, count, found)
    except forms.ValidationError as error:
        form.add_error("file", error)
    except Refused as refused:
        form.add_error(None, say(refused.text))
    return _page(request, page, form, faults, status=422)


@require_http_methods(["GET", "HEAD", "POST"])
@needs_login
def person(request: SignedIn, class_id: uuid.UUID, member_id: uuid.UUID) -> HttpResponse:
    """One of them: name, address and role; a new link; off the class."""
    faults: Mapping[str, Text] = {}
    if request.method == "POST":
        try:
            _do(request, class_id, member_id)
        except Faulty as faulty:
            faults = faulty.fields
        else:
            return redirect("course_class", class_id)
    page = one_class(request.user, class_id, now=clock.now())
    member = next((one for group in page.groups for one in group.members if one.id == member_id), None)
    if member is None:
        raise NotThere(NOTHING_HERE)
    context = {
        "page": page, "member": member, "faults": {name: say(text) for name, text in faults.items()},
        "typed": request.POST if faults else None,
    }  # fmt: skip
    return render(request, "facilitator/course/person.html", context, status=422 if faults else 200)


def _do(request: SignedIn, class_id: uuid.UUID, member_id: uuid.UUID) -> None:
    data, form, now = request.POST, sent_form(request), clock.now()
    if data.get("do") == "remove":
        courses.remove_member(by=request.user, class_id=class_id, member_id=member_id, form=form, now=now)
        messages.success(request, _("They are off the class, and what was theirs here is deleted."))
    elif data.get("do") == "renew":
        courses.renew_key(by=request.user, class_id=class_id, member_id=member_id, form=form, now=now)
        messages.success(request, _("A new link is on its way. The old one is no good any more."))
    else:
        courses.change_member(
            by=request.user, class_id=class_id, member_id=member_id, name=data.get("name", ""),
            address=data.get("address", ""), role=data.get("role", ""), form=form, now=now,
        )  # fmt: skip
        messages.success(request, _("Saved."))


def _read(form: ListForm) -> CourseList:
    found = course_list(form.data_given())
    if not found.people and not found.faults:
        raise Refused(NOBODY)
    return found


def _taken(request: SignedIn, class_id: uuid.UUID, count: int, found: CourseList) -> HttpResponse:
    said = ngettext("%(n)d person is put on the class.", "%(n)d people are put on the class.", count) % {"n": count}
    messages.success(request, said)
    for one in found.told[:MOST_TOLD]:
        messages.info(request, _on_its_line(one))
    more = len(found.told) - MOST_TOLD
    if more > 0:
        messages.info(
            request, ngettext("And %(n)d line more.", "And %(n)d lines more.", more) % {"n": more}
        )  # fmt: skip
    return redirect("course_class", class_id)


def _on_its_line(told: Told) -> str:
    if not told.line:
        return say(told.text)
    return f"{_('Line %(number)s:') % {'number': told.line}} {say(told.text)}"


def _page(
    request: SignedIn, page: ClassPage, form: ListForm, faults: Sequence[Told], status: int
) -> HttpResponse:  # fmt: skip
    context = {"page": page, "form": form, "faults": faults}
    return render(request, "facilitator/course/people.html", context, status=status)
