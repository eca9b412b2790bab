"""A trait: chosen without a result, read with its history, its words put right."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.actions import plans
from kulturspejl.core.errors import Conflict, Faulty, KulturspejlError, NotThere, Refused
from kulturspejl.core.plans.trait import FIELDS
from kulturspejl.core.text import Text
from kulturspejl.faces.leader.plan_forms import ChosenTraitForm, TraitForm
from kulturspejl.faces.leader.unit_choice import choice_in, chosen_in, typed_in
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.form_faults import told
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.seen_version import number, seen
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.faces.shared.templatetags.saying import say
from kulturspejl.faces.shared.tried import tried
from kulturspejl.readers import plan_page, plan_teams
from kulturspejl.readers import trait_page as reader

CHOOSE = Text(da="Vælg den enhed, trækket er for.", en="Choose the unit that the trait is for.")


@require_http_methods(["GET", "POST"])
@needs_login
def choose(request: SignedIn) -> HttpResponse:
    """A trait of a course day, a meeting or a room, or of no such thing: not every one comes from a round."""
    places = plan_teams.teams_of(request.user, now=clock.now())
    form = typed_in(ChosenTraitForm, request)
    chosen, fault = chosen_in(request, places), ""
    if request.method == "POST" and not places:
        raise NotThere(NOTHING_HERE)
    if form.is_bound and form.is_valid():
        try:
            if chosen is None:
                raise Refused(CHOOSE)
            trait_id = plans.choose_trait(
                by=request.user, unit_id=chosen, stems_from=None, form=sent_form(request), now=clock.now(),
                **form.cleaned_data,
            )  # fmt: skip
            return redirect("action_new", trait_id)
        except Faulty as faulty:
            told(form, faulty)
        except Refused as refused:
            fault = say(refused.text)
    context = {"form": form, "fault": fault, "current": _current(request, chosen), **choice_in(request, places)}
    return render(request, "leader/trait_new.html", context, status=422 if form.errors or fault else 200)


@require_GET
@needs_login
def trait(request: SignedIn, trait_id: uuid.UUID) -> HttpResponse:
    """Its words, where it came from, its actions, what came of it, its history."""
    return _page(request, trait_id)


@require_http_methods(["GET", "POST"])
@needs_login
def change(request: SignedIn, trait_id: uuid.UUID) -> HttpResponse:
    """Other words for the same trait; whoever comes second sees what the first wrote."""
    page = reader.for_user(request.user, trait_id, now=clock.now())
    form = TraitForm(request.POST or None, initial={name: getattr(page.trait, name) for name in FIELDS})
    outcome = tried(
        request, form, lambda: plans.change_trait(
            by=request.user, trait_id=trait_id, seen=seen(request), form=sent_form(request), now=clock.now(),
            **form.cleaned_data,
        ),
    )  # fmt: skip
    if outcome.is_done:
        messages.success(request, _("Kept. You can take it back for a day."))
        return redirect("trait", trait_id)
    if outcome.conflict:
        page = reader.for_user(request.user, trait_id, now=clock.now())
    context = {"form": form, "page": page, "conflict": outcome.conflict}
    return render(request, "leader/trait_change.html", context, status=outcome.status)


@require_POST
@needs_login
def undo(request: SignedIn, trait_id: uuid.UUID) -> HttpResponse:
    """Take the last change of its words back."""
    try:
        plans.undo_trait(
            by=request.user, trait_id=trait_id, event=number(request, "event"), form=sent_form(request),
            now=clock.now(),
        )  # fmt: skip
    except (Conflict, Refused) as error:
        return _page(request, trait_id, error)
    messages.success(request, _("Taken back. It stands in the history that it was there."))
    return redirect("trait", trait_id)


def _page(request: SignedIn, trait_id: uuid.UUID, error: KulturspejlError | None = None) -> HttpResponse:
    page = reader.for_user(request.user, trait_id, now=clock.now())
    context = {"page": page, "fault": say(error.text) if error else ""}
    return render(request, "leader/trait_page.html", context, status=error.status if error else 200)


def _current(request: SignedIn, unit_id: uuid.UUID | None) -> Any:
    """The trait that is worked on there now, which would be laid aside; none of a unit that is not one's own."""
    if unit_id is None:
        return None
    try:
        found = plan_page.for_user(request.user, unit_id, now=clock.now()).plan.current
    except NotThere:
        return None
    return found[0] if found else None
