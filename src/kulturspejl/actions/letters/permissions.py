"""What a letter says of the permissions that somebody has been given: which, where, and what to do first."""

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from kulturspejl.access.sight import grants_on
from kulturspejl.core.permissions import Role
from kulturspejl.core.text import Text
from kulturspejl.core.writing.listing import listed
from kulturspejl.core.writing.sentence import filled
from kulturspejl.records.models import Grant, Letter, UnitVersion

GRANT = "grant"
"""Under which name a letter keeps the id of its grant."""
MOST_NAMED = 3
IN = Text(da="i", en="in")
ROLES: Mapping[Role, Text] = {
    Role.LEADER: Text(da="leder", en="leader"),
    Role.AMR: Text(da="AMR (arbejdsmiljørepræsentant)", en="safety representative (AMR)"),
    Role.TR: Text(da="TR (tillidsrepræsentant)", en="union representative (TR)"),
    Role.STEWARD: Text(da="administrator", en="administrator"),
    Role.HR: Text(da="HR", en="HR"),
    Role.FACILITATOR: Text(da="facilitator", en="facilitator"),
}
FIRST_STEPS: Mapping[Role, Text] = {
    Role.LEADER: Text(
        da="På din side kan du spørge dit team om kulturen. Der står, hvem der kan se hvad.",
        en="On your page you can ask your team about the culture. It says who can see what.",
    ),
    Role.AMR: Text(
        da="Ingen bliver spurgt, før AMR eller TR har sagt ja. Du får et brev, når der er noget at tage stilling til.",
        en="Nobody is asked before a representative has said yes. You get a letter when there is something to decide.",
    ),
    Role.STEWARD: Text(
        da="Du holder styr på enheder, mennesker og adgange.", en="You look after units, people and permissions."
    ),
    Role.HR: Text(
        da="Du finder billeder af flere enheder sammen.", en="You find pictures of several units together."
    ),
    Role.FACILITATOR: Text(
        da="Du kan forberede og holde kursusdage.", en="You can prepare and run course days."
    ),
}
WAITS = Text(
    da="Resultater fra før i dag åbner for dig et døgn efter, at enhedens leder, AMR eller TR har fået brev om det.",
    en="Results from before today open for you a day after the unit’s leader, AMR or TR had a letter about it.",
)
"""Where there are any, and nobody there has been told of the role yet (access/told)."""


def grants_of(letters: Sequence[Letter], today: date) -> list[Grant]:
    """The permissions that these letters are about and that are in force, in the order of the letters."""
    ids = [uuid.UUID(letter.values[GRANT]) for letter in letters if GRANT in letter.values]
    found = {one.id: one for one in grants_on(today).filter(id__in=ids).select_related("organisation")}
    return [found[one] for one in ids if one in found]


def ended_of(letters: Sequence[Letter], today: date) -> list[Grant]:
    """The permissions that these letters say are over, without those that have been given anew meanwhile."""
    ids = [uuid.UUID(letter.values[GRANT]) for letter in letters if GRANT in letter.values]
    found = {one.id: one for one in Grant.objects.filter(id__in=ids).select_related("organisation")}
    return [found[one] for one in ids if one in found and not _is_held(found[one], today)]


def _is_held(over: Grant, today: date) -> bool:
    held = grants_on(today).filter(user_id=over.user_id, organisation_id=over.organisation_id, role=over.role)
    return (held.filter(unit=over.unit) if over.unit_id else held.filter(unit__isnull=True)).exists()


def places_of(grants: Sequence[Grant], language: str) -> dict[str, str]:
    """`role` says all of them with their places, `unit` the place or the organisation, `todo` the first step."""
    first = Role(grants[0].role)
    step = FIRST_STEPS[Role.AMR if first is Role.TR else first]
    waits = [WAITS] if any(one.told_at is None for one in grants) else []
    todo = " ".join(one.into(language) for one in (step, *waits))
    return places_of_ended(grants, language) | {"todo": todo}


def places_of_ended(grants: Sequence[Grant], language: str) -> dict[str, str]:
    """The same without a first step."""
    names = _names(grants)
    roles: dict[Role, list[str]] = defaultdict(list)
    for one in grants:
        roles[Role(one.role)].append(names[one.unit_id] if one.unit_id else one.organisation.name)
    said = [_said(role, where, language) for role, where in roles.items()]
    where = {name for one in roles.values() for name in one}
    return {
        "role": listed(said, language), "unit": where.pop() if len(where) == 1 else grants[0].organisation.name,
    }  # fmt: skip


def _said(role: Role, where: Sequence[str], language: str) -> str:
    return f"{ROLES[role].into(language)} {IN.into(language)} {_listed(where, language)}"


def _names(grants: Sequence[Grant]) -> Mapping[object, str]:
    """What the units are called now: the last version of each."""
    rows = UnitVersion.objects.filter(unit_id__in=[one.unit_id for one in grants if one.unit_id])
    return dict(rows.order_by("valid_from", "id").values_list("unit_id", "name"))


def _listed(names: Sequence[str], language: str) -> str:
    if len(names) <= MOST_NAMED:
        return listed(names, language)
    rest = len(names) - MOST_NAMED + 1
    others = filled(Text(da="{rest} andre enheder", en="{rest} other units"), rest=rest)
    return listed([*names[: MOST_NAMED - 1], others.into(language)], language)
