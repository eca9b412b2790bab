"""Second factors: seeds kept in the clear before version 0.2.0 are sealed, and lost factors are taken off."""

from datetime import datetime

from allauth.mfa.models import Authenticator

from kulturspejl.actions import account_changes
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding, deciding_alone, lock_all
from kulturspejl.core.tables.mailbox import is_mailbox, mailbox
from kulturspejl.records.models import User
from kulturspejl.vault import own_key

ABOUT = "second factors"
SEEDS = ("secret", "seed")


def seal_plain() -> int:
    """Seal every seed that is not; how many there were. Nobody's doing, so no line is noted."""
    with deciding_alone(ABOUT):
        found = lock_all(Authenticator.objects.exclude(type=Authenticator.Type.WEBAUTHN))
        return sum(_seal(one) for one in found)


def _seal(one: Authenticator) -> bool:
    plain = {name: one.data[name] for name in SEEDS if name in one.data and not own_key.is_sealed(one.data[name])}
    if plain:
        one.data |= {name: own_key.seal_text(text, ABOUT) for name, text in plain.items()}
        one.save(update_fields=["data"])
    return bool(plain)


def forget(*, by: None, email: str, now: datetime) -> bool:
    """Take app, passkeys and recovery codes off an account; False where nobody has the address.

    `by` is None: it is for whoever runs the server, where an app is lost or SECRET_KEY is another one. The owner
    signs in with a code by mail afterwards. The person's organisations see it in their list of changes.
    """
    id = User.objects.filter(email=mailbox(email) if is_mailbox(email) else email).values_list("id", flat=True).first()
    if id is None:
        return False
    with deciding(User, id) as user:
        if Authenticator.objects.filter(user=user).delete()[0]:
            account_changes.tell(user=user, what="factors.forgotten", now=now)
        # One line an organisation, at a permission by which the person can be told there.
        for grant in {one.organisation_id: one for one in user.grants.all()}.values():
            note(by=by, organisation_id=grant.organisation_id, verb="factors.forget", about=grant.id, now=now)
    return True
