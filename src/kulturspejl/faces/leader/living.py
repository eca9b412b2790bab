"""One action: read it, change it, say yes to it, move it on, take the last thing back."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kulturspejl.actions import plans
from kulturspejl.core.errors import Conflict, Faulty, KulturspejlError, Refused
from kulturspejl.core.plans.action import FIELDS
from kulturspejl.core.plans.states import State
from kulturspejl.faces.leader.plan import FIRST_STEP, LOOK_AGAIN
from kulturspejl.faces.leader.plan_forms import ActionForm
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.seen_version import number, seen
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.faces.shared.templatetags.saying import say
from kulturspejl.faces.shared.tried import tried
from kulturspejl.readers import action_page as reader
from kulturspejl.readers.action_page import ActionPage


@require_GET
@needs_login
def action(request: SignedIn, action_id: uuid.UUID) -> HttpResponse:
    """Its words, who has agreed, what came of it, its history."""
    return _page(request, action_id)


@require_http_methods(["GET", "POST"])
@needs_login
def change(request: SignedIn, action_id: uuid.UUID) -> HttpResponse:
    """Other words or days; an idea is taken in here. Whoever comes second sees what the first wrote."""
    page = reader.for_user(request.user, action_id, now=clock.now())
    form = ActionForm(
        request.POST or None, is_alone=not page.has_representatives or bool(page.action.partner),
        initial=_written(page),
    )  # fmt: skip
    outcome = tried(
        request, form, lambda: plans.change_action(
            by=request.user, action_id=action_id, seen=seen(request), take_in=request.POST.get("as") == "agreed",
            form=sent_form(request), now=clock.now(), **form.cleaned_data,
        ),
    )  # fmt: skip
    if outcome.is_done:
        messages.success(request, _("Kept."))
        return redirect("action", action_id)
    if outcome.conflict:
        page = reader.for_user(request.user, action_id, now=clock.now())
    context = {
        "form": form, "page": page, "conflict": outcome.conflict, "is_idea": page.action.state is State.IDEA,
    }  # fmt: skip
    return render(request, "leader/action_change.html", context, status=outcome.status)


@require_POST
@needs_login
def set_state(request: SignedIn, action_id: uuid.UUID) -> HttpResponse:
    """Move an action on, with a line where one is needed."""
    try:
        plans.move(
            by=request.user, action_id=action_id, state=request.POST.get("state", ""), seen=seen(request),
            line=request.POST.get("line", ""), form=sent_form(request), now=clock.now(),
        )  # fmt: skip
    except (Conflict, Refused, Faulty) as error:
        return _page(request, action_id, error)
    return redirect("action", action_id)


@require_POST
@needs_login
def consent(request: SignedIn, action_id: uuid.UUID) -> HttpResponse:
    """Say yes to it as it stands."""
    try:
        plans.consent(
            by=request.user, action_id=action_id, seen=seen(request), form=sent_form(request), now=clock.now()
        )
    except (Conflict, Refused) as error:
        return _page(request, action_id, error)
    return redirect("action", action_id)


@require_POST
@needs_login
def undo(request: SignedIn, action_id: uuid.UUID) -> HttpResponse:
    """Take the last thing back."""
    try:
        plans.undo(
            by=request.user, action_id=action_id, event=number(request, "event"), form=sent_form(request),
            now=clock.now(),
        )  # fmt: skip
    except (Conflict, Refused) as error:
        return _page(request, action_id, error)
    messages.success(request, _("Taken back. It stands in the history that it was there."))
    return redirect("action", action_id)


def _page(request: SignedIn, action_id: uuid.UUID, error: KulturspejlError | None = None) -> HttpResponse:
    """`error` is why something was not done; what was typed stands there still."""
    page = reader.for_user(request.user, action_id, now=clock.now())
    context = {
        "page": page, "fault": say(error.text) if error else "", "line": request.POST.get("line", ""),
        "is_time": page.action.waits(clock.today()),
    }  # fmt: skip
    return render(request, "leader/action.html", context, status=error.status if error else 200)


def _written(page: ActionPage) -> dict[str, object]:
    """The form as it stands now; an idea gets days to begin with."""
    written = {name: getattr(page.action, name) for name in FIELDS}
    if page.action.state is State.IDEA:
        written["due"] = written["due"] or clock.today() + FIRST_STEP
        written["follow_up"] = written["follow_up"] or clock.today() + LOOK_AGAIN
    return written
