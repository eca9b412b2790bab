"""From the mirror to one trait, and from the trait to a first action."""

import uuid
from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.actions import plans
from kulturspejl.core.errors import Faulty, NotThere
from kulturspejl.faces.leader.plan_forms import ActionForm, TraitForm, told
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.mirror import mirror
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.readers import results as reader
from kulturspejl.readers import trait_page

LOOK_AGAIN = timedelta(weeks=6)
FIRST_STEP = timedelta(weeks=2)


@require_http_methods(["GET", "POST"])
@needs_login
def choose_trait(request: SignedIn, round_unit_id: uuid.UUID) -> HttpResponse:
    """More of, less of, what will be noticed, for whom it is better; then the first action."""
    page = reader.for_unit(request.user, round_unit_id, now=clock.now())
    if not page.may_plan:
        raise NotThere(NOTHING_HERE)
    form = TraitForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            trait_id = plans.choose_trait(
                by=request.user, unit_id=page.unit_id, stems_from=round_unit_id, form=sent_form(request),
                now=clock.now(), **form.cleaned_data,
            )  # fmt: skip
            return redirect("action_new", trait_id)
        except Faulty as faulty:
            told(form, faulty)
    status = 422 if form.errors else 200
    return render(request, "leader/trait.html", {"form": form, "page": page, "mirror": mirror(page)}, status=status)


@require_http_methods(["GET", "POST"])
@needs_login
def agree_action(request: SignedIn, trait_id: uuid.UUID) -> HttpResponse:
    """What, who, when, and when we look again (in six weeks unless they say otherwise)."""
    page = trait_page.for_user(request.user, trait_id, now=clock.now())
    today = clock.today()
    form = ActionForm(request.POST or None, initial={"due": today + FIRST_STEP, "follow_up": today + LOOK_AGAIN})
    if request.method == "POST" and form.is_valid():
        try:
            plans.agree_action(
                by=request.user, trait_id=trait_id, form=sent_form(request), now=clock.now(), **form.cleaned_data
            )
            messages.success(request, _("Agreed. It stands on your front pages, and the team sees it by card or link."))
            return redirect("home")
        except Faulty as faulty:
            told(form, faulty)
    status = 422 if form.errors else 200
    return render(request, "leader/action.html", {"form": form, "page": page}, status=status)


@require_POST
@needs_login
def set_state(request: SignedIn, action_id: uuid.UUID) -> HttpResponse:
    """Move an action on."""
    plans.set_state(by=request.user, action_id=action_id, state=request.POST.get("state", ""), now=clock.now())
    return redirect("home")
