"""Those near a unit are told of what is changed there, and what they were told of may open earlier results.

At the change a notice is kept for each of them, in the same transaction. A job gathers the notices of a person into one
letter a day, and looks what the mail server said: a day after its yes, earlier results open (access/told). Where there
was nobody to tell, or the mail server refused them all, the administrators are told, and earlier results stay shut.
"""

import uuid
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from kulturspejl.access.near import Near, lately_near, near_below, near_by_unit
from kulturspejl.access.permission import day_of
from kulturspejl.access.standing import grants_on, roles_at
from kulturspejl.access.told import WAIT
from kulturspejl.actions.deciding import deciding, deciding_alone, lock_all
from kulturspejl.actions.each import each
from kulturspejl.actions.telling import Value, tell
from kulturspejl.core.permissions import Role
from kulturspejl.core.writing.sentence import in_words
from kulturspejl.records.models import (
    AuditEntry,
    ChangeNotice,
    Grant,
    Letter,
    LetterState,
    UnitVersion,
    User,
)
from kulturspejl.values.tree import TreeNow

PATH = "/organisation/changes"
ABOUT = "letters about changes"
NAMED = 3
"""So many units are named in a letter; of more it says how many there are."""


@dataclass(frozen=True)
class Changed:
    """A line of the list, at a unit; `holder` is whose permission it is. `opens`: the grant or the version that would
    open earlier results to somebody new, once those near have been told.
    """

    entry: AuditEntry
    unit_id: uuid.UUID
    holder: uuid.UUID | None = None
    opens: Grant | UnitVersion | None = None


def tell_near(
    changes: Sequence[Changed], *, by: User, tree: TreeNow, new: Collection[uuid.UUID] = (), now: datetime
) -> None:
    """Keep a notice for everybody near; in the caller's transaction, with the tree as it was before.

    `new` are the grants that are given just now: whoever comes by them has a letter of their own.
    """
    if not changes:
        return
    organisation_id, units = changes[0].entry.organisation_id, {one.unit_id for one in changes}
    if organisation_id is None:
        return
    near = near_by_unit(organisation_id, units, tree, now=now, without=new)
    alone = {one.unit_id for one in changes if one.opens and not _others(one, near[one.unit_id])}
    ways = (lately_near, near_below) if alone else ()
    instead = [find(organisation_id, alone, tree, now=now, without=new) for find in ways]
    notices, untold = list[ChangeNotice](), list[Changed]()
    for one in changes:
        told = _others(one, near[one.unit_id])
        for found in instead if one.opens else ():
            told = told or _others(one, found.get(one.unit_id, ()))
        if one.opens and not told:
            untold.append(one)
        # Whoever makes the change knows of it; a letter goes to them only where it is what opens something.
        notices += [_notice(one, who) for who in told if one.opens or who.user_id != by.id]
    ChangeNotice.objects.bulk_create(notices, batch_size=500)
    _tell_administrators(organisation_id, [one.unit_id for one in untold], now)


def tell_administrators(
    entries: Sequence[AuditEntry], *, new: Collection[uuid.UUID] = (), also: Collection[uuid.UUID] = (), now: datetime
) -> None:
    """Keep a notice for every administrator about who became one, or no longer is; in the caller's transaction.

    Nobody is near the whole organisation, and whoever holds it could open everything. Whoever pressed is told as well:
    somebody else may have sat at their browser. `new` are grants given just now, `also` others who are told.
    """
    for entry in entries:
        if entry.organisation_id is None:
            continue
        held = grants_on(day_of(now)).filter(organisation_id=entry.organisation_id, role=Role.STEWARD, unit=None)
        people = {*held.exclude(id__in=new).values_list("user_id", flat=True), *also}
        ChangeNotice.objects.bulk_create([ChangeNotice(entry=entry, user_id=one) for one in sorted(people)])


def _others(one: Changed, near: Iterable[Near]) -> list[Near]:
    return [who for who in near if who.user_id != one.holder]


def _notice(one: Changed, who: Near) -> ChangeNotice:
    return ChangeNotice(
        entry=one.entry, user_id=who.user_id, vouches=one.opens is not None, knows_from=who.knows_from,
        grant=one.opens if isinstance(one.opens, Grant) else None,
        version=one.opens if isinstance(one.opens, UnitVersion) else None,
    )  # fmt: skip


def _tell_administrators(organisation_id: uuid.UUID, unit_ids: Sequence[uuid.UUID], now: datetime) -> None:
    """That nobody could be told, so that earlier results stay shut."""
    if not unit_ids:
        return
    stewards = grants_on(day_of(now)).filter(organisation_id=organisation_id, role=Role.STEWARD, unit=None)
    people = User.objects.filter(id__in=stewards.values("user_id")).order_by("id")
    tell("nobody_told", to=list(people), path=PATH, values={"unit": named(unit_ids)})


def named(unit_ids: Iterable[uuid.UUID]) -> str:
    """Names of the units, each once, in the order they come; of many the first ones and how many more."""
    return in_short(names_of(dict.fromkeys(unit_ids)))


