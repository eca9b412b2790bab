"""Somebody's own way through a course: where they are, the next thing, the days, and what is done between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from kulturspejl.access.course_access import (
    FEED,
    Taking,
    contact_of,
    key_of,
    membership_by_feed,
    membership_by_key,
    page_path,
)
from kulturspejl.access.own_units import own_units
from kulturspejl.access.permission import day_of
from kulturspejl.core.content.calendar_file import DayEvent, calendar_of
from kulturspejl.core.content.course import Between, BetweenKind, CoursePart
from kulturspejl.core.content.course_path import Path, path_of, stock_part
from kulturspejl.core.content.parse_course import course_from_json
from kulturspejl.core.plans.status import BEFORE
from kulturspejl.core.text import Text
from kulturspejl.core.writing.dates import day as day_in_words
from kulturspejl.core.writing.listing import listed
from kulturspejl.core.writing.order import danish_key
from kulturspejl.core.writing.sentence import filled
from kulturspejl.drawing import figures
from kulturspejl.drawing.figures import Box, Figure
from kulturspejl.readers.between.certificates import has_certificate
from kulturspejl.readers.between.reading_lists import has_reading
from kulturspejl.records.models import CourseDay, Membership, PlanStatus, User
from kulturspejl.values import links
from kulturspejl.values.course_days import hours_of, when_of
from kulturspejl.values.letters import Somebody

HERE = Text(da="Du er her", en="You are here")
BEFORE_IT = Text(da="Før: {what}", en="Before: {what}")
AT = Text(
    da="Du er på vej til {title}, dag {nth} af {count}. Dagen er {when}.",
    en="You are on the way to {title}, day {nth} of {count}. The day is {when}.",
)
TODAY = Text(da="I dag er {title}, dag {nth} af {count}.", en="Today is {title}, day {nth} of {count}.")
OVER = Text(da="Alle {count} dage er holdt.", en="All {count} days have been held.")
SENT = Text(da="Læs de artikler, du får tilsendt", en="Read the articles that you are sent")
"""In place of a reading that the course's list has nothing of."""
UNIT_PAGES = {BetweenKind.TRIO: "trio", BetweenKind.PLAN: "plan"}
"""Where in the unit these are done."""
IN_CALENDAR = Text(da="{title} {hours}{place}", en="{title} {hours}{place}")


@dataclass(frozen=True)
class BetweenLine:
    """One thing to do before the next day; `link` is where it is done, "" where there is nothing to open."""

    id: str
    kind: BetweenKind
    text: str
    link: str


@dataclass(frozen=True)
class Stop:
    """One day of the path, with what is done before it. `room_code` is that of its room once the day has come;
    `is_open` while people may come in."""

    part: CoursePart
    row: CourseDay
    hours: str
    bring: str
    between: tuple[BetweenLine, ...]
    is_here: bool
    is_past: bool
    room_code: str
    is_open: bool


@dataclass(frozen=True)
class OwnCourse:
    """The page. `figure` is the path as a drawing, `sentence` the same in words, and the stops are its table.

    `present` is how many days count for the certificate so far, none where there is no certificate; `may_count` whether
    today can still be counted, `has_certificate` whether it can be fetched. `stock` is where stock of the unit's plan
    is taken from two weeks before its day on, or read once it was (`stock_made`); "" where the unit is not known.
    """

    taking: Taking
    stops: tuple[Stop, ...]
    figure: str
    lying: str
    sentence: str
    others: tuple[Membership, ...]
    contact: Somebody | None
    feed: str
    present: int | None
    may_count: bool
    has_certificate: bool
    stock: str
    stock_made: date | None
    signed_in: bool

    @property
    def opens_by_account(self) -> bool:
        """Whether something before the next day has a page of the unit, which opens for nobody until they sign in."""
        waiting = self.next.between if self.next else ()
        return not self.signed_in and any(one.kind in UNIT_PAGES for one in waiting)

    @property
    def held(self) -> tuple[Stop, ...]:
        """The days that have been since this person came in, and whose rooms are still there."""
        came = self._came_in
        return tuple(one for one in self.stops if one.room_code and not one.is_open and one.row.day >= came)

    @property
    def missed(self) -> tuple[Stop, ...]:
        """The days that had been before this person came in, as long as one is ahead."""
        return tuple(one for one in self.stops if one.row.day < self._came_in) if self.next else ()

    @property
    def _came_in(self) -> date:
        return timezone.localdate(self.taking.member.joined_at)

    @property
    def next(self) -> Stop | None:
        """The day that is next, today's included."""
        return next((one for one in self.stops if one.is_here and not one.is_past), None)


