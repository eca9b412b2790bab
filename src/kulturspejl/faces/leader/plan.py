"""From the mirror to one trait, and from the trait to an action."""

import uuid
from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.actions import plans
from kulturspejl.core.errors import Faulty, NotThere
from kulturspejl.faces.leader.plan_forms import ActionForm, TraitForm
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.form_faults import told
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
    """What, who, when, and when we look again (in six weeks unless they say otherwise); or an idea for later."""
    page = trait_page.for_user(request.user, trait_id, now=clock.now())
    today, as_idea = clock.today(), request.POST.get("as") == "idea"
    form = ActionForm(
        request.POST or None, is_alone=not page.has_representatives,
        initial={"due": today + FIRST_STEP, "follow_up": today + LOOK_AGAIN},
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            plans.agree_action(
                by=request.user, trait_id=trait_id, as_idea=as_idea, form=sent_form(request), now=clock.now(),
                **form.cleaned_data,
            )  # fmt: skip
            messages.success(request, _kept(as_idea))
            return redirect("plan", page.trait.unit_id)
        except Faulty as faulty:
            told(form, faulty)
    context = {"form": form, "page": page, "unit_id": page.trait.unit_id}
    return render(request, "leader/action_new.html", context, status=422 if form.errors else 200)


def _kept(as_idea: bool) -> str:
    if as_idea:
        return _("Kept as an idea. Leader, AMR and TR see it in the plan; the team does not.")
    return _("Agreed. It stands on your front pages, and the team sees it by card or link.")
