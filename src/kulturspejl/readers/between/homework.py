"""A homework as somebody who takes part has it: the guide, and the questions whose answers stay on their device."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from kulturspejl.access.course_access import Taking, membership_by_key
from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.access.room_access import lends_rooms
from kulturspejl.core.content.between_days import Homework, Named
from kulturspejl.core.content.parse_course import course_from_json
from kulturspejl.core.errors import NotThere
from kulturspejl.records.models import CourseDay, HomeworkMark, Room
from kulturspejl.records.questions import ask, key_of
from kulturspejl.values.the_library import the_library

Line = tuple[str, str]
"""(id, words)."""


@dataclass(frozen=True)
class StepView:
    """One step: when it begins after the start, how long it takes, what is said, and what each model has to say."""

    begins: int
    minutes: int
    text: str
    says: tuple[Line, ...]


@dataclass(frozen=True)
class MeetingView:
    """A meeting that a team can hold in a room of its own."""

    id: str
    name: str
    minutes: int


@dataclass(frozen=True)
class OwnHomework:
    """One homework. `on` is the day until which it is asked, None where the class has no such day."""

    secret: str
    class_id: uuid.UUID
    id: str
    name: str
    text: str
    day: str
    on: date | None
    minutes: int
    prepare: tuple[str, ...]
    steps: tuple[StepView, ...]
    models: tuple[Line, ...]
    roles: tuple[Line, ...]
    lines: tuple[Line, ...]
    meetings: tuple[MeetingView, ...]
    is_done: bool
    deleted_on: date


@dataclass(frozen=True)
class Recalled:
    """The questions of what was written at home, for the phone that wrote it: its answers never come here."""

    class_id: uuid.UUID
    id: str
    name: str
    models: tuple[Line, ...]
    lines: tuple[Line, ...]


def own_homework(secret: str, homework: str, *, language: str, now: datetime) -> OwnHomework:
    """For whoever has the secret address; NotThere for anybody else, and for a homework that the course has not."""
    mine = membership_by_key(secret, now=now)
    content = course_from_json(mine.course.content)
    asked = next((one for one in content.homework if one.id == homework), None)
    if asked is None:
        raise NotThere(NOTHING_HERE)
    part = content.asked_until(asked.id)
    return OwnHomework(
        secret=secret, class_id=mine.held.id, id=asked.id, name=asked.name.into(language),
        text=asked.text.into(language), day=part.title.into(language) if part else "",
        on=CourseDay.objects.filter(held=mine.held, part=part.id if part else "").values_list("day", flat=True).first(),
        minutes=asked.minutes, prepare=tuple(one.into(language) for one in asked.prepare),
        steps=_steps(asked, language), models=_models(asked, language), roles=_named(asked.roles, language),
        lines=_named(asked.lines, language), meetings=_meetings(asked, language), is_done=_is_done(mine, asked),
        deleted_on=mine.deleted_on,
    )  # fmt: skip


def recalled(room: Room, *, language: str) -> Recalled | None:
    """What was asked until the day that this room is, where lines were to be written; None otherwise."""
    # Asked at every ring until the check-in is over, and most rooms are of no course.
    if not ask("SELECT 1 FROM records_courseday WHERE room_id = %s", key_of(room.id)):
        return None
    day = CourseDay.objects.select_related("held__course").filter(room=room).first()
    if day is None:
        return None
    asked = course_from_json(day.held.course.content).homework_of(day.part)
    if asked is None or not asked.lines:
        return None
    return Recalled(
        day.held_id, asked.id, asked.name.into(language), _models(asked, language), _named(asked.lines, language)
    )


def _steps(asked: Homework, language: str) -> tuple[StepView, ...]:
    begins = 0
    made = []
    for step in asked.steps:
        says = tuple(
            (model.id, model.says[step.id].into(language)) for model in asked.models if step.id in model.says
        )
        made.append(StepView(begins, step.minutes, step.text.into(language), says))
        begins += step.minutes
    return tuple(made)


def _models(asked: Homework, language: str) -> tuple[Line, ...]:
    return tuple((one.id, one.name.into(language)) for one in asked.models)


def _named(rows: tuple[Named, ...], language: str) -> tuple[Line, ...]:
    return tuple((one.id, one.text.into(language)) for one in rows)


def _meetings(asked: Homework, language: str) -> tuple[MeetingView, ...]:
    """Those that this instance lends; none where rooms are not lent, or nobody has written the programme."""
    if not lends_rooms():
        return ()
    lent = the_library().lent
    wanted = (*(one.programme for one in asked.models if one.programme), *asked.programmes)
    return tuple(
        MeetingView(id, lent[id].name.into(language), sum(item.minutes for item in lent[id].items))
        for id in dict.fromkeys(wanted)
        if id in lent
    )


def _is_done(mine: Taking, asked: Homework) -> bool:
    return HomeworkMark.objects.filter(member=mine.member, homework=asked.id).exists()
