"""Two detours: a second look before how somebody logs in is changed, and the second factor of administrator and HR."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kulturspejl.faces.shared import clock, second_look
from kulturspejl.readers import second_factor
from kulturspejl.records.models import User

CHANGES = frozenset(
    {
        "mfa_activate_totp", "mfa_deactivate_totp", "mfa_add_webauthn", "mfa_remove_webauthn", "mfa_edit_webauthn",
        "mfa_generate_recovery_codes", "mfa_view_recovery_codes", "mfa_download_recovery_codes", "account_set_password",
        "account_change_password",
    }
)  # fmt: skip
"""Pages of the sign-in library that show or change how somebody logs in. Our own are wrapped by `asks_again`."""
OPEN = ("kulturspejl.faces.respondent", "kulturspejl.faces.participant", "kulturspejl.faces.models")
"""What anybody may open without an account."""
WAYS_ON = ("/account/", "/language", "/healthz", "/demo/")


class FactorsFirst:
    """Asked once the address is known and before its view."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Nothing to do on the way."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], _words: Any, _more: Any
    ) -> HttpResponse | None:
        """A detour, where one is needed."""
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or view.__module__.startswith(OPEN):
            return None
        if not isinstance(request.user, User):
            return None
        match = request.resolver_match
        if match is not None and match.url_name in CHANGES and not second_look.has_looked(request):
            return second_look.ask(request)
        if request.path.startswith(WAYS_ON):
            return None
        request.factor_days = second_factor.days_left(request.user, now=clock.now())  # type: ignore[attr-defined]
        return redirect("second_factor") if request.factor_days == 0 else None  # type: ignore[attr-defined]