def in_short(names: Sequence[str]) -> str:
    """Of many names the first ones and how many more."""
    if len(names) <= NAMED:
        return ", ".join(names)
    return f"{', '.join(names[:NAMED])} + {len(names) - NAMED}"


def names_of(unit_ids: Collection[uuid.UUID]) -> list[str]:
    """What each of the units is called now, or was called last."""
    rows = UnitVersion.objects.filter(unit_id__in=list(unit_ids)).order_by("valid_from", "id")
    last = dict(rows.values_list("unit_id", "name"))
    return [last[unit] for unit in unit_ids if unit in last]


def take_a_turn(*, now: datetime) -> None:
    """What the job does again and again: look what has been taken, then gather what waits."""
    settle(now=now)
    gather(now=now)


def gather(*, now: datetime) -> int:
    """One letter to everybody with notices, unless they had one within a day; how many letters."""
    lately = ChangeNotice.objects.filter(gathered_at__gt=now - WAIT)
    waiting = ChangeNotice.objects.filter(gathered_at=None).exclude(user_id__in=lately.values("user_id"))
    ids, letters = list(waiting.order_by("user_id").values_list("user_id", flat=True).distinct()), 0
    for one in each("changes", ids, now=now):
        with one as user_id:
            letters += _gather_for(user_id, now)
    return letters


def _gather_for(user_id: uuid.UUID, now: datetime) -> int:
    with deciding(User, user_id) as user:
        notices = lock_all(ChangeNotice.objects.filter(user_id=user_id, gathered_at=None))
        lines = {row.id: row for row in AuditEntry.objects.filter(id__in=[one.entry_id for one in notices])}
        if not notices:
            return 0
        once, units = f"changes {notices[0].id}", _units(lines.values())
        latest = max(line.at for line in lines.values())
        values: dict[str, Value] = {"date": in_words(day_of(latest))}
        if units:
            # Else it is about the whole organisation, and the letter says its name.
            values["unit"] = named(units)
        if grants_on(day_of(now)).filter(user=user).exists():
            at = units[0] if len(units) == 1 and roles_at(user, units[0], day_of(now)) else None
            tell("access_changed", to=[user], unit=at, path=PATH, values=values, once=once)
        else:
            tell("after_you", to=[user], path="/", values=values, once=once)
        letter = Letter.objects.get(once=f"{once} {user.id}")
        ChangeNotice.objects.filter(id__in=[row.id for row in notices]).update(gathered_at=now, letter=letter.id)
    return 1


def _units(lines: Iterable[AuditEntry]) -> list[uuid.UUID]:
    return list(dict.fromkeys(line.unit_id for line in lines if line.unit_id is not None))


def settle(*, now: datetime) -> None:
    """What the mail server has said since: those that vouch open what waited for them, or the administrators hear."""
    pending = ChangeNotice.objects.filter(is_done=False, letter__isnull=False).order_by("id")
    states = dict(Letter.objects.filter(id__in=pending.values("letter")).values_list("id", "state"))
    # A letter that is gone was not sent.
    said = [one for one in pending if states.get(one.letter or 0) != LetterState.WAITING]
    by_id = {one.id: one for one in said}
    for one in each("changes", by_id, now=now):
        with one as id, deciding_alone(ABOUT):
            _settle_one(by_id[id], is_taken=states.get(by_id[id].letter or 0) == LetterState.SENT, now=now)
    ChangeNotice.objects.filter(is_done=True, gathered_at__lt=now - 2 * WAIT).delete()


def _settle_one(notice: ChangeNotice, *, is_taken: bool, now: datetime) -> None:
    ChangeNotice.objects.filter(id=notice.id).update(is_done=True)
    for row in _opened_by(notice):
        if is_taken:
            _tell_of(row, notice.knows_from, now)
        elif row.told_at is None and not _still_told(notice):
            entry = notice.entry
            if entry.organisation_id is not None and entry.unit_id is not None:
                _tell_administrators(entry.organisation_id, [entry.unit_id], now)


def _opened_by(notice: ChangeNotice) -> Iterator[Grant | UnitVersion]:
    if not notice.vouches:
        return
    if notice.grant_id is not None:
        yield from lock_all(Grant.objects.filter(id=notice.grant_id))
    if notice.version_id is not None:
        yield from lock_all(UnitVersion.objects.filter(id=notice.version_id))


def _tell_of(row: Grant | UnitVersion, knows_from: datetime | None, now: datetime) -> None:
    """The first who was told counts; another within the day, where results further back were open to them."""
    is_first = row.told_at is None
    is_further = row.told_from is not None and (knows_from is None or knows_from < row.told_from)
    if is_first or (is_further and row.told_at is not None and now < row.told_at + WAIT):
        row.told_at, row.told_from = now, knows_from
        row.save(update_fields=["told_at", "told_from"])


def _still_told(notice: ChangeNotice) -> bool:
    """Whether somebody else has been told of the same, or is still to be."""
    others = ChangeNotice.objects.filter(is_done=False, vouches=True)
    return others.filter(grant=notice.grant, version=notice.version).exists()
