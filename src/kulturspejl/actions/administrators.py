"""Making somebody administrator from the server: for when the only one has left, or has typed a wrong address."""

import uuid
from datetime import datetime

from kulturspejl.access.permission import day_of
from kulturspejl.access.standing import grants_on
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.people import account_of
from kulturspejl.actions.telling_near import tell_administrators
from kulturspejl.core.permissions import Role
from kulturspejl.core.tables.mailbox import mailbox
from kulturspejl.records.models import Grant, Organisation


def make(*, by: None, organisation_id: uuid.UUID, name: str, address: str, now: datetime) -> bool:
    """Give the role in the whole organisation; False for whoever has it already. Raises Refused for no address.

    `by` is None: it is for whoever runs the server. The organisation's list of changes says that it was done there, and
    the other administrators have a letter.
    """
    with deciding(Organisation, organisation_id) as organisation:
        user = account_of(mailbox(address), name, organisation.language)
        held = grants_on(day_of(now)).filter(user=user, organisation_id=organisation_id, role=Role.STEWARD)
        if held.exists():
            return False
        made = Grant.objects.create(
            user=user, organisation_id=organisation_id, unit=None, role=Role.STEWARD, starts=day_of(now), given_at=now
        )
        line = note(by=by, organisation_id=organisation_id, verb="grant.steward", about=made.id, now=now)
        tell_administrators([line], new=[made.id], now=now)
    return True
