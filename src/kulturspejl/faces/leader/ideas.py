"""Sending what somebody takes home from a day, or what a team has agreed in its room, to a unit's plan as an idea."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.actions import plans
from kulturspejl.core.errors import Faulty, NotThere, Refused
from kulturspejl.core.text import Text
from kulturspejl.faces.leader.plan_forms import IdeaForm
from kulturspejl.faces.leader.unit_choice import choice_in, typed_in
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.form_faults import told
from kulturspejl.faces.shared.ids import as_id
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.faces.shared.templatetags.saying import say
from kulturspejl.readers import plan_teams

CHOOSE = Text(da="Vælg den plan, den skal til.", en="Choose the plan that it goes to.")


@require_http_methods(["GET", "POST"])
@needs_login
def send_idea(request: SignedIn) -> HttpResponse:
    """Who will read it stands above the button; nothing is sent before it is pressed."""
    places = plan_teams.teams_of(request.user, now=clock.now())
    form, fault = typed_in(IdeaForm, request), ""
    if request.method == "POST" and not places:
        raise NotThere(NOTHING_HERE)
    if form.is_bound and form.is_valid():
        unit_id = as_id(request.POST.get("unit", ""))
        try:
            if unit_id is None:
                raise Refused(CHOOSE)
            plans.send_idea(
                by=request.user, unit_id=unit_id, form=sent_form(request), now=clock.now(), **form.cleaned_data
            )
            messages.success(request, _("Sent. It waits in the plan until it is taken in or declined."))
            return redirect("plan", unit_id)
        except Faulty as faulty:
            told(form, faulty)
        except Refused as refused:
            fault = say(refused.text)
    context = {"form": form, "fault": fault, **choice_in(request, places)}
    return render(request, "leader/idea.html", context, status=422 if form.errors or fault else 200)
