"""Is it still you? A code by mail, for those who have no app and no passkey, before anything about logging in changes.

Whoever has one of these is asked for it by the sign-in library; a mailbox must not stand in for what is stronger.
"""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from allauth.account import app_settings
from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.account.internal.flows.reauthentication import suspend_request
from allauth.account.views import BaseReauthenticateView
from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _

from kulturspejl.actions import security_events
from kulturspejl.faces.shared.login import Guarded, More, SignedIn, View, needs_login
from kulturspejl.faces.shared.login_form import CodeFromMailForm

KEPT = "kulturspejl_second_look"
LASTS = 600
"""Seconds that a code is good for."""
TRIES = 3


def has_looked(request: HttpRequest) -> bool:
    """Whether the person has shown within the last minutes, once signed in, who they are."""
    looks = [one for one in get_authentication_records(request, request.user) if one.get("reauthenticated")]
    return bool(looks) and time.time() - looks[-1]["at"] < app_settings.REAUTHENTICATION_TIMEOUT


def ask(request: HttpRequest) -> HttpResponse:
    """Lead to the second look, and back to where they were."""
    ways = get_adapter().get_reauthentication_methods(request.user)
    return suspend_request(request, ways[0]["url"])


def asks_again(view: Guarded[More]) -> View[More]:
    """Around a view that changes how somebody logs in: nobody gets further without a second look."""

    @wraps(view)
    def asked(request: SignedIn, /, *words: More.args, **named: More.kwargs) -> HttpResponse:
        return view(request, *words, **named) if has_looked(request) else ask(request)

    return needs_login(asked)


def asks_first(page: str) -> Callable[[Guarded[More]], View[More]]:
    """The same for a press that gives a file: afterwards they stand on the page with the button, and press again."""

    def around(view: Guarded[More]) -> View[More]:
        @wraps(view)
        def asked(request: SignedIn, /, *words: More.args, **named: More.kwargs) -> HttpResponse:
            if has_looked(request):
                return view(request, *words, **named)
            ways = get_adapter().get_reauthentication_methods(request.user)
            back = urlencode({"next": reverse(page, kwargs=named)})
            return redirect(f"{ways[0]['url']}?{back}")

        return needs_login(asked)

    return around


@method_decorator(login_required, name="dispatch")
class SecondLook(BaseReauthenticateView):
    """The code by mail: sent when somebody presses the button, so that no link sends letters."""

    form_class = CodeFromMailForm
    template_name = "account/second_look.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        """The form compares with the code that was sent."""
        return {**super().get_form_kwargs(), "code": self._code()}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Whether a code is on its way."""
        return {**super().get_context_data(**kwargs), "is_sent": bool(self._code())}

    def post(self, request: HttpRequest, *words: Any, **more: Any) -> HttpResponse:
        """Send a code, or look at the one that was typed."""
        if request.POST.get("action") == "send" or not self._code():
            return self._send(request)
        response: HttpResponse = super().post(request, *words, **more)
        return response

    def form_valid(self, form: Any) -> HttpResponse:
        """It is you: go on to where you were going."""
        self.request.session.pop(KEPT, None)
        record_authentication(self.request, self.request.user, method="code", reauthenticated=True)
        response: HttpResponse = super().form_valid(form)
        return response

    def form_invalid(self, form: Any) -> HttpResponse:
        """Three tries, then a new code."""
        kept = self.request.session[KEPT]
        kept["tries"] += 1
        self.request.session[KEPT] = kept
        security_events.refused(user=self.request.user, about="second look", now=timezone.now())
        if kept["tries"] >= TRIES:
            self.request.session.pop(KEPT)
            messages.warning(self.request, _("That was not the code either. Ask for a new one."))
            return redirect(self.request.get_full_path())
        response: HttpResponse = super().form_invalid(form)
        return response

    def _send(self, request: HttpRequest) -> HttpResponse:
        adapter, address = get_adapter(request), getattr(request.user, "email", "")
        if not ratelimit.consume(request, action="request_login_code", key=f"second look {address}"):
            messages.warning(
                request,
                _("Several codes have just been sent to that address. Use the newest, or wait a minute."),
            )
            return redirect(request.get_full_path())
        code = adapter.generate_login_code()
        request.session[KEPT] = {"code": code, "at": time.time(), "tries": 0}
        adapter.send_mail("account/email/second_look", address, {"code": code})
        return redirect(request.get_full_path())

    def _code(self) -> str:
        kept = self.request.session.get(KEPT)
        return kept["code"] if kept and time.time() - kept["at"] < LASTS else ""


second_look = SecondLook.as_view()
