"""The course's own letters: one before each day and one after, and those that bring somebody their own address."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.core.mail import EmailMessage
from django.db.models import Q

from kulturspejl.access.course_access import contact_of, ends_of, page_path
from kulturspejl.access.letters_off import is_off, stop_address
from kulturspejl.access.own_plan import reminder_path
from kulturspejl.access.permission import day_of
from kulturspejl.actions.courses.keys import let_it_open
from kulturspejl.actions.each import each
from kulturspejl.actions.letters.message import build
from kulturspejl.actions.letters.postman import Outcome, Postman, ServerAway
from kulturspejl.actions.patience import Patience
from kulturspejl.core.content.course import CoursePart
from kulturspejl.core.content.parse_course import course_from_json
from kulturspejl.core.content.short_letters import PLACES
from kulturspejl.core.workdays import working_days_ahead, working_days_before
from kulturspejl.core.writing.dates import day as day_in_words
from kulturspejl.records.models import Course, CourseDay, CourseLetter, LetterState, Membership, PlanReminder
from kulturspejl.values import links
from kulturspejl.values.course_days import when_of
from kulturspejl.values.course_keeping import last_to_confirm, too_early
from kulturspejl.values.course_told import (
    MOVED,
    OFF,
    SAID_OFF,
    day_said,
    last_said,
    letters_about,
    not_told,
    not_told_off,
    said_of,
)
from kulturspejl.values.hours import is_quiet
from kulturspejl.values.the_library import the_library

AHEAD = 5
"""Working days before a day at which its letter comes."""
LATELY = timedelta(days=7)
"""A letter after a day that was longer ago than this comes no more."""
AT_ONCE = 200
TRYING = Patience()
DONE = {
    Outcome.SENT: LetterState.SENT, Outcome.REFUSED: LetterState.REFUSED, Outcome.UNWRITABLE: LetterState.UNWRITABLE,
}  # fmt: skip


def tell_due(*, now: datetime) -> None:
    """Keep the letters of the day, each once, for everybody who takes part by now."""
    today = day_of(now)
    near = CourseDay.objects.filter(day__gte=today - LATELY, day__lte=today + timedelta(days=21))
    for one in each("letters of a course", list(near.values_list("id", flat=True)), now=now):
        with one as day_id:
            day = CourseDay.objects.select_related("held__course").filter(id=day_id).first()
            if day is not None:  # The class may have been deleted meanwhile.
                _tell(day, today)


def send_waiting(*, now: datetime) -> int:
    """Send what waits and is still true; how many the mail server took. A kill between its yes and our note of it sends
    one letter twice, with the same Message-ID."""
    waiting = CourseLetter.objects.filter(state=LetterState.WAITING).order_by("id")
    if is_quiet(now):
        waiting = waiting.filter(at_once=True)
    ids = list(waiting.values_list("id", flat=True)[:AT_ONCE])
    TRYING.keep_only(set(ids))
    due = [one for one in ids if TRYING.may_try(one, now)]
    return _send(due, now) if due else 0


def write(letter: CourseLetter, now: datetime) -> EmailMessage:
    """The letter as it is sent now, in the receiver's language."""
    member, course = letter.to, letter.to.group.held.course
    language, ask = member.language, contact_of(course, now)
    places = dict.fromkeys(PLACES, "") | _places(letter, course, now)
    places |= {"contact": str(ask or ""), "organisation": course.organisation.name}
    words = the_library().short_letters[letter.kind]
    subject, body = words.write(places, name=str(member), language=language)
    return build(
        to=member.address, subject=subject, body=body, mark=f"course letter {letter.id}", language=language,
        organisation=course.organisation.name, ask=ask, stop=_stop(letter),
    )  # fmt: skip


def _choice(letter: CourseLetter) -> str:
    """What its receiver may switch off by; "" where they have just asked for it."""
    part = course_from_json(letter.to.group.held.course.content).part(_part_of(letter))
    if part is None:
        return ""
    return {part.before: "before_day", part.after: "after_day"}.get(letter.kind, "")


def _stop(letter: CourseLetter) -> str:
    if letter.kind == "you_asked":
        return links.base_url() + _path(letter)
    return stop_address(letter.to_id, _choice(letter))


def _tell(row: CourseDay, today: date) -> None:
    course = row.held.course
    part = course_from_json(course.content).part(row.part)
    kind = _kind_due(course, part, row.day, today) if part else ""
    if not kind:
        return
    members = Membership.objects.filter(group__held=row.held, confirmed_at__isnull=False)
    if row.day < today:  # Whoever has come later was not there.
        members = members.filter(joined_at__date__lte=row.day)
    fresh = members.exclude(Q(letters__kind=kind) & Q(letters__about=row.part))
    made = [CourseLetter(to=one, kind=kind, about=row.part) for one in fresh]
    if part and kind == part.before:
        made += _again(row, kind)
    CourseLetter.objects.bulk_create(made, ignore_conflicts=True)


