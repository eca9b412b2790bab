"""What the sign-in library says happened, written down for the owner; about changes the owner also gets a letter."""

from typing import Any

from allauth.account import signals as account
from allauth.account.authentication import get_authentication_records
from allauth.mfa import signals as mfa
from allauth.mfa.models import Authenticator
from django.contrib.auth import signals as auth
from django.http import HttpRequest
from django.utils import timezone

from kulturspejl.actions import account_changes, security_events, sessions
from kulturspejl.faces.shared import browsers, later, signed_in
from kulturspejl.records.models import OpenSession, User

WAYS = {"code": "mail", "password": "password", "link": "link"}


def listen() -> None:
    """Begin to listen; called once, when the face is ready."""
    auth.user_logged_in.connect(_signed_in, dispatch_uid="kulturspejl")
    auth.user_logged_out.connect(_signed_out, dispatch_uid="kulturspejl")
    auth.user_login_failed.connect(_refused, dispatch_uid="kulturspejl")
    account.login_code_rejected.connect(_code_refused, dispatch_uid="kulturspejl")
    mfa.authentication_failed.connect(_factor_refused, dispatch_uid="kulturspejl")
    account.password_set.connect(_password_changed, dispatch_uid="kulturspejl")
    account.password_changed.connect(_password_changed, dispatch_uid="kulturspejl")
    mfa.authenticator_added.connect(_added, dispatch_uid="kulturspejl")
    mfa.authenticator_removed.connect(_removed, dispatch_uid="kulturspejl")
    mfa.authenticator_reset.connect(_made_anew, dispatch_uid="kulturspejl")
    mfa.authenticator_used.connect(_used, dispatch_uid="kulturspejl")


def ways_of(request: HttpRequest, user: User) -> str:
    """How somebody has signed in: mail, totp; empty for the first visit and the demo."""
    found = [
        one.get("type") or WAYS.get(one["method"], one["method"])
        for one in get_authentication_records(request, user)
    ]
    return ", ".join(dict.fromkeys(found))


def _signed_in(request: HttpRequest, user: User, **_more: Any) -> None:
    now = timezone.now()
    signed_in.begin(request, user, now=now)
    browser = browsers.coarse(request.META.get("HTTP_USER_AGENT", ""))
    security_events.note(
        user=user,
        kind="signed_in",
        about=" · ".join(filter(None, [ways_of(request, user), browser])),
        now=now,
    )


def _signed_out(request: HttpRequest, user: User | None, **_more: Any) -> None:
    mark = signed_in.mark_of(request.session)
    if user is None or mark is None:
        return
    found = OpenSession.objects.filter(user=user, id=mark.id)
    sessions.close(found, now=timezone.now(), about=getattr(request, "ended_by", "") or "own")


def _refused(credentials: dict[str, Any], request: HttpRequest | None = None, **_more: Any) -> None:
    address = str(credentials.get("email", "")).strip().lower()
    later.do(lambda: _note_refused(address))


def _note_refused(address: str) -> None:
    user = User.objects.filter(email=address).first()
    security_events.refused(user=user, about="password", now=timezone.now())


def _code_refused(user: User, **_more: Any) -> None:
    # Beside the answer: the page of an address without an account has nothing to write down.
    later.do(lambda: security_events.refused(user=user, about="mail", now=timezone.now()))


def _factor_refused(user: User, authenticator: Authenticator, **_more: Any) -> None:
    security_events.refused(user=user, about=str(authenticator.type), now=timezone.now())


def _password_changed(user: User, **_more: Any) -> None:
    account_changes.tell(user=user, what="password", now=timezone.now())


def _added(user: User, authenticator: Authenticator, **_more: Any) -> None:
    # Recovery codes come and go with the first and the last factor, whose own letter tells of both.
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        account_changes.tell(user=user, what=f"added.{authenticator.type}", now=timezone.now())


def _removed(user: User, authenticator: Authenticator, **_more: Any) -> None:
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        account_changes.tell(user=user, what=f"removed.{authenticator.type}", now=timezone.now())


def _made_anew(user: User, authenticator: Authenticator, **_more: Any) -> None:
    account_changes.tell(user=user, what=f"made.{authenticator.type}", now=timezone.now())


def _used(user: User, authenticator: Authenticator, **_more: Any) -> None:
    if authenticator.type == Authenticator.Type.RECOVERY_CODES:
        account_changes.tell(user=user, what=f"used.{authenticator.type}", now=timezone.now())
