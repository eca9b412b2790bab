"""Organisations and units: made, changed and closed, with the old version kept."""

import uuid
from datetime import date, datetime, timedelta

from kulturspejl.access.permission import NOTHING_HERE, day_of, require_in
from kulturspejl.access.under_way import under_way
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding, deciding_alone
from kulturspejl.actions.sent import id_before, keep, made_before
from kulturspejl.actions.unit_changes import UnitChange, note_units
from kulturspejl.core.errors import Faulty, NotThere, Refused
from kulturspejl.core.levels import TOO_DEEP, too_deep
from kulturspejl.core.permissions import Role, Verb
from kulturspejl.core.tables.mailbox import mailbox
from kulturspejl.core.text import Text, joined
from kulturspejl.core.units.difference import Kind
from kulturspejl.core.units.in_a_round import of_a_change, of_a_close
from kulturspejl.core.units.line import MOST_PEOPLE
from kulturspejl.core.units.sentences import twice
from kulturspejl.core.writing.line import one_line
from kulturspejl.records.models import AuditEntry, Grant, Organisation, Unit, UnitVersion, User
from kulturspejl.values.tree import TreeNow, UnitNow, tree_on

FIRST = "the first organisation"
BEGIN_AGAIN = timedelta(minutes=2)
"""How long a second press of the first form still signs its steward in: a page that is left open must not."""


def begin(
    *, name: str, language: str, steward_name: str, steward_email: str, is_demo: bool = False,
    form: uuid.UUID | None = None, now: datetime,
) -> User:  # fmt: skip
    """The first organisation and its steward; refused once there is one. A demo's is never served to real people."""
    with deciding_alone(FIRST):
        if before := begun_with(form, now=now):
            return before
        faults = _empty({"name": name, "steward_email": steward_email})
        if faults:
            raise Faulty(next(iter(faults.values())), faults)
        if Organisation.objects.exists():
            raise NotThere(NOTHING_HERE)
        organisation = Organisation.objects.create(name=one_line(name), language=language, is_demo=is_demo)
        user = User.objects.create(
            email=mailbox(steward_email), name=one_line(steward_name), language=language, is_active=True
        )
        user.set_unusable_password()
        user.save()
        Grant.objects.create(
            user=user, organisation=organisation, role=Role.STEWARD, starts=day_of(now), given_at=now, told_at=now
        )
        note(by=user, organisation_id=organisation.id, verb="organisation.begin", about=organisation.id, now=now)
        keep(form, None, user.id, now)
    return user


def begun_with(form: uuid.UUID | None, *, now: datetime) -> User | None:
    """The steward whom this very form has made a moment ago; None for every other form, and later."""
    steward = id_before(form, None)
    lately = AuditEntry.objects.filter(verb="organisation.begin", actor_id=steward, at__gt=now - BEGIN_AGAIN)
    return User.objects.filter(id=steward).first() if steward and lately.exists() else None


def change(
    *,
    by: User,
    organisation_id: uuid.UUID,
    name: str,
    language: str,
    minimum: int,
    lends_rooms: bool = True,
    now: datetime,
) -> None:
    """Name, language, the smallest number of answers shown (it may be raised, never under 5), and whether people may
    open rooms here without an account; rooms that are open stay until they are deleted. The same again is no change.
    """
    with deciding(Organisation, organisation_id) as found:
        require_in(by, Verb.ORGANISATION_EDIT, organisation_id=organisation_id, now=now)
        _refuse_settings(name, minimum)
        wanted = {"name": one_line(name), "language": language, "minimum": minimum, "lends_rooms": lends_rooms}
        if all(getattr(found, field) == value for field, value in wanted.items()):
            return
        Organisation.objects.filter(id=organisation_id).update(**wanted)
        changed = {field: [getattr(found, field), value] for field, value in wanted.items()}
        note(
            by=by, organisation_id=organisation_id, verb="organisation.change", now=now, about=organisation_id,
            said={field: pair for field, pair in changed.items() if pair[0] != pair[1]},
        )  # fmt: skip


