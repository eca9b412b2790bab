"""Who takes part: put on a class from a list, changed, taken off, and given a new address of their own."""

import uuid
from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import QuerySet

from kulturspejl.access.course_access import hashes_of, require_class
from kulturspejl.access.permission import NOTHING_HERE, day_of
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.sent import keep, made_before, may_be_gone
from kulturspejl.core.errors import Faulty, NotThere, Refused
from kulturspejl.core.tables.mailbox import inbox, mailbox
from kulturspejl.core.tables.people import PersonLine
from kulturspejl.core.text import Text
from kulturspejl.core.writing.length import without_room
from kulturspejl.core.writing.line import one_line
from kulturspejl.core.writing.sentence import filled
from kulturspejl.records.ids import random_id
from kulturspejl.records.models import CourseClass, CourseGroup, CourseLetter, CourseRole, Membership, User
from kulturspejl.vault import ledger

MOST_IN_A_CLASS = 150
MOST_REPRESENTATIVES = 4
LONGEST = {"name": 100, "workplace": 100}
NO_ROOM = filled(
    Text(da="Der er plads til {most} på et hold. Lav et hold mere.", en="A class has room for {most}. Make another."),
    most=MOST_IN_A_CLASS,
)
GROUP_FULL = Text(
    da="»{workplace}« har flere end én leder og {most} repræsentanter. Skriv et andet navn på arbejdspladsen ved dem, "
    "der hører sammen.",
    en="“{workplace}” has more than one leader and {most} representatives. Write another name of the place of work "
    "beside those who belong together.",
)
HERE_ALREADY = Text(da="Adressen er med på holdet allerede.", en="The address is on the class already.")
NO_ROLE = Text(da="Vælg leder, AMR eller TR.", en="Choose leader, AMR or TR.")


def add_people(
    *, by: User, class_id: uuid.UUID, people: Sequence[PersonLine], language: str, form: uuid.UUID | None = None,
    now: datetime,
) -> int:  # fmt: skip
    """Put people on the class; how many were new. Those of one place of work are one group, and each gets a letter with
    their own address. Whoever is on it already is passed over. Raises Refused where there is no room."""
    with deciding(CourseClass, class_id) as held:
        require_class(by, class_id, now=now)
        if made_before(form, by) is not None:
            return 0
        here = {inbox(one) for one in _members(held).values_list("address", flat=True)}
        fresh = [one for one in people if inbox(one.address) not in here]
        if len(here) + len(fresh) > MOST_IN_A_CLASS:
            raise Refused(NO_ROOM)
        _put_in(held, fresh, language, now)
        course = held.course
        note(by=by, organisation_id=course.organisation_id, verb="course.people", about=course.id, now=now)
        keep(form, by, class_id, now)
    return len(fresh)


def change_member(
    *, by: User, class_id: uuid.UUID, member_id: uuid.UUID, name: str, address: str, role: str,
    form: uuid.UUID | None = None, now: datetime,
) -> None:  # fmt: skip
    """Another name, address or role. With another address the old one's link is no good, and the new gets a letter.
    Raises Faulty with a sentence a field."""
    with deciding(CourseClass, class_id) as held:
        require_class(by, class_id, now=now)
        if made_before(form, by) is not None:
            return
        member = _member(held, member_id)
        faults = without_room({"name": one_line(name)}, {"name": LONGEST["name"]})
        try:
            found = mailbox(address)
        except Refused as refused:
            raise Faulty(refused.text, {**faults, "address": refused.text}) from None
        others = _members(held).exclude(id=member.id).values_list("address", flat=True)
        if inbox(found) in {inbox(one) for one in others}:
            faults["address"] = HERE_ALREADY
        if role not in CourseRole.values:
            faults["role"] = NO_ROLE
        if faults:
            raise Faulty(next(iter(faults.values())), faults)
        is_other = found != member.address
        member.name, member.address, member.role = one_line(name), found, role
        member.save(update_fields=["name", "address", "role"])
        if is_other:
            _renew(member, now)
        course = held.course
        note(by=by, organisation_id=course.organisation_id, verb="course.people", about=course.id, now=now)
        keep(form, by, member_id, now)


