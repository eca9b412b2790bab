"""Short ways of tests around signing in: a second look that has been passed, a second factor, a code from a letter."""

import re
import time

from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client

from kulturspejl.records.models import User

SEED = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def look_again(client: Client, user: User) -> None:
    """The browser's session says that its owner has just shown once more who they are."""
    session = client.session
    session["account_authentication_methods"] = [{"method": "code", "at": time.time(), "reauthenticated": True}]
    session["account_authentication_methods_user"] = str(user.pk)
    session.save()


def with_app(user: User) -> User:
    """An app is connected."""
    TOTP.activate(user, SEED)
    return user


def code_in(body: str) -> str:
    """The code that a letter carries on a line of its own."""
    found = re.search(r"^\s*([A-Z0-9]{3,}-?[A-Z0-9]+)\s*$", body, re.M)
    assert found, body
    return found[1]
