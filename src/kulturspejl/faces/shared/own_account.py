"""One's own account: where one is logged in, what has happened, everything that is kept, and the second factor."""

import uuid

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from kulturspejl.actions import sessions as actions
from kulturspejl.faces.shared import about_file, clock, event_words, signed_in
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.second_look import asks_again, asks_first
from kulturspejl.readers import about_me, account, second_factor


@require_GET
@needs_login
def sessions(request: SignedIn) -> HttpResponse:
    """Where one is logged in, and what has happened to the account."""
    events = [(line.at, event_words.told(line)) for line in account.events(request.user)]
    lines = account.open_sessions(request.user, _this(request))
    return render(request, "account/sessions.html", {"lines": lines, "events": events})


@require_POST
@needs_login
def end(request: SignedIn, session_id: uuid.UUID) -> HttpResponse:
    """End one; whoever ends the one they sit in is logged out."""
    if session_id == _this(request):
        logout(request)
        return redirect(settings.LOGIN_URL)
    actions.end(by=request.user, session_id=session_id, now=timezone.now())
    messages.success(request, _("Logged out there."))
    return redirect("own_sessions")


@require_POST
@needs_login
def end_others(request: SignedIn) -> HttpResponse:
    """End all but this one."""
    actions.end_others(by=request.user, keep=_this(request), now=timezone.now())
    messages.success(request, _("You are logged in here alone now."))
    return redirect("own_sessions")


@require_GET
@needs_login
def factor(request: SignedIn) -> HttpResponse:
    """What administrator and HR need before anything else, or how many days they still have."""
    days = second_factor.days_left(request.user, now=clock.now())
    return redirect("home") if days is None else render(request, "account/factor.html", {"days": days})


@require_GET
@asks_again
def everything(request: SignedIn) -> HttpResponse:
    """All that is kept about oneself: how much of what, and the file."""
    found = about_me.everything(request.user, is_own=True, now=clock.now())
    return render(request, "account/own_everything.html", {"parts": found.parts})


@require_GET
@asks_first("own_everything")
def everything_file(request: SignedIn) -> HttpResponse:
    """The file."""
    return about_file.attached(about_me.everything(request.user, is_own=True, now=clock.now()))


def _this(request: HttpRequest) -> uuid.UUID | None:
    mark = signed_in.mark_of(request.session)
    return mark.id if mark else None