def renew_key(
    *, by: User, class_id: uuid.UUID, member_id: uuid.UUID, form: uuid.UUID | None = None, now: datetime
) -> None:
    """A new address of their own by letter; the one before, and its calendar, are no good from now on."""
    with deciding(CourseClass, class_id) as held:
        require_class(by, class_id, now=now)
        if made_before(form, by) is not None:
            return
        _renew(_member(held, member_id), now)
        course = held.course
        note(by=by, organisation_id=course.organisation_id, verb="course.people", about=course.id, now=now)
        keep(form, by, member_id, now)


def remove_member(
    *, by: User, class_id: uuid.UUID, member_id: uuid.UUID, form: uuid.UUID | None = None, now: datetime
) -> None:
    """Take somebody off the class, with all that hangs on their membership. A restore does not bring them back."""
    with may_be_gone(form, by), deciding(CourseClass, class_id) as held:
        require_class(by, class_id, now=now)
        member = _member(held, member_id)
        forget_members([member], now)
        course = held.course
        note(by=by, organisation_id=course.organisation_id, verb="course.people", about=course.id, now=now)
        keep(form, by, "", now)


def forget_members(members: Iterable[Membership], now: datetime) -> None:
    """Delete memberships, on the ledger, and groups that are empty then. In the caller's transaction."""
    gone = list(members)
    groups = {one.group_id for one in gone}
    for one in gone:
        ledger.note(what=ledger.COURSE_MEMBER, round_id=one.id, on=day_of(now))
    Membership.objects.filter(id__in=[one.id for one in gone]).delete()
    CourseGroup.objects.filter(id__in=groups, members=None).delete()


def new_member(group: CourseGroup, one: PersonLine, language: str, now: datetime) -> Membership:
    """Somebody who takes part, not stored yet; signed up and not confirmed."""
    id = random_id()
    return Membership(
        id=id, group=group, role=one.role, name=one_line(one.name)[: LONGEST["name"]], address=one.address,
        language=language, joined_at=now, **hashes_of(id, 1),
    )  # fmt: skip


def welcome(members: Iterable[Membership]) -> None:
    """Keep the letter with their own address, once for each turn of it."""
    CourseLetter.objects.bulk_create(
        [CourseLetter(to=one, kind="course_welcome", about=str(one.key_turn), at_once=False) for one in members],
        ignore_conflicts=True,
    )


def refuse_group(people: Sequence[PersonLine], workplace: str) -> None:
    """Raises Refused for more than one leader and four representatives."""
    leaders = sum(one.role == CourseRole.LEADER for one in people)
    if leaders > 1 or len(people) - leaders > MOST_REPRESENTATIVES:
        raise Refused(filled(GROUP_FULL, workplace=workplace, most=MOST_REPRESENTATIVES))


def _put_in(held: CourseClass, people: Sequence[PersonLine], language: str, now: datetime) -> None:
    """Those without a place of work are a group each."""
    together: dict[str, list[PersonLine]] = {}
    for one in people:
        together.setdefault(one.unit.casefold() or one.address, []).append(one)
    stored = {group.workplace.casefold(): group for group in held.groups.prefetch_related("members")}
    made: list[Membership] = []
    for key, some in together.items():
        group = stored.get(key) if some[0].unit else None
        before = [PersonLine(0, "", one.address, one.role, "") for one in group.members.all()] if group else []
        refuse_group([*before, *some], some[0].unit or some[0].address)
        workplace = some[0].unit[: LONGEST["workplace"]]
        group = group or CourseGroup.objects.create(held=held, workplace=workplace)
        made += [new_member(group, one, language, now) for one in some]
    for member in made:
        member.confirmed_at = now
    Membership.objects.bulk_create(made)
    welcome(made)


def _renew(member: Membership, now: datetime) -> None:
    """On the ledger, so that no restore opens the page to whoever has the address before."""
    ledger.note(what=ledger.COURSE_KEY, round_id=ledger.of_turn(member.id, member.key_turn), on=day_of(now))
    turn = member.key_turn + 1
    Membership.objects.filter(id=member.id).update(key_turn=turn, **hashes_of(member.id, turn))
    member.key_turn = turn
    welcome([member])


def _members(held: CourseClass) -> "QuerySet[Membership]":
    return Membership.objects.filter(group__held=held)


def _member(held: CourseClass, member_id: uuid.UUID) -> Membership:
    found = _members(held).filter(id=member_id).first()
    if found is None:
        raise NotThere(NOTHING_HERE)
    return found