def own_course(secret: str, *, language: str, now: datetime, viewer: User | None = None) -> OwnCourse:
    """The page behind a secret address; NotThere for nobody's, and once the class has come to its end.

    `viewer` is whoever has signed in where the page is opened: the unit's own pages are at hand for its owner alone.
    """
    taking = membership_by_key(secret, now=now)
    today = day_of(now)
    rows = {one.part: one for one in CourseDay.objects.filter(held=taking.held).select_related("room")}
    is_done = _is_done_today(rows, today)
    on = today + timedelta(days=1) if is_done else today
    path = path_of(course_from_json(taking.course.content), {part: one.day for part, one in rows.items()}, on)
    at = _own_unit(taking, viewer, today)
    stops = tuple(
        _stop(taking, path, place, rows, language, today, at, is_done=is_done) for place in range(len(path.stops))
    )
    title, drawn = taking.course.name, _figure(stops, path, language)
    page = figures.page_for(drawn, lang=language, shape=2.4)
    stock, stock_made = _stock(path, at, today)
    member = taking.member
    may_count = taking.course.certificates and any(one.is_open for one in stops) and member.present_on != today
    return OwnCourse(
        taking=taking, stops=stops, sentence=_sentence(stops, path, language, today),
        figure=figures.draw(drawn, title=title, lang=language),
        lying=figures.draw(drawn, title=title, lang=language, key="lying", page=page),
        others=tuple(_others(member)),
        contact=contact_of(taking.course, now),
        feed=f"{links.base_url()}/course/{key_of(member.id, member.key_turn, FEED)}/calendar.ics",
        present=member.days_present if taking.course.certificates else None, may_count=may_count,
        has_certificate=has_certificate(taking, now=now), stock=stock, stock_made=stock_made,
        signed_in=viewer is not None,
    )  # fmt: skip


def _others(member: Membership) -> list[Membership]:
    """Whom one comes together with."""
    found = member.group.members.exclude(id=member.id).exclude(confirmed_at=None)
    return sorted(found, key=lambda one: danish_key(str(one)))


def feed_of(secret: str, *, now: datetime) -> tuple[str, str]:
    """(the membership, the days as a calendar) behind the secret address of a calendar."""
    taking = membership_by_feed(secret, now=now)
    return str(taking.member.id), _calendar(taking, taking.member.language, now)


def days_of(secret: str, *, language: str, now: datetime) -> str:
    """The days as a file, from one's own page."""
    return _calendar(membership_by_key(secret, now=now), language, now)


def _calendar(taking: Taking, language: str, now: datetime) -> str:
    content = course_from_json(taking.course.content)
    rows = CourseDay.objects.filter(held=taking.held).order_by("day")
    events = [
        DayEvent(f"{row.id}@kulturspejl", row.day, _summary(part, row, language), links.base_url())
        for row in rows
        if (part := content.part(row.part)) is not None
    ]
    return calendar_of(events, stamp=now)


def _summary(part: CoursePart, row: CourseDay, language: str) -> str:
    place = f", {row.place}" if row.place else ""
    return filled(
        IN_CALENDAR, title=part.title.into(language), hours=hours_of(row, language), place=place
    ).into(language)  # fmt: skip


