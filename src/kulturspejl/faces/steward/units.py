"""Making, renaming, moving, counting and closing a unit."""

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.actions import organisations
from kulturspejl.core.errors import Faulty, NotThere
from kulturspejl.core.units.line import MOST_PEOPLE
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.faces.steward.here import add_faults, my_tree, offer, unit_choices
from kulturspejl.readers.organisation import OrganisationPage, TreeLine


class UnitForm(forms.Form):
    """What a unit is called, where it stands and how many are attached directly."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=200)
    parent = forms.TypedChoiceField(
        label=gettext_lazy("Stands under"), coerce=uuid.UUID, empty_value=None, required=False
    )
    headcount = forms.IntegerField(
        label=gettext_lazy("Employees attached directly"), min_value=0, max_value=MOST_PEOPLE,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        help_text=gettext_lazy("Without the leader, and without those who belong to a unit below. "
                               "No more than these can be invited."),
    )  # fmt: skip

    def __init__(self, page: OrganisationPage, *words: Any, **more: Any) -> None:
        super().__init__(*words, **more)
        offer(self, "parent", unit_choices(page, _("Nothing: at the top")))


@require_http_methods(["GET", "POST"])
@login_required
def new(request: HttpRequest) -> HttpResponse:
    """One more unit."""
    page = my_tree(request)
    if request.method == "GET":
        form = UnitForm(page, initial={"parent": request.GET.get("under", ""), "headcount": 0})
        return _form(request, form, None)
    form = UnitForm(page, request.POST)
    if form.is_valid():
        try:
            organisations.add_unit(
                by=request.user, organisation_id=page.id, form=sent_form(request), now=clock.now(), **form.cleaned_data
            )
            messages.success(request, _("%(name)s is there now.") % {"name": form.cleaned_data["name"]})
            return redirect("organisation")
        except Faulty as faulty:
            add_faults(form, faulty)
    return _form(request, form, None, status=422)


@require_http_methods(["GET", "POST"])
@login_required
def change(request: HttpRequest, unit_id: uuid.UUID) -> HttpResponse:
    """From today the unit is like this; earlier rounds keep what it was."""
    page = my_tree(request)
    line = _line(page, unit_id)
    if request.method == "GET":
        first = {"name": line.name, "parent": line.parent or "", "headcount": line.headcount}
        return _form(request, UnitForm(page, initial=first), line)
    form = UnitForm(page, request.POST)
    if form.is_valid():
        try:
            organisations.change_unit(by=request.user, unit_id=unit_id, now=clock.now(), **form.cleaned_data)
            messages.success(request, _("Saved."))
            return redirect("organisation")
        except Faulty as faulty:
            add_faults(form, faulty)
    return _form(request, form, line, status=422)


@require_POST
@login_required
def close(request: HttpRequest, unit_id: uuid.UUID) -> HttpResponse:
    """The unit ends today; its results and plans stay."""
    name = organisations.close_unit(by=request.user, unit_id=unit_id, form=sent_form(request), now=clock.now())
    messages.success(request, _("%(name)s is closed. Its results and plans are still there.") % {"name": name})
    return redirect("organisation")


def _line(page: OrganisationPage, unit_id: uuid.UUID) -> TreeLine:
    found = next((line for line in page.lines if line.unit_id == unit_id), None)
    if found is None:
        raise NotThere(NOTHING_HERE)
    return found


def _form(request: HttpRequest, form: UnitForm, line: TreeLine | None, status: int = 200) -> HttpResponse:
    return render(request, "steward/unit.html", {"form": form, "line": line}, status=status)
