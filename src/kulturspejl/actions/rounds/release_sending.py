"""AMR or TR (else the steward) lets the round out: codes are made, gates and boxes built, letters sent."""

import os
import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
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
from kulturspejl.actions.rounds.giving_codes import give_code, unused_shorts
from kulturspejl.actions.sent import keep, made_before
from kulturspejl.actions.telling_hand_overs import tell_it_is_open
from kulturspejl.core.errors import NotThere, Refused
from kulturspejl.core.permissions import Role
from kulturspejl.core.text import Text
from kulturspejl.records.models import Door, Gate, Invitation, Round, RoundState, RoundUnit, User
from kulturspejl.vault import keys

AT_ONCE = 200


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
        invited = _invited(round_id)
        # Somebody may have become a unit's leader since the round was made.
        refuse_leaders(
            [(one.unit_id, one.name, [who.address for who in invited[one.id] if who.address]) for one in units],
            day_of(now),
        )
        _give_codes(key, units, invited)
        ballots.build(round_id, [(unit.id, unit.shards) for unit in units])
        found.state = RoundState.OPEN
        found.approved_by = by
        found.approved_as = approved_as(roles)
        found.opened_on = day_of(now)
        found.save()
        tell_it_is_open(found, by, now)
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


def _invited(round_id: uuid.UUID) -> Mapping[uuid.UUID, list[Invitation]]:
    """Everybody who is invited, by round unit."""
    found: dict[uuid.UUID, list[Invitation]] = defaultdict(list)
    for one in Invitation.objects.filter(round_unit__round_id=round_id):
        found[one.round_unit_id].append(one)
    return found


def _give_codes(key: bytes, units: Sequence[RoundUnit], invited: Mapping[uuid.UUID, list[Invitation]]) -> None:
    """Codes, doors and gates of all units in a few statements; rows are written in the order of random numbers."""
    shorts = iter(unused_shorts(sum(len(invited[unit.id]) for unit in units)))
    doors: list[Door] = []
    made: list[Gate] = []
    for unit in units:
        categories: dict[bytes, str] = {}
        for one in invited[unit.id]:
            entry = os.urandom(gates.ENTRY)
            categories[entry] = one.category
            doors += give_code(key, one, unit, entry, next(shorts))
        unit.shards = gates.shards_for(len(categories))
        made += gates.build(key, unit.id, categories, unit.shards)
    everybody = sorted((one for some in invited.values() for one in some), key=lambda one: one.id)
    Invitation.objects.bulk_update(everybody, ["code_sealed"], batch_size=AT_ONCE)
    RoundUnit.objects.bulk_update([unit for unit in units if unit.shards > 1], ["shards"], batch_size=AT_ONCE)
    Door.objects.bulk_create(sorted(doors, key=lambda door: door.code_hash), batch_size=AT_ONCE)
    Gate.objects.bulk_create(made, batch_size=AT_ONCE)
