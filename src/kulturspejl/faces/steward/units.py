"""Making, renaming, moving, counting and closing a unit, and opening it again."""

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.actions import organisations
from kulturspejl.core.errors import Faulty, NotThere
from kulturspejl.core.text import Text
from kulturspejl.core.units.line import LONGEST_ID, MOST_PEOPLE
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.faces.steward.here import add_faults, my_tree
from kulturspejl.faces.steward.unit_field import UnitField, Units, unit_field
from kulturspejl.readers import organisation as reader
from kulturspejl.readers.organisation import OrganisationPage, TreeLine

A_PAGE = 100
"""Closed units on one page."""


class UnitForm(forms.Form):
    """What a unit is called, where it stands and how many are attached directly."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=200)
    parent = UnitField(label=gettext_lazy("Belongs to"), required=False)
    headcount = forms.IntegerField(
        label=gettext_lazy("Employees attached directly"), min_value=0, max_value=MOST_PEOPLE,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        help_text=gettext_lazy("Without the leader, and without those who belong to a unit below. "
                               "No more than these can be invited."),
    )  # fmt: skip
    external_id = forms.CharField(
        label=gettext_lazy("Your own id"), max_length=LONGEST_ID, required=False,
        help_text=gettext_lazy("As it stands in your lists, so that they find the unit again. May be empty."),
    )  # fmt: skip

    def __init__(self, page: OrganisationPage, *words: Any, **more: Any) -> None:
        super().__init__(*words, **more)
        unit_field(self, "parent").offer(Units.of(page.lines), _("at the top"))


class OpenForm(forms.Form):
    """Where a closed unit stands when it is opened again."""

    parent = UnitField(label=gettext_lazy("Belongs to"), required=False)

    def __init__(self, page: OrganisationPage, *words: Any, **more: Any) -> None:
        super().__init__(*words, **more)
        unit_field(self, "parent").offer(Units.of(page.lines), _("at the top"))


@require_http_methods(["GET", "POST"])
@needs_login
def new(request: SignedIn) -> HttpResponse:
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
@needs_login
def change(request: SignedIn, unit_id: uuid.UUID) -> HttpResponse:
    """From today the unit is like this; earlier rounds keep what it was, and one under way says so first."""
    page = my_tree(request)
    line = _line(page.lines, unit_id)
    if request.method == "GET":
        first = {
            "name": line.name, "parent": line.parent or "", "headcount": line.headcount, "external_id": line.own_id
        }  # fmt: skip
        return _form(request, UnitForm(page, initial=first), line)
    asks: tuple[Text, ...] = ()
    form = UnitForm(page, request.POST)
    if form.is_valid():
        try:
            organisations.change_unit(
                by=request.user, unit_id=unit_id, sure="sure" in request.POST, now=clock.now(), **form.cleaned_data
            )
            messages.success(request, _("Saved."))
            return redirect("organisation")
        except organisations.AsksFirst as first_asked:
            asks = first_asked.texts
        except Faulty as faulty:
            add_faults(form, faulty)
    return _form(request, form, line, asks, status=422)


@require_POST
@needs_login
def close(request: SignedIn, unit_id: uuid.UUID) -> HttpResponse:
    """The unit ends today; its results and plans stay."""
    try:
        name = organisations.close_unit(
            by=request.user, unit_id=unit_id, sure="sure" in request.POST, form=sent_form(request), now=clock.now()
        )
    except organisations.AsksFirst as asks:
        line = _line(my_tree(request).lines, unit_id)
        return render(request, "steward/unit_close.html", {"line": line, "asks": asks.texts}, status=asks.status)
    messages.success(request, _("%(name)s is closed. Its results and plans are still there.") % {"name": name})
    return redirect("organisation")


@require_http_methods(["GET", "POST"])
@needs_login
def open_again(request: SignedIn, closed_id: uuid.UUID) -> HttpResponse:
    """A closed unit is there again, under the old one where that is open, else under one that is chosen."""
    page = my_tree(request)
    if request.method == "GET":
        line = _line(page.closed, closed_id)
        is_open = any(one.unit_id == line.parent for one in page.lines)
        form = OpenForm(page, initial={"parent": line.parent if is_open else ""})
        return render(request, "steward/unit_open.html", {"form": form, "line": line})
    form = OpenForm(page, request.POST)
    if form.is_valid():
        try:
            name = organisations.open_unit_again(
                by=request.user, unit_id=closed_id, form=sent_form(request), now=clock.now(), **form.cleaned_data
            )
            messages.success(request, _("%(name)s is open again.") % {"name": name})
            return redirect("organisation")
        except Faulty as faulty:
            add_faults(form, faulty)
    return render(request, "steward/unit_open.html", {"form": form, "line": _line(page.closed, closed_id)}, status=422)


@require_GET
@needs_login
def closed(request: SignedIn) -> HttpResponse:
    """The closed units: found by a word, turned page by page."""
    page, word = my_tree(request), request.GET.get("find", "").strip()
    places = Units.of(page.lines, page.closed)
    found = [line for line in page.closed if word.casefold() in line.name.casefold()]
    shown = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    hanging = reader.hanging(page.id, [line.unit_id for line in shown], now=clock.now())
    context = {
        "lines": shown, "rows": [(line, places.where(line), hanging[line.unit_id]) for line in shown], "word": word,
        "is_large": len(page.closed) > A_PAGE,
    }  # fmt: skip
    return render(request, "steward/closed_units.html", context)


def _line(lines: Sequence[TreeLine], unit_id: uuid.UUID) -> TreeLine:
    found = next((line for line in lines if line.unit_id == unit_id), None)
    if found is None:
        raise NotThere(NOTHING_HERE)
    return found


def _form(
    request: HttpRequest, form: UnitForm, line: TreeLine | None, asks: tuple[Text, ...] = (), status: int = 200
) -> HttpResponse:
    return render(request, "steward/unit.html", {"form": form, "line": line, "asks": asks}, status=status)
