"""Who may let a round out, see its list and print its cards: AMR or TR (else the steward) who leads none of its units.

The round's root alone does not tell: an AMR of the whole branch may lead one of the units in it, and would hold the
codes of the own employees.
"""

import uuid
from datetime import date

from kulturspejl.access.standing import grants_on, representatives_of, roles_at
from kulturspejl.core.permissions import Role, may_release
from kulturspejl.records.people import User
from kulturspejl.records.rounds import Round


def lets_out(user: User, found: Round, day: date) -> bool:
    """Whether this person releases the sending of the round, and sees its addresses and cards."""
    if user.id in _leaders(found, day):
        return False
    return may_release(roles_at(user, found.root_id, day), representatives=len(representatives(found, day)))


def representatives(found: Round, day: date) -> set[uuid.UUID]:
    """AMR and TR of the round's root who lead none of the units that are asked."""
    return {row.user_id for row in representatives_of(found.root_id, day)} - _leaders(found, day)


def _leaders(found: Round, day: date) -> set[uuid.UUID]:
    asked = [unit.unit_id for unit in found.units.all() if unit.invited.get("E", 0)]
    rows = grants_on(day).filter(unit_id__in=[*asked, found.root_id], role=Role.LEADER)
    return set(rows.values_list("user_id", flat=True))
