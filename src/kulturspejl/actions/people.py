"""Giving and ending grants: one way for a page and for a whole table. A grant to an unknown address makes its account.

Every grant and every end stands in the list of changes, with whose and which, and those near the unit are told. A role
that could open earlier results opens them only when somebody there has been told of it (access/told).
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q

from kulturspejl.access.heard import has_heard
from kulturspejl.access.near import with_earlier_results
from kulturspejl.access.permission import NOTHING_HERE, day_of, require_in
from kulturspejl.access.standing import grants_on
from kulturspejl.actions.at_the_time import name_of
from kulturspejl.actions.auditing import line_of
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.letters.permissions import GRANT
from kulturspejl.actions.sent import id_before, keep, may_be_gone
from kulturspejl.actions.telling import Value, tell
from kulturspejl.actions.telling_near import Changed, tell_administrators, tell_near
from kulturspejl.core.errors import Faulty, NotThere, Refused
from kulturspejl.core.permissions import Role, Verb, may
from kulturspejl.core.tables.mailbox import is_mailbox, mailbox
from kulturspejl.core.text import Text
from kulturspejl.core.writing.line import one_line
from kulturspejl.records.erased import NOBODY
from kulturspejl.records.models import AuditEntry, Grant, Organisation, Unit, User
from kulturspejl.values.tree import TreeNow, tree_on
from kulturspejl.values.where import where_of
from kulturspejl.vault import ledger

WHOLE_ORGANISATION = frozenset({Role.STEWARD, Role.HR, Role.FACILITATOR})

AT_ONCE = 500
"""Rows in one statement."""
LAST = Text(
    da="Det er den sidste administrator. Giv først rettigheden til en anden, mindst lige så længe.",
    en="This is the last administrator. First give the permission to somebody else, for at least as long.",
)


@dataclass(frozen=True)
class Wish:
    """A role for an address, at a unit or (for steward, HR and facilitator) everywhere, until a day."""

    email: str
    name: str
    role: Role
    unit_id: uuid.UUID | None
    ends: date | None = None


def grant(
    *, by: User, organisation_id: uuid.UUID, email: str, name: str, role: Role, unit_id: uuid.UUID | None,
    ends: date | None, form: uuid.UUID | None = None, now: datetime,
) -> uuid.UUID:  # fmt: skip
    """Give a role. Whoever has it has it once: another last day is written on the same grant, the same is refused."""
    wish = Wish(email, name, role, unit_id, ends)
    with deciding(Organisation, organisation_id):
        require_in(by, Verb.PEOPLE_GRANT, organisation_id=organisation_id, now=now)
        if before := id_before(form, by):
            return before
        _check(organisation_id, wish, day_of(now))
        held = _held(organisation_id, wish, day_of(now))
        if any(one.ends == ends for one in held):
            raise Faulty(_HAS_IT, {"email": _HAS_IT})
        made = _give(by, organisation_id, [(wish, held)], now)[0]
        keep(form, by, made.id, now)
    return made.id


def grant_all(*, by: User, organisation_id: uuid.UUID, wishes: Sequence[Wish], now: datetime) -> int:
    """Give them all or none: one letter to each person, however many there are; how many were new or are changed.

    What somebody has already is left as it is. Faulty with the faults by the wish's number in the list, from 0.
    """
    with deciding(Organisation, organisation_id):
        require_in(by, Verb.PEOPLE_GRANT, organisation_id=organisation_id, now=now)
        faults = dict(_faults_of(organisation_id, wishes, day_of(now)))
        if faults:
            raise Faulty(next(iter(faults.values())), faults)
        asked = {(_address(wish), wish.role, wish.unit_id): wish for wish in wishes}
        in_force = _in_force(organisation_id, day_of(now))
        new = [(wish, in_force.get(key, [])) for key, wish in asked.items()]
        new = [(wish, held) for wish, held in new if all(one.ends != wish.ends for one in held)]
        _give(by, organisation_id, new, now)
    return len(new)


def end(*, by: User, grant_id: uuid.UUID, form: uuid.UUID | None = None, now: datetime) -> None:
    """The grant ends now, and its row stays: what it once allowed counts. The last steward stays."""
    with may_be_gone(form, by), deciding(Grant, grant_id) as found:
        require_in(by, Verb.PEOPLE_GRANT, organisation_id=found.organisation_id, now=now)
        if found.ended_at is not None:
            raise NotThere(NOTHING_HERE)
        refuse_the_last_steward([found], day_of(now))
        tree = tree_on(found.organisation_id, day_of(now))
        _over(found, now)
        line = _line(by, found, "grant.end", _said(found), now)
        tell_near(_near_to(found, line, opens=None), by=by, tree=tree, now=now)
        if _is_everywhere(found):
            tell_administrators([line], also=[found.user_id], now=now)
        _tell_it_ended(by, found)
        keep(form, by, grant_id, now)


def end_all(*, by: User, organisation_id: uuid.UUID, grant_ids: Sequence[uuid.UUID], now: datetime) -> None:
    """End them all or none; those near are told in one letter. What is over already is left as it is."""
    with deciding(Organisation, organisation_id):
        require_in(by, Verb.PEOPLE_GRANT, organisation_id=organisation_id, now=now)
        tree, changed = tree_on(organisation_id, day_of(now)), list[Changed]()
        rows = grants_on(day_of(now)).filter(organisation_id=organisation_id, id__in=list(grant_ids))
        for row in rows.order_by("id"):
            refuse_the_last_steward([row], day_of(now))
            _over(row, now)
            changed += _near_to(row, _line(by, row, "grant.end", _said(row), now), opens=None)
            _tell_it_ended(by, row)
        tell_near(changed, by=by, tree=tree, now=now)


def _over(found: Grant, now: datetime) -> None:
    """Written down before the row says it: whoever was let go must not come back with a backup."""
    ledger.note(what=ledger.GRANT, round_id=found.id, on=day_of(now))
    found.ended_at = now
    found.save(update_fields=["ended_at"])


def _give(
    by: User, organisation_id: uuid.UUID, wishes: Sequence[tuple[Wish, Sequence[Grant]]], now: datetime
) -> list[Grant]:
    """Write the grants and their lines, tell those near, and send each new holder where to begin."""
    tree, waiting = tree_on(organisation_id, day_of(now)), with_earlier_results(organisation_id, now=now)
    accounts = _accounts(organisation_id, [wish for wish, _held in wishes])
    rows = [held[0] if held else _new(organisation_id, wish, accounts, tree, waiting, now) for wish, held in wishes]
    new = [row for row, (_wish, held) in zip(rows, wishes, strict=True) if not held]
    Grant.objects.bulk_create(new, batch_size=AT_ONCE)
    lines = [
        _until(by, row, wish.ends, now) if held else _line_of(by, row, f"grant.{wish.role}", _said(row, tree), now)
        for row, (wish, held) in zip(rows, wishes, strict=True)
    ]
    AuditEntry.objects.bulk_create(lines, batch_size=AT_ONCE)
    changed, given = list[Changed](), defaultdict[uuid.UUID, list[Grant]](list)
    for row, line, (_wish, held) in zip(rows, lines, wishes, strict=True):
        changed += _near_to(row, line, opens=row if not held and row.told_at is None else None)
        if not held:
            given[row.user_id].append(row)
    tell_near(changed, by=by, tree=tree, new=[row.id for row in new], now=now)
    appointed = [line for row, line in zip(rows, lines, strict=True) if _is_everywhere(row)]
    tell_administrators(appointed, new=[row.id for row in new], now=now)
    for user_id, theirs in given.items():
        if user_id != by.id:
            _tell_holder(by, theirs)
    return rows


def _until(by: User, row: Grant, ends: date | None, now: datetime) -> AuditEntry:
    """The same grant lasts until another day."""
    if ends is not None and (row.ends is None or ends < row.ends):
        refuse_the_last_steward([row], day_of(now))
    said = _said(row) | {"until": [_day(row.ends), _day(ends)]}
    row.ends = ends
    row.save(update_fields=["ends"])
    return _line_of(by, row, "grant.until", said, now)


def _new(
    organisation_id: uuid.UUID, wish: Wish, accounts: Mapping[str, User], tree: TreeNow,
    waiting: frozenset[uuid.UUID], now: datetime,
) -> Grant:  # fmt: skip
    """The new grant, not written yet; `waiting` are units with earlier results, and one that might open them waits."""
    waits = (
        wish.unit_id is not None
        and (may(Verb.RESULT_READ, {wish.role}) or wish.role == Role.LEADER)
        and not waiting.isdisjoint(tree.with_closed_below(wish.unit_id))
    )
    return Grant(
        user=accounts[_address(wish)], organisation_id=organisation_id, unit_id=wish.unit_id, role=wish.role,
        starts=day_of(now), ends=wish.ends, given_at=now, told_at=None if waits else now,
    )  # fmt: skip


def _is_everywhere(row: Grant) -> bool:
    return row.role == Role.STEWARD and row.unit_id is None


def _near_to(row: Grant, line: AuditEntry, *, opens: Grant | None) -> list[Changed]:
    """Those near the unit are told; of a role everywhere nobody is near: it stands in the list, and administrators
    hear who has become one."""
    return [Changed(line, row.unit_id, row.user_id, opens)] if row.unit_id is not None else []


def _tell_holder(by: User, given: Sequence[Grant]) -> None:
    """A letter with the address to sign in with, and where to begin; several grants become one letter."""
    for row in given:
        values: dict[str, Value] = {"who": str(by), GRANT: str(row.id)}
        tell("permission_for_you", to=[row.user], unit=row.unit_id, path="/home", values=values, ask=by)


def _tell_it_ended(by: User, row: Grant) -> None:
    """A letter to whoever had it, unless they end it themselves or were never told that they had it."""
    if row.user_id != by.id and has_heard(row):
        values: dict[str, Value] = {"who": str(by), GRANT: str(row.id)}
        tell("permission_ended", to=[row.user], path="/home", values=values, ask=by)


def _line(by: User, row: Grant, verb: str, said: Mapping[str, Any], now: datetime) -> AuditEntry:
    line = _line_of(by, row, verb, said, now)
    line.save(force_insert=True)
    return line


def _line_of(by: User, row: Grant, verb: str, said: Mapping[str, Any], now: datetime) -> AuditEntry:
    """The same, not written yet."""
    return line_of(
        by=by, organisation_id=row.organisation_id, verb=verb, about=row.id, now=now, unit_id=row.unit_id,
        person_id=row.user_id, said=said,
    )  # fmt: skip


def _said(row: Grant, tree: TreeNow | None = None) -> dict[str, Any]:
    named = name_of(row.unit_id) if tree is None else where_of(tree, row.unit_id).name if row.unit_id else ""
    return {"unit": named, "role": str(row.role)} | ({"ends": _day(row.ends)} if row.ends else {})


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _held(organisation_id: uuid.UUID, wish: Wish, today: date) -> list[Grant]:
    """The same role of the same person at the same place, as it is in force."""
    where: Mapping[str, Any] = {"unit_id": wish.unit_id} if wish.unit_id else {"unit__isnull": True}
    held = grants_on(today).filter(
        user__email=_address(wish), organisation_id=organisation_id, role=wish.role, **where
    )
    return list(held.order_by("given_at", "id"))


def _in_force(organisation_id: uuid.UUID, today: date) -> Mapping[tuple[str, Role, uuid.UUID | None], list[Grant]]:
    """All grants of the organisation, by address, role and place; the same that `_held` asks of one."""
    found: dict[tuple[str, Role, uuid.UUID | None], list[Grant]] = defaultdict(list)
    rows = grants_on(today).filter(organisation_id=organisation_id).select_related("user")
    for row in rows.order_by("given_at", "id"):
        found[row.user.email, Role(row.role), row.unit_id].append(row)
    return found


def _accounts(organisation_id: uuid.UUID, wishes: Sequence[Wish]) -> Mapping[str, User]:
    """The accounts of these addresses, made where there is none."""
    names = {_address(wish): wish.name for wish in reversed(wishes)}
    language = Organisation.objects.values_list("language", flat=True).get(id=organisation_id)
    found = _by_address(names)
    new = [_made(address, name, language) for address, name in names.items() if address not in found]
    # Not by trying: a refused row would stand in PostgreSQL's log with its address.
    User.objects.bulk_create(new, ignore_conflicts=True, batch_size=AT_ONCE)
    return {**found, **_by_address([one.email for one in new])}


def _by_address(addresses: Iterable[str]) -> dict[str, User]:
    wanted, found = list(addresses), dict[str, User]()
    for at in range(0, len(wanted), AT_ONCE):
        found |= {user.email: user for user in User.objects.filter(email__in=wanted[at : at + AT_ONCE])}
    return found


def _made(address: str, name: str, language: str) -> User:
    made = User(email=address, name=one_line(name), language=language)
    made.set_unusable_password()
    return made


def refuse_the_last_steward(leaving: Sequence[Grant], today: date) -> None:
    """Refused where nobody else looks after the whole organisation for as long as these grants would have lasted.

    One that ends by itself is no successor of one that does not: on the day after there would be nobody.
    """
    theirs = [one for one in leaving if _is_everywhere(one)]
    if not theirs:
        return
    ends = [one.ends for one in theirs]
    lasting = None if None in ends else max(day for day in ends if day is not None)
    others = grants_on(today).filter(
        organisation_id=theirs[0].organisation_id, role=Role.STEWARD, unit__isnull=True, user__is_active=True
    )
    others = others.exclude(id__in=[one.id for one in theirs])
    long_enough = Q(ends__isnull=True) if lasting is None else Q(ends__isnull=True) | Q(ends__gte=lasting)
    if not others.filter(long_enough).exists():
        raise Refused(LAST)


def account_of(address: str, name: str, language: str) -> User:
    """The account of an address. Somebody else may make it just now for another organisation: then theirs counts."""
    user = User.objects.filter(email=address).first()
    if user is not None:
        return user
    User.objects.bulk_create([_made(address, name, language)], ignore_conflicts=True)
    return User.objects.get(email=address)


def _address(wish: Wish) -> str:
    return mailbox(wish.email) if is_mailbox(wish.email) else wish.email


def _check(organisation_id: uuid.UUID, wish: Wish, today: date) -> None:
    units = Unit.objects.filter(organisation_id=organisation_id)
    faults = _faults(wish, wish.unit_id is not None and units.filter(id=wish.unit_id).exists(), today)
    if faults:
        raise Faulty(next(iter(faults.values())), faults)


def _faults_of(
    organisation_id: uuid.UUID, wishes: Sequence[Wish], today: date
) -> Sequence[tuple[str, Text]]:
    """The first fault of each wish that has one, by its number."""
    known = set(Unit.objects.filter(organisation_id=organisation_id).values_list("id", flat=True))
    found = [_faults(wish, wish.unit_id in known, today) for wish in wishes]
    return [(str(number), next(iter(faults.values()))) for number, faults in enumerate(found) if faults]


def _faults(wish: Wish, is_known: bool, today: date) -> dict[str, Text]:
    faults: dict[str, Text] = {}
    if not is_mailbox(wish.email) or wish.email.endswith(f"@{NOBODY}"):
        faults["email"] = Text(da="Skriv en mailadresse.", en="Write a mail address.")
    if wish.unit_id is None and wish.role not in WHOLE_ORGANISATION:
        faults["unit"] = Text(
            da="Vælg den enhed, rettigheden gælder.", en="Choose the unit the permission is for."
        )
    if wish.unit_id is not None and not is_known:
        faults["unit"] = Text(da="Vælg en enhed, der findes.", en="Choose a unit that exists.")
    if wish.ends is not None and wish.ends < today:
        faults["ends"] = Text(
            da="Vælg en dag fra i dag, eller lad feltet stå tomt.",
            en="Choose a day from today, or leave it empty.",
        )
    return faults


_HAS_IT = Text(
    da="Personen har allerede den rettighed her. Vælg en anden sidste dag, hvis det er den, du vil ændre.",
    en="The person has this permission here already. Choose another last day if that is what you want to change.",
)