def add_unit(
    *, by: User, organisation_id: uuid.UUID, name: str, parent: uuid.UUID | None, headcount: int,
    external_id: str = "", form: uuid.UUID | None = None, now: datetime,
) -> uuid.UUID:  # fmt: skip
    """A new unit under `parent` (None: at the top); `external_id` is the organisation's own id of it."""
    with deciding(Organisation, organisation_id):
        require_in(by, Verb.ORGANISATION_EDIT, organisation_id=organisation_id, now=now)
        if before := id_before(form, by):
            return before
        _check(organisation_id, None, name, parent, headcount, day_of(now), external_id)
        tree = tree_on(organisation_id, day_of(now))
        unit = Unit.objects.create(organisation_id=organisation_id, external_id=one_line(external_id))
        to = UnitNow(unit.id, one_line(name), parent, headcount)
        _begin_version(to, now)
        _note(by, organisation_id, UnitChange(None, to), tree, now)
        keep(form, by, unit.id, now)
    return unit.id


def change_unit(
    *, by: User, unit_id: uuid.UUID, name: str, parent: uuid.UUID | None, headcount: int,
    external_id: str | None = None, sure: bool = False, now: datetime,
) -> None:  # fmt: skip
    """From today the unit is called, stands and counts like this; before today it was as it was.

    What is like this already stays untouched. AsksFirst where a round under way does not follow, unless `sure`.
    """
    with deciding(Unit, unit_id) as unit:
        require_in(by, Verb.ORGANISATION_EDIT, organisation_id=unit.organisation_id, now=now)
        _check(unit.organisation_id, unit_id, name, parent, headcount, day_of(now), external_id or "")
        tree = tree_on(unit.organisation_id, day_of(now))
        stands, to = tree.units.get(unit_id), UnitNow(unit_id, one_line(name), parent, headcount)
        if not sure:
            _ask_first(unit, stands, to)
        if external_id is not None and one_line(external_id) != unit.external_id:
            Unit.objects.filter(id=unit_id).update(external_id=one_line(external_id))
        if stands == to:
            return
        end_version(unit_id, now)
        _begin_version(to, now)
        _note(by, unit.organisation_id, UnitChange(stands, to), tree, now)


def close_unit(
    *, by: User, unit_id: uuid.UUID, sure: bool = False, form: uuid.UUID | None = None, now: datetime
) -> str:
    """The unit ends today; returns its name. Refused while units stand under it: move them first.

    AsksFirst where it is in a round under way, unless `sure`.
    """
    with deciding(Unit, unit_id) as unit:
        require_in(by, Verb.ORGANISATION_EDIT, organisation_id=unit.organisation_id, now=now)
        if before := made_before(form, by):
            return before
        tree = tree_on(unit.organisation_id, day_of(now))
        if unit_id not in tree.units:
            raise NotThere(NOTHING_HERE)
        if tree.children[unit_id]:
            raise Refused(
                Text(
                    da="Der ligger enheder under den. Flyt dem først.",
                    en="There are units under it. Move them first.",
                )
            )
        frozen = under_way(unit.organisation_id, [unit_id]).get(unit_id)
        if frozen is not None and not sure:
            raise AsksFirst(of_a_close(frozen))
        end_version(unit_id, now)
        _note(by, unit.organisation_id, UnitChange(tree.units[unit_id], None), tree, now)
        keep(form, by, tree.units[unit_id].name, now)
    return tree.units[unit_id].name


def open_unit_again(
    *, by: User, unit_id: uuid.UUID, parent: uuid.UUID | None, form: uuid.UUID | None = None, now: datetime
) -> str:
    """A closed unit is there again under `parent`, as it was called and counted last; returns its name.

    Its own id stays its own, unless an open unit has it by now.
    """
    with deciding(Unit, unit_id) as unit:
        require_in(by, Verb.ORGANISATION_EDIT, organisation_id=unit.organisation_id, now=now)
        if before := made_before(form, by):
            return before
        tree = tree_on(unit.organisation_id, day_of(now))
        was = tree.closed.get(unit_id)
        if was is None:
            raise NotThere(NOTHING_HERE)
        _check(unit.organisation_id, unit_id, was.name, parent, was.headcount, day_of(now))
        if unit.external_id and _has_own_id(unit.organisation_id, tree, unit.external_id):
            Unit.objects.filter(id=unit_id).update(external_id="")
        to = UnitNow(unit_id, was.name, parent, was.headcount)
        _begin_version(to, now)
        note_units(
            by=by, organisation_id=unit.organisation_id, changes=[UnitChange(was, to, is_opened=True)], tree=tree,
            now=now,
        )  # fmt: skip
        keep(form, by, was.name, now)
    return was.name