def _again(row: CourseDay, kind: str) -> list[CourseLetter]:
    """To those who had it before the week of the day as it is now: it told another, and the day has moved since."""
    due, last = working_days_before(row.day, AHEAD), dict[uuid.UUID, CourseLetter]()
    for one in letters_about(row.held_id, row.part).filter(kind=kind).order_by("id"):
        last[one.to_id] = one
    stale = [
        to for to, one in last.items()
        if one.state == LetterState.SENT and day_said(one.said) != row.day and one.done_on and one.done_on < due
    ]  # fmt: skip
    about = f"{row.part} {row.day.isoformat()}"
    return [CourseLetter(to_id=to, kind=kind, about=about) for to in stale]


def _kind_due(course: Course, part: CoursePart, day: date, today: date) -> str:
    """The letter that is due about a day; "" for none."""
    if course.letters_before and today < day and working_days_before(day, AHEAD) <= today:
        return part.before
    if course.letters_after and day < today and working_days_ahead(day, 1) <= today:
        return part.after
    return ""


def _send(ids: Iterable[int], now: datetime) -> int:
    sent = 0
    try:
        with Postman(now) as postman:
            for one in each("course letters", ids, now=now, passing=(ServerAway,)):
                with one as id:
                    sent += _send_one(postman, id, now)
    except ServerAway:
        return sent
    return sent


def _send_one(postman: Postman, id: int, now: datetime) -> int:
    rows = CourseLetter.objects.select_related("to__group__held__course__organisation")
    letter = rows.filter(id=id, state=LetterState.WAITING).first()
    if letter is None:
        return 0
    if not _still_holds(letter, now):
        letter.delete()
        return 0
    if is_off(letter.to_id, _choice(letter)):
        CourseLetter.objects.filter(id=id).update(state=LetterState.UNWANTED, done_on=day_of(now))
        return 0
    let_it_open(member=letter.to)
    row = day_of_letter(letter)
    outcome = postman.deliver(lambda: write(letter, now))
    if outcome is Outcome.LATER:
        TRYING.failed(id, now)
        return 0
    TRYING.done(id)
    said = SAID_OFF if letter.kind == OFF else said_of(row) if row else ""
    CourseLetter.objects.filter(id=id).update(state=DONE[outcome], done_on=day_of(now), said=said)
    return int(outcome is Outcome.SENT)


def _still_holds(letter: CourseLetter, now: datetime) -> bool:
    """Whether the class still is, whoever signed up still waits, and a letter about a day still comes in its time."""
    held = letter.to.group.held
    end = ends_of({held.id}).get(held.id)
    if end is None or end <= day_of(now):
        return False
    if letter.kind == "you_asked":
        return PlanReminder.objects.filter(member=letter.to).exists()
    if letter.kind == "course_confirm":
        return letter.to.confirmed_at is None and letter.to.joined_at >= too_early(now)
    if letter.kind == MOVED:
        row = day_of_letter(letter)
        return row is not None and row.day >= day_of(now) and letter.to_id in not_told(row, waiting=letter.id)
    if letter.kind == OFF:
        gone = not_told_off(held.id, _part_of(letter), day_of(now), waiting=letter.id)
        return day_of_letter(letter) is None and letter.to_id in gone
    part = course_from_json(held.course.content).part(_part_of(letter))
    if part is None or letter.kind not in (part.before, part.after):
        return letter.to.confirmed_at is not None
    row = CourseDay.objects.filter(held=held, part=part.id).first()
    return row is not None and _kind_due(held.course, part, row.day, day_of(now)) == letter.kind


def _path(letter: CourseLetter) -> str:
    """Where it leads: to the own page, or to where the letters about the own plan are stopped."""
    reminder = PlanReminder.objects.filter(member=letter.to).first() if letter.kind == "you_asked" else None
    return reminder_path(reminder.id) if reminder else page_path(letter.to_id, letter.to.key_turn)


def day_of_letter(letter: CourseLetter) -> CourseDay | None:
    """The day that a letter is about, as it is now; None for a letter about none."""
    return CourseDay.objects.filter(held_id=letter.to.group.held_id, part=_part_of(letter)).first()


def _part_of(letter: CourseLetter) -> str:
    """The part of the course that it is about, without what tells it from an earlier one."""
    return letter.about.partition(" ")[0]


def _places(letter: CourseLetter, course: Course, now: datetime) -> dict[str, str]:
    member = letter.to
    held, language = member.group.held, member.language
    row = day_of_letter(letter)
    part = course_from_json(course.content).part(_part_of(letter)) if letter.kind in (MOVED, OFF) else None
    end = ends_of({held.id})[held.id]
    day = row.day if row else last_to_confirm(member.joined_at)
    if letter.kind == OFF:
        day = day_said(last_said(held.id, _part_of(letter)).get(member.id, "")) or day
    return {
        "link": links.base_url() + _path(letter),
        "what": part.title.into(language) if part else course.name,
        "deleted": day_in_words(end, language), "when": when_of(row, language) if row else "",
        "date": day_in_words(day, language),
    }  # fmt: skip

