"""People and their permissions: given with a scope and an end, taken back with one press."""

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from kulturspejl.actions import people as actions
from kulturspejl.core.errors import Faulty
from kulturspejl.core.permissions import Role
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.day_field import day_input
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.mailbox_field import MailboxField
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.faces.steward.here import add_faults, my_tree
from kulturspejl.faces.steward.unit_field import UnitField, Units, unit_field
from kulturspejl.readers import organisation as reader
from kulturspejl.readers.organisation import OrganisationPage

A_PAGE = 200
"""Permissions on one page; a list of fewer is shown whole, with nothing to find or to turn."""

ROLES = [
    (Role.LEADER, gettext_lazy("leader")),
    (Role.AMR, gettext_lazy("safety representative (AMR)")),
    (Role.TR, gettext_lazy("union representative (TR)")),
    (Role.HR, gettext_lazy("HR: only pictures of at least three units")),
    (Role.FACILITATOR, gettext_lazy("facilitator")),
    (Role.STEWARD, gettext_lazy("administrator")),
]


class GrantForm(forms.Form):
    """Who may what, where and until when."""

    email = MailboxField(label=gettext_lazy("Mail address at work"))
    name = forms.CharField(label=gettext_lazy("Name"), max_length=200, required=False)
    role = forms.TypedChoiceField(label=gettext_lazy("Permission as"), choices=ROLES, coerce=Role)
    unit = UnitField(
        label=gettext_lazy("In the unit"), required=False,
        help_text=gettext_lazy("AMR and TR also reach the units below; a leader only the unit itself. "
                               "Administrator and HR reach the whole organisation."),
    )  # fmt: skip
    ends = forms.DateField(
        label=gettext_lazy("Last day"), required=False, input_formats=["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y"],
        widget=day_input(),
        help_text=gettext_lazy("Empty: until you end it."),
    )  # fmt: skip

    def __init__(self, page: OrganisationPage, *words: Any, **more: Any) -> None:
        super().__init__(*words, **more)
        unit_field(self, "unit").offer(Units.of(page.lines, page.closed), _("the whole organisation"))


@require_http_methods(["GET", "POST"])
@needs_login
def people(request: SignedIn) -> HttpResponse:
    """The list, and the form for one more."""
    page = my_tree(request)
    form = GrantForm(page, request.POST or None, initial={"unit": request.GET.get("unit", "")})
    if request.method == "POST" and form.is_valid() and _grant(request, page, form):
        messages.success(request, _("The permission is given. They get a letter about it; so do leader, AMR and TR."))
        return redirect("people")
    word = request.GET.get("find", "").strip()
    lines = reader.people(request.user, page.id, word=word, now=clock.now())
    shown = Paginator(lines, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form, "lines": shown, "is_large": bool(word) or len(lines) > A_PAGE, "word": word, "page": page,
        "roles": dict(ROLES),
    }  # fmt: skip
    return render(request, "steward/people.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@needs_login
def end(request: SignedIn, grant_id: uuid.UUID) -> HttpResponse:
    """Asks, and says what it means; then the permission ends now."""
    if request.method == "GET":
        return render(request, "steward/end_permission.html", {"page": reader.ending(
            request.user, grant_id, now=clock.now()
        )})  # fmt: skip
    actions.end(by=request.user, grant_id=grant_id, form=sent_form(request), now=clock.now())
    if not reader.is_steward(request.user, now=clock.now()):
        messages.success(request, _("You are no administrator any more. Another one can give it back to you."))
        return redirect("home")
    messages.success(request, _("The permission has ended."))
    return redirect("people")


def _grant(request: SignedIn, page: OrganisationPage, form: GrantForm) -> bool:
    chosen = form.cleaned_data
    try:
        actions.grant(
            by=request.user, organisation_id=page.id, email=chosen["email"], name=chosen["name"], role=chosen["role"],
            unit_id=chosen["unit"], ends=chosen["ends"], form=sent_form(request), now=clock.now(),
        )  # fmt: skip
    except Faulty as faulty:
        add_faults(form, faulty)
        return False
    return True