class AsksFirst(Refused):
    """A round under way does not follow what is about to be done; `texts` say what becomes of it."""

    def __init__(self, texts: tuple[Text, ...]) -> None:
        super().__init__(joined(texts))
        self.texts = texts


def _ask_first(unit: Unit, stands: UnitNow | None, wanted: UnitNow) -> None:
    frozen = under_way(unit.organisation_id, [unit.id]).get(unit.id)
    if frozen is None or stands is None:
        return
    told = {
        Kind.RENAMED: stands.name != wanted.name, Kind.MOVED: stands.parent != wanted.parent,
        Kind.SIZE: stands.headcount != wanted.headcount,
    }  # fmt: skip
    texts = of_a_change(frozen, [kind for kind, is_so in told.items() if is_so], wanted.headcount)
    if texts:
        raise AsksFirst(texts)


def end_version(unit_id: uuid.UUID, now: datetime) -> None:
    """The unit's version ends today; one that began today counts on no day, and stays for whoever stood above it."""
    current = UnitVersion.objects.filter(unit_id=unit_id, valid_to__isnull=True)
    current.update(valid_to=day_of(now), until_at=now)


def _begin_version(to: UnitNow, now: datetime) -> None:
    UnitVersion.objects.create(
        unit_id=to.id, parent_id=to.parent, name=to.name, headcount=to.headcount, valid_from=day_of(now), since_at=now
    )


def _note(by: User, organisation_id: uuid.UUID, change: UnitChange, tree: TreeNow, now: datetime) -> None:
    note_units(by=by, organisation_id=organisation_id, changes=[change], tree=tree, now=now)


def _refuse_settings(name: str, minimum: int) -> None:
    if not 5 <= minimum <= 50:
        wrong = Text(
            da="Mindste antal svar skal være mellem 5 og 50.",
            en="The minimum number of answers must be from 5 to 50.",
        )
        raise Faulty(wrong, {"minimum": wrong})
    faults = _empty({"name": name})
    if faults:
        raise Faulty(faults["name"], faults)


def _check(
    organisation_id: uuid.UUID,
    unit_id: uuid.UUID | None,
    name: str,
    parent: uuid.UUID | None,
    headcount: int,
    today: date,
    external_id: str = "",
) -> None:
    faults = _empty({"name": name})
    tree = tree_on(organisation_id, today)
    if external_id and _has_own_id(organisation_id, tree, one_line(external_id), but=unit_id):
        faults["external_id"] = twice(one_line(external_id))
    if not 0 <= headcount <= MOST_PEOPLE:
        faults["headcount"] = Text(da="Skriv et antal fra 0.", en="Write a number from 0.")
    if parent is not None:
        line = tree.line_up(parent) if parent in tree.units else []
        if not line:
            faults["parent"] = Text(da="Vælg en enhed, der findes.", en="Choose a unit that exists.")
        if unit_id is not None and unit_id in line:
            faults["parent"] = Text(
                da="En enhed kan ikke ligge under sig selv.", en="A unit cannot stand under itself."
            )
        if too_deep(tree.parents, tree.parents | {unit_id or uuid.uuid4(): parent}):
            faults["parent"] = TOO_DEEP
    if faults:
        raise Faulty(next(iter(faults.values())), faults)


def _has_own_id(organisation_id: uuid.UUID, tree: TreeNow, own_id: str, but: uuid.UUID | None = None) -> bool:
    """Whether an open unit has the id; closed ones keep theirs, and are in nobody's way."""
    having = Unit.objects.filter(organisation_id=organisation_id, external_id=own_id).values_list("id", flat=True)
    return any(one in tree.units and one != but for one in having)


def _empty(values: dict[str, str]) -> dict[str, Text]:
    asks = {
        "name": Text(da="Skriv et navn.", en="Write a name."),
        "steward_email": Text(da="Skriv en mailadresse.", en="Write a mail address."),
    }
    return {key: asks[key] for key, value in values.items() if not one_line(value)}
