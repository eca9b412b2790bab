"""The ten minutes in which a team looks at an action again."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kulturspejl.actions import plans
from kulturspejl.core.errors import Conflict, Faulty, Refused
from kulturspejl.faces.leader.plan import LOOK_AGAIN
from kulturspejl.faces.leader.plan_forms import FollowUpForm
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.form_faults import told
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.seen_version import seen
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.faces.shared.templatetags.saying import say
from kulturspejl.readers import action_page as reader


@require_http_methods(["GET", "POST"])
@needs_login
def follow_up(request: SignedIn, action_id: uuid.UUID) -> HttpResponse:
    """Last time's words, the sign, what it did, keep, change or stop, what is next, and when."""
    page = reader.for_user(request.user, action_id, now=clock.now())
    form = FollowUpForm(request.POST or None, initial={"next_day": clock.today() + LOOK_AGAIN})
    fault, status = "", 200
    if request.method == "POST" and form.is_valid():
        try:
            plans.follow_up(
                by=request.user, action_id=action_id, seen=seen(request), form=sent_form(request), now=clock.now(),
                **form.cleaned_data,
            )  # fmt: skip
            messages.success(request, _("Kept. You can take it back for a day."))
            return redirect("action", action_id)
        except Faulty as faulty:
            told(form, faulty)
        except (Conflict, Refused) as error:
            fault, status = say(error.text), error.status
            page = reader.for_user(request.user, action_id, now=clock.now())
    context = {"form": form, "page": page, "fault": fault}
    return render(request, "leader/follow_up.html", context, status=422 if form.errors else status)
