"""A link that signs somebody in once: made at the server, for when mail is broken or an address was typed wrong.

It stands in for the code by mail alone: whoever has an app or a passkey is asked for it all the same.
"""

import secrets
from datetime import datetime, timedelta

from kulturspejl.actions import account_changes
from kulturspejl.actions.deciding import deciding, deciding_alone
from kulturspejl.records.models import SignInLink, User
from kulturspejl.vault import codes

LASTS = timedelta(minutes=15)
BYTES = 32


def make(*, by: None, address: str, now: datetime) -> str | None:
    """The link's secret; None where nobody has the address. Only its fingerprint is kept, and one a person.

    `by` is None: it is for whoever runs the server. The owner gets a letter about it, and finds it on record.
    """
    id = User.objects.filter(email=address, is_active=True).values_list("id", flat=True).first()
    if id is None:
        return None
    token = secrets.token_urlsafe(BYTES)
    with deciding(User, id) as user:
        SignInLink.objects.filter(user=user).delete()
        SignInLink.objects.filter(expires_at__lte=now).delete()
        SignInLink.objects.create(token_hash=codes.fingerprint(token), user=user, expires_at=now + LASTS)
        account_changes.tell(user=user, what="link.made", decided_by=by, now=now)
    return token


def use(*, token: str, now: datetime) -> User | None:
    """Whom the link signs in; nobody the second time, and nobody after its time."""
    with deciding_alone("sign-in links"):
        found = SignInLink.objects.filter(token_hash=codes.fingerprint(token), expires_at__gt=now).first()
        if found is None:
            return None
        SignInLink.objects.filter(token_hash=found.token_hash).delete()
        return found.user if found.user.is_active else None
