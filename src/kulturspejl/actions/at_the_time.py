"""What the list of changes has to keep of a thing while it is there: the unit, and what it was called at the time."""

import uuid
from collections.abc import Callable, Mapping
from typing import Any

from kulturspejl.access.permission import day_of
from kulturspejl.records.models import Action, Course, Grant, Room, Round, RoundUnit, Trait, UnitVersion

Kept = tuple[uuid.UUID | None, Mapping[str, Any]]


def at_the_time(verb: str, about: str) -> Kept:
    """The unit that a change is about, and what was to be said of it; nothing where `about` names no such thing."""
    find = _FIND.get(verb.partition(".")[0])
    try:
        id = uuid.UUID(about)
    except ValueError:
        return None, {}
    return find(id) if find is not None else (None, {})


def name_of(unit_id: uuid.UUID | None) -> str:
    """What the unit is called now, or was called last."""
    if unit_id is None:
        return ""
    last = UnitVersion.objects.filter(unit_id=unit_id).order_by("-valid_from", "-id")
    return last.values_list("name", flat=True).first() or ""


def _round(id: uuid.UUID) -> Kept:
    found = Round.objects.filter(id=id).values_list("root_id", "closes_at").first()
    if found is None:
        return None, {}
    return found[0], {"unit": name_of(found[0]), "closes": day_of(found[1]).isoformat()}


def _result(id: uuid.UUID) -> Kept:
    found = RoundUnit.objects.filter(id=id).values_list("unit_id", "name").first()
    return (None, {}) if found is None else (found[0], {"unit": found[1]})


def _trait(id: uuid.UUID) -> Kept:
    unit = Trait.objects.filter(id=id).values_list("unit_id", flat=True).first()
    return unit, {"unit": name_of(unit)} if unit else {}


def _action(id: uuid.UUID) -> Kept:
    unit = Action.objects.filter(id=id).values_list("unit_id", flat=True).first()
    return unit, {"unit": name_of(unit)} if unit else {}


def _unit(id: uuid.UUID) -> Kept:
    return id, {"unit": name_of(id)}


def person_of(verb: str, about: str) -> uuid.UUID | None:
    """Whose account a change is about, where it is noted at one of the person's grants."""
    if verb.partition(".")[0] not in ("person", "factors"):
        return None
    try:
        return Grant.objects.filter(id=uuid.UUID(about)).values_list("user_id", flat=True).first()
    except ValueError:
        return None


def _room(id: uuid.UUID) -> Kept:
    name = Room.objects.filter(id=id).values_list("name", flat=True).first()
    return None, {"room": name} if name else {}


def _course(id: uuid.UUID) -> Kept:
    name = Course.objects.filter(id=id).values_list("name", flat=True).first()
    return None, {"course": name} if name else {}


_FIND: Mapping[str, Callable[[uuid.UUID], Kept]] = {
    "round": _round,
    "result": _result,
    "line": _result,
    "trait": _trait,
    "action": _action,
    "room": _room,
    "course": _course,
    "trio": _unit,
    "plan": _unit,
    "meeting": _unit,
}
