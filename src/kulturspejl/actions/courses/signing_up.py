"""Signing up by oneself: a link that is open until a day, for so many groups; a letter, and a yes on the page."""

import re
import uuid
from collections.abc import Sequence
from datetime import date, datetime

from django.db.models import Min

from kulturspejl.access.course_access import membership_by_key, places_taken, require_class
from kulturspejl.access.permission import NOTHING_HERE, day_of
from kulturspejl.actions.auditing import note
from kulturspejl.actions.courses.people import LONGEST, forget_members, new_member, refuse_group, welcome
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.sent import keep, made_before
from kulturspejl.core.errors import Faulty, Gone, NotThere, Refused
from kulturspejl.core.tables.mailbox import inbox, mailbox
from kulturspejl.core.tables.people import PersonLine
from kulturspejl.core.text import Text, known
from kulturspejl.core.writing.length import without_room
from kulturspejl.core.writing.line import one_line
from kulturspejl.core.writing.sentence import filled
from kulturspejl.records.models import CourseClass, CourseGroup, CourseLetter, CourseRole, Membership, User
from kulturspejl.values.course_keeping import too_early
from kulturspejl.vault import codes

MOST_GROUPS = 60
MOST_LETTERS_A_DAY = 3
MOST_WAITING = 200
"""Groups of a class that have not said yes yet."""
CLOSED = Text(
    da="Tilmeldingen er lukket. Skriv til den, der holder kurset.",
    en="Signing up is closed. Write to whoever holds the course.",
)
FULL = Text(
    da="Der er ikke flere pladser. Skriv til den, der holder kurset.",
    en="There are no more places. Write to whoever holds the course.",
)
NO_NAME = Text(da="Skriv navnet.", en="Write the name.")
LINK = re.compile(r"[/@\\]|\w\.[^\W\d_]{2,}")
"""What a mail program makes a link of: a stranger's words go in a letter to whomever they name."""
NO_LINK = Text(
    da="Skriv navnet uden webadresse. Sæt mellemrum efter et punktum.",
    en="Write the name without a web address. Put a space after a full stop.",
)
NO_WORKPLACE = Text(da="Skriv, hvor I arbejder.", en="Write where you work.")
TWICE = Text(da="Adressen står to gange.", en="The address stands twice.")
NOT_A_NUMBER = filled(
    Text(da="Skriv et antal fra 1 til {most}.", en="Write a number from 1 to {most}."), most=MOST_GROUPS
)
PAST = Text(da="Vælg en dag fra i dag.", en="Choose a day from today.")


def open_sign_up(
    *, by: User, class_id: uuid.UUID, most: int, until: date | None, form: uuid.UUID | None = None, now: datetime
) -> None:
    """Open the link, or change what it lets in; the link itself stays the same. Raises Faulty."""
    with deciding(CourseClass, class_id) as held:
        require_class(by, class_id, now=now)
        if made_before(form, by) is not None:
            return
        faults: dict[str, Text] = {}
        if not 1 <= most <= MOST_GROUPS:
            faults["most"] = NOT_A_NUMBER
        if until is None or until < day_of(now):
            faults["until"] = PAST
        if faults:
            raise Faulty(next(iter(faults.values())), faults)
        CourseClass.objects.filter(id=held.id).update(
            sign_up_code=held.sign_up_code or codes.make_long(), sign_up_most=most, sign_up_until=until
        )
        _note(by, held, form, now)


def close_sign_up(*, by: User, class_id: uuid.UUID, form: uuid.UUID | None = None, now: datetime) -> None:
    """The link is no good from now on; opened again it is another one."""
    with deciding(CourseClass, class_id) as held:
        require_class(by, class_id, now=now)
        if made_before(form, by) is not None:
            return
        CourseClass.objects.filter(id=held.id).update(sign_up_code=None, sign_up_until=None)
        _note(by, held, form, now)


def sign_up(
    *, code: str, workplace: str, people: Sequence[tuple[str, str, str]], language: str,
    form: uuid.UUID | None = None, now: datetime,
) -> None:  # fmt: skip
    """One group: (role, name, address) of whoever signs up, then of those who come along. The first gets a letter.

    Nothing tells whether an address is on the class already: whoever has it gets their own link again. Raises Faulty
    with a sentence a field ("name.0"), Gone for a closed link, Refused where there is no room.
    """
    class_id = class_of(code)
    with deciding(CourseClass, class_id) as held:
        if not is_open(held, day_of(now)):
            raise Gone(CLOSED)
        if made_before(form, None) is not None:
            return
        lines = _read(workplace, people)
        refuse_group(lines, one_line(workplace))
        drop_unconfirmed(held, now)
        # Before it is asked who is here: else a full class would tell which addresses are on it.
        if places_taken(held) >= held.sign_up_most:
            raise Refused(FULL)
        _let_the_oldest_give_way(held, now)
        here = {inbox(one.address): one for one in Membership.objects.filter(group__held=held)}
        known_one = here.get(inbox(lines[0].address))
        if known_one is not None:
            send_link(known_one, form, now)
        else:
            group = CourseGroup.objects.create(held=held, workplace=one_line(workplace))
            fresh = [one for one in lines if inbox(one.address) not in here]
            spoken = language if language in known() else "da"
            made = Membership.objects.bulk_create([new_member(group, one, spoken, now) for one in fresh])
            CourseLetter.objects.create(to=made[0], kind="course_confirm", about="", at_once=True)
        keep(form, None, held.id, now)


