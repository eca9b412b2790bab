"""What a letter says of the permissions that somebody has been given: which, where, and what to do first."""

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from kulturspejl.access.sight import grants_on
from kulturspejl.actions.first_steps import NAMES, begin_with
from kulturspejl.core.content.listing import listed
from kulturspejl.core.content.text import Text
from kulturspejl.core.permissions import Role
from kulturspejl.records.models import Grant, Letter, UnitVersion

GRANT = "grant"
"""Under which name a letter keeps the id of its grant."""
MOST_NAMED = 3
IN = Text(da="i", en="in")


def grants_of(letters: Sequence[Letter], today: date) -> list[Grant]:
    """The permissions that these letters are about and that are in force, in the order of the letters."""
    ids = [uuid.UUID(letter.values[GRANT]) for letter in letters if GRANT in letter.values]
    found = {one.id: one for one in grants_on(today).filter(id__in=ids).select_related("organisation")}
    return [found[one] for one in ids if one in found]


def places_of(grants: Sequence[Grant], language: str) -> dict[str, str]:
    """`role` says all of them with their places, `unit` the place or the organisation, `todo` where to begin."""
    names = _names(grants)
    roles: dict[Role, list[str]] = defaultdict(list)
    for one in grants:
        roles[Role(one.role)].append(names[one.unit_id] if one.unit_id else one.organisation.name)
    said = [_said(role, where, language) for role, where in roles.items()]
    where = {name for one in roles.values() for name in one}
    step = begin_with(list(roles), waits=any(one.told_at is None for one in grants))
    return {
        "role": listed(said, language), "todo": step.into(language),
        "unit": where.pop() if len(where) == 1 else grants[0].organisation.name,
    }  # fmt: skip



def _said(role: Role, where: Sequence[str], language: str) -> str:
    return f"{NAMES[role].into(language)} {IN.into(language)} {_listed(where, language)}"


def _names(grants: Sequence[Grant]) -> Mapping[object, str]:
    """What the units are called now: the last version of each."""
    rows = UnitVersion.objects.filter(unit_id__in=[one.unit_id for one in grants if one.unit_id])
    return dict(rows.order_by("valid_from", "id").values_list("unit_id", "name"))


def _listed(names: Sequence[str], language: str) -> str:
    if len(names) <= MOST_NAMED:
        return listed(names, language)
    rest = len(names) - MOST_NAMED + 1
    others = Text(da=f"{rest} andre enheder", en=f"{rest} other units")
    return listed([*names[: MOST_NAMED - 1], others.into(language)], language)
