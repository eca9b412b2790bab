"""Who is in the demo: those that one can be, and a leader for every unit."""

import uuid
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from kulturspejl.actions import organisations, people
from kulturspejl.cli.demo import names
from kulturspejl.cli.demo.places import FREE, PLACES, SHOWN, WAITING
from kulturspejl.core.permissions import Role
from kulturspejl.records.models import User


@dataclass
class Cast:
    """The organisation's people and units by key."""

    steward: User
    organisation_id: uuid.UUID
    units: dict[str, uuid.UUID]
    leaders: dict[str, User]
    representative: User
    employees: list[str]
    language: str


KNOWN = {SHOWN: "Mette Holm", FREE: "Peter Bruun", WAITING: "Hanne Kjær"}
STEWARD, HR, AMR, TR = "Karen Lund", "Søren Bech", "Jonas Friis", "Amina Saleh"
FACILITATOR = "Birgit Toft"


def gather(rng: np.random.Generator, language: str, now: datetime) -> Cast:
    """The organisation, its units, and everybody with a grant."""
    top = PLACES[0].name.into(language)
    steward = organisations.begin(
        name=top, language=language, steward_name=STEWARD, steward_email=names.address(STEWARD), now=now
    )
    organisation_id = steward.grants.get().organisation_id
    units: dict[str, uuid.UUID] = {}
    for place in PLACES:
        units[place.key] = organisations.add_unit(
            by=steward, organisation_id=organisation_id, name=place.name.into(language),
            parent=units.get(place.parent), headcount=place.people, now=now,
        )  # fmt: skip
    pool = names.everybody(rng)
    cast = Cast(steward, organisation_id, units, {}, steward, pool, language)
    for place in PLACES:
        cast.leaders[place.key] = _grant(cast, KNOWN.get(place.key) or pool.pop(), Role.LEADER, place.key, now)
    _grant(cast, HR, Role.HR, None, now)
    _grant(cast, FACILITATOR, Role.FACILITATOR, None, now)
    _grant(cast, AMR, Role.AMR, "health", now)
    _grant(cast, TR, Role.TR, "homecare", now)
    cast.representative = _grant(cast, pool.pop(), Role.AMR, "top", now)
    for key in ("children", "technology", "culture"):
        _grant(cast, pool.pop(), Role.TR, key, now)
    return cast


def _grant(cast: Cast, name: str, role: Role, key: str | None, now: datetime) -> User:
    address = names.address(name)
    people.grant(
        by=cast.steward, organisation_id=cast.organisation_id, email=address, name=name, role=role,
        unit_id=cast.units[key] if key else None, ends=None, now=now,
    )  # fmt: skip
    return User.objects.get(email=address)