def confirm(*, secret: str, now: datetime) -> None:
    """Whoever signed up says yes: they and those who come along are on the class, who get their own letters.

    Here the place is taken. Raises Refused where others have said yes to the last one meanwhile.
    """
    member = membership_by_key(secret, now=now, confirmed=False).member
    with deciding(Membership, member.id) as found:
        if found.confirmed_at is not None:
            return
        if places_taken(found.group.held) >= found.group.held.sign_up_most:
            raise Refused(FULL)
        waiting = list(Membership.objects.filter(group_id=found.group_id, confirmed_at=None))
        Membership.objects.filter(id__in=[one.id for one in waiting]).update(confirmed_at=now)
        welcome(one for one in waiting if one.id != found.id)


def ask_link(*, address: str, form: uuid.UUID | None = None, now: datetime) -> None:
    """The own link again by letter, for each class in which somebody with this address takes part.

    It says nothing of whether there is any: what is asked for an unknown address is silence.
    """
    try:
        found = mailbox(address)
    except Refused as refused:
        raise Faulty(refused.text, {"address": refused.text}) from None
    rows = Membership.objects.filter(address=found).exclude(confirmed_at=None)
    for member_id in list(rows.order_by("id").values_list("id", flat=True)):
        try:
            with deciding(Membership, member_id) as member:
                send_link(member, form, now)
        except NotThere:
            continue


def send_link(member: Membership, form: uuid.UUID | None, now: datetime) -> None:
    """The letter with the link, a few times a day at most, once for a press. In the caller's transaction."""
    kind = "course_link" if member.confirmed_at else "course_confirm"
    today = day_of(now).isoformat()
    sent = CourseLetter.objects.filter(to=member, kind=kind, about__startswith=today).count()
    letter = CourseLetter(to=member, kind=kind, about=f"{today} {form or sent}", at_once=True)
    if sent < MOST_LETTERS_A_DAY:
        CourseLetter.objects.bulk_create([letter], ignore_conflicts=True)


def class_of(code: str) -> uuid.UUID:
    """The class of a sign-up link; NotThere for none."""
    found = CourseClass.objects.filter(sign_up_code=codes.normalise(code)).values_list("id", flat=True).first()
    if found is None or not code:
        raise NotThere(NOTHING_HERE)
    return found


def is_open(held: CourseClass, today: date) -> bool:
    """Whether people may sign up on this day."""
    return held.sign_up_code is not None and held.sign_up_until is not None and today <= held.sign_up_until


def drop_unconfirmed(held: CourseClass, now: datetime) -> None:
    """Who has not said yes in time is forgotten, and their place is free again. In the caller's transaction."""
    late = Membership.objects.filter(group__held=held, confirmed_at=None, joined_at__lt=too_early(now))
    forget_members(late, now)


def _let_the_oldest_give_way(held: CourseClass, now: datetime) -> None:
    """Whoever has the link can sign up strangers without end, who never say yes: they keep nobody out."""
    waiting = held.groups.exclude(members__confirmed_at__isnull=False).annotate(since=Min("members__joined_at"))
    too_many = list(waiting.order_by("since", "id").values_list("id", flat=True))[: max(0, len(waiting) - MOST_WAITING)]
    if too_many:
        forget_members(Membership.objects.filter(group__in=too_many), now)


def _read(workplace: str, people: Sequence[tuple[str, str, str]]) -> list[PersonLine]:
    """The people as a list has them; a row in which nothing is written is left out, but the first."""
    faults: dict[str, Text] = {}
    if not one_line(workplace):
        faults["workplace"] = NO_WORKPLACE
    faults |= without_room({"workplace": one_line(workplace)}, {"workplace": LONGEST["workplace"]})
    lines: list[PersonLine] = []
    for at, (role, name, address) in enumerate(people):
        if at and not one_line(name) and not address.strip():
            continue
        if not one_line(name) or LINK.search(name):
            faults[f"name.{at}"] = NO_LINK if one_line(name) else NO_NAME
        long = without_room({"name": one_line(name)}, {"name": LONGEST["name"]})
        faults |= {f"name.{at}": text for text in long.values()}
        try:
            found = mailbox(address)
        except Refused as refused:
            faults[f"address.{at}"] = refused.text
            continue
        if inbox(found) in {inbox(one.address) for one in lines}:
            faults[f"address.{at}"] = TWICE
        lines.append(PersonLine(at, one_line(name), found, _role(role), ""))
    if faults:
        raise Faulty(next(iter(faults.values())), faults)
    return lines


def _role(role: str) -> str:
    return role if role in CourseRole.values else CourseRole.TR.value


def _note(by: User, held: CourseClass, form: uuid.UUID | None, now: datetime) -> None:
    course = held.course
    note(by=by, organisation_id=course.organisation_id, verb="course.sign_up", about=course.id, now=now)
    keep(form, by, held.id, now)
