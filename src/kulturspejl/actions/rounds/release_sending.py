"""AMR or TR (else the steward) lets the round out: codes are made, gates and boxes built, letters sent."""

import os
import random
import uuid
from datetime import datetime

from kulturspejl.access.agreeing import needs_agreement
from kulturspejl.access.permission import NOTHING_HERE, day_of
from kulturspejl.access.releasing import lets_out
from kulturspejl.access.standing import roles_at
from kulturspejl.actions import ballots, gates
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.rounds.create import refuse_leaders
from kulturspejl.actions.rounds.finding import require_state, ring
from kulturspejl.actions.sent import keep, made_before
from kulturspejl.core.content.text import Text
from kulturspejl.core.errors import NotThere, Refused
from kulturspejl.core.permissions import Role
from kulturspejl.records.models import Door, Gate, Invitation, Round, RoundState, RoundUnit, User
from kulturspejl.vault import codes, keys
from kulturspejl.vault.sealing import seal


def release_sending(
    *, by: User, round_id: uuid.UUID, agreed: bool, form: uuid.UUID | None = None, now: datetime
) -> None:
    """Open the round. `agreed`: they have agreed to be asked again within six weeks, where that is needed.

    Raises NotThere for whoever may not release it, Refused when the agreement is missing or the closing
    date has passed.
    """
    with deciding(Round, round_id) as found:
        require_release(by, found, now)
        if made_before(form, by) is not None:
            return
        require_state(found, RoundState.WAITING, RoundState.ON_HOLD)
        roles = roles_at(by, found.root_id, day_of(now))
        found.needs_agreement = needs_agreement(found, day_of(now))
        _refuse(found, agreed=agreed, roles=roles, now=now)
        key = keys.create(round_id)
        units = list(found.units.all())
        for unit in units:
            # Somebody may have become the unit's leader since the round was made.
            addresses = unit.invitations.exclude(address="").values_list("address", flat=True)
            refuse_leaders(unit.unit_id, unit.name, addresses, day_of(now))
            _open_unit(key, unit)
        ballots.build(round_id, [(unit.id, unit.shards) for unit in units])
        found.state = RoundState.OPEN
        found.approved_by = by
        found.approved_as = approved_as(roles)
        found.opened_on = day_of(now)
        found.save()
        note(
            by=by,
            organisation_id=found.organisation_id,
            verb="round.release_sending",
            about=round_id,
            now=now,
        )
        keep(form, by, round_id, now)
        ring(round_id)


def require_release(by: User, found: Round, now: datetime) -> None:
    """For whoever may release its sending; NotThere for everybody else."""
    if not lets_out(by, found, day_of(now)):
        raise NotThere(NOTHING_HERE)


def approved_as(roles: frozenset[Role]) -> str:
    """In which role the sending was released, as employees are told."""
    for role in (Role.AMR, Role.TR, Role.STEWARD):
        if role in roles:
            return role.value
    return ""


def _refuse(found: Round, *, agreed: bool, roles: frozenset[Role], now: datetime) -> None:
    if found.closes_at <= now:
        raise Refused(
            Text(
                da="Lukkedagen er passeret. Annullér målingen, og lav en ny.",
                en="The closing day has passed. Cancel the round and make a new one.",
            )
        )
    if found.needs_agreement and not (agreed and {Role.AMR, Role.TR} & roles):
        raise Refused(
            Text(
                da="Der har været en måling her inden for seks uger. En ny kræver, at AMR eller TR er enig. "
                "Sæt kryds, hvis I er enige.",
                en="There has been a round here within six weeks. A new one needs the agreement of the safety or union "
                "representative. Tick the box if you agree.",
            )
        )


def _open_unit(key: bytes, unit: RoundUnit) -> None:
    """Codes, doors and gates of one unit; whatever is written in rows is shuffled first."""
    invitations = list(unit.invitations.all())
    random.SystemRandom().shuffle(invitations)
    doors: list[Door] = []
    categories: dict[bytes, str] = {}
    for one in invitations:
        entry = os.urandom(gates.ENTRY)
        categories[entry] = one.category
        doors += _give_code(key, one, unit, entry)
    Invitation.objects.bulk_update(invitations, ["code_sealed"])
    Door.objects.bulk_create(sorted(doors, key=lambda door: door.code_hash))
    unit.shards = gates.shards_for(len(invitations))
    unit.save(update_fields=["shards"])
    Gate.objects.bulk_create(gates.build(key, unit.id, categories, unit.shards))


def _give_code(key: bytes, one: Invitation, unit: RoundUnit, entry: bytes) -> list[Door]:
    """Both codes of one person lead to the same entry; a mail carries both, so does a card."""
    long, short = codes.make_long(), _unused_short()
    one.code_sealed = seal(key, f"{long} {short}".encode(), one.id.bytes)
    return [Door(code_hash=codes.fingerprint(code), round_unit=unit, entry=entry) for code in (long, short)]


def _unused_short() -> str:
    while True:
        short = codes.make_short()
        if not Door.objects.filter(code_hash=codes.fingerprint(short)).exists():
            return short