def _stop(
    taking: Taking, path: Path, place: int, rows: "dict[str, CourseDay]", language: str, today: date, at: str,
    *, is_done: bool,
) -> Stop:  # fmt: skip
    part, day = path.stops[place]
    row = rows[part.id]
    room = row.room
    is_open = room is not None and day == today and room.finished_on is None
    return Stop(
        part=part, row=row, hours=hours_of(row, language), bring=row.bring or part.bring.into(language),
        between=tuple(_line(taking, part, one, language, at) for one in part.between),
        is_here=place == path.here, is_past=day < today or (is_done and day == today), is_open=is_open,
        room_code=room.code if room is not None and day <= today else "",
    )  # fmt: skip


def _line(taking: Taking, part: CoursePart, one: Between, language: str, at: str) -> BetweenLine:
    link = _link_of(taking, part, one.kind, at)
    said = SENT if one.kind is BetweenKind.READING and not link else one.text
    return BetweenLine(one.id, one.kind, said.into(language), link)


def _is_done_today(rows: "dict[str, CourseDay]", today: date) -> bool:
    """Once today's room is closed the day has been, and the next one is what comes."""
    return any(one.day == today and one.room is not None and one.room.finished_on is not None for one in rows.values())


def _own_unit(taking: Taking, viewer: User | None, today: date) -> str:
    """The address of the one unit that this person leads, else represents; "" for several, and where another looks."""
    if viewer is None or viewer.email != taking.member.address:
        return ""
    found = own_units(viewer, today)
    return f"/units/{found[0]}" if len(found) == 1 else ""


def _stock(path: Path, at: str, today: date) -> tuple[str, date | None]:
    """Where stock is taken of the unit's plan, or was, and when; ("", None) where it is too early or not known."""
    part = stock_part([part for part, _day in path.stops])
    on = next((day for one, day in path.stops if one is part), None)
    if not at or on is None or today < on - BEFORE:
        return "", None
    rows = PlanStatus.objects.filter(unit_id=at.removeprefix("/units/"), undone_at=None, on__gte=on - BEFORE)
    made = rows.order_by("-at").first()
    return (f"/status/{made.id}", made.on) if made else (f"{at}/status", None)


def _link_of(taking: Taking, part: CoursePart, kind: BetweenKind, at: str) -> str:
    """Where a thing between the days is done; "" where it is done without a page. `at`: the unit, where it is known."""
    member = taking.member
    mine = page_path(member.id, member.key_turn)
    if kind is BetweenKind.READING and has_reading(taking.course, part.id):
        return f"{mine}/reading"
    if kind is BetweenKind.DIALOGUE and part.homework:
        return f"{mine}/homework/{part.homework}"
    if at and kind in UNIT_PAGES:
        return f"{at}/{UNIT_PAGES[kind]}"
    return ""


def _figure(stops: Sequence[Stop], path: Path, language: str) -> Figure:
    boxes = [
        Box(
            one.part.title.into(language), note=day_in_words(one.row.day, language),
            words=(_between(one, language),) if one.between else (),
        )
        for one in stops
    ]  # fmt: skip
    here = len(boxes) - 1 if path.is_over else path.here
    return Figure("path", tuple(boxes), here=here, here_says=HERE.into(language))


def _between(stop: Stop, language: str) -> str:
    what = listed([one.text[0].lower() + one.text[1:] for one in stop.between], language)
    return filled(BEFORE_IT, what=what).into(language)


def _sentence(stops: Sequence[Stop], path: Path, language: str, today: date) -> str:
    if path.next is None:
        return filled(OVER, count=len(stops)).into(language)
    stop = stops[path.next]
    words = TODAY if stop.row.day == today else AT
    title = stop.part.title.into(language)
    said = {"title": title, "nth": path.next + 1, "count": len(stops), "when": when_of(stop.row, language)}
    return filled(words, **{key: said[key] for key in said if key != "when" or words is AT}).into(language)
