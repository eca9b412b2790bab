"""The provider's report of a class: from what was let out when its day was closed, and from nothing else."""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from django.db.models import Q

from kulturspejl.access.permission import NOTHING_HERE, day_of
from kulturspejl.access.room_access import organisations_of, require_room
from kulturspejl.core.content.programme import SlotKind
from kulturspejl.core.disclosure.room.least import least_for
from kulturspejl.core.errors import NotThere
from kulturspejl.core.kinds.agreement_items import AgreementItems
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.kinds.base.picture import PartPicture
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled
from kulturspejl.readers.rooms.regions.shown import ShownView, pictures_up, shown_views
from kulturspejl.readers.rooms.regions.station import title_of
from kulturspejl.readers.rooms.scene import Scene, scene_of
from kulturspejl.records.models import CourseNumbers, Participant, RoomKind, User
from kulturspejl.reports.course import Counted, Course, CoursePicture, Mean, OverClasses
from kulturspejl.values.own_logo import logo_svg
from kulturspejl.values.room_keeping import deleted_on
from kulturspejl.values.the_library import the_library

MOST_REMEMBERED = 40
TOO_FEW_AT_THE_END = Text(
    da="For få svar til at vise: Der skal mindst {least} til.", en="Too few answers to show: it takes at least {least}."
)


def course(by: User, room_id: uuid.UUID, *, language: str, now: datetime) -> Course:
    """For whoever may run the class, once its day is closed; NotThere before, and for any other room.

    Before, somebody may still answer: two reports with one answer between them would tell it.
    """
    room = require_room(by, room_id, now=now)
    if room.kind != RoomKind.CLASS or room.finished_on is None:
        raise NotThere(NOTHING_HERE)
    return _course(scene_of(room, language=language, now=now))


def over_classes(by: User, *, language: str, now: datetime) -> tuple[tuple[str, OverClasses], ...]:
    """(programme, its classes) of what somebody may run: also of those whose rooms are gone."""
    mine = Q(organisation__in=organisations_of(by, day_of(now)))
    programmes = sorted(set(CourseNumbers.objects.filter(mine).values_list("programme", flat=True)))
    plans = the_library().programmes
    return tuple(
        (plans[one].name.into(language) if one in plans else one, _over(Q(programme=one), mine, language))
        for one in programmes
    )


def has_numbers(by: User, *, now: datetime) -> bool:
    """Whether there is anything over several classes to look at."""
    return CourseNumbers.objects.filter(organisation__in=organisations_of(by, day_of(now))).exists()


def _course(scene: Scene) -> Course:
    room = scene.room
    people = Participant.objects.filter(room=room)
    places = {name.casefold() for name in people.values_list("workplace", flat=True) if name}
    shown = {one.key: one for one in shown_views(scene)}
    evaluation = _keys(scene, is_evaluation=True)
    patterns = [key for key in _keys(scene, is_evaluation=False) if key in shown]
    return Course(
        title=room.name, programme=scene.say(scene.day.programme.name), on=room.day, came=people.count(),
        on_paper=people.filter(key_hash=None).count(), workplaces=len(places),
        goals=tuple(map(scene.say, scene.day.programme.goals)),
        evaluation=tuple(_picture(scene, key, shown.get(key)) for key in evaluation),
        patterns=tuple(_picture(scene, key, shown[key]) for key in patterns),
        over=_over(Q(programme=scene.day.programme.id), Q(organisation=room.organisation_id), scene.language),
        least=(scene.policy.mean, scene.policy.distribution, scene.policy.open_answers), deleted_on=deleted_on(room),
        logo=logo_svg(room.made_by_id),
    )  # fmt: skip


def _keys(scene: Scene, *, is_evaluation: bool) -> list[str]:
    """What is handed in without a name and can be shown, in the day's order."""
    return [
        f"{station.key}/{part.id}"
        for station in scene.day.script
        if (scene.day.item_of(station).kind is SlotKind.EVALUATION) is is_evaluation
        for step in [scene.day.step_of(station)]
        for part in (step.parts if step else ())
        if part.visibility is Visibility.AGGREGATE and part.picture
    ]


def _picture(scene: Scene, key: str, view: ShownView | None) -> CoursePicture:
    picture = dict(pictures_up(scene)).get(key, PartPicture())
    found = scene.day.find_part(key)
    if found is None:
        raise LookupError(key)
    station, part = found
    exercise = title_of(scene, station)
    if view is None:
        return CoursePicture(
            exercise, scene.say(part.label),
            hidden=scene.say(filled(TOO_FEW_AT_THE_END, least=least_for(part, scene.policy))),
        )  # fmt: skip
    return CoursePicture(
        exercise, scene.say(part.label), rows=view.rows, lines=view.under, sentence=view.sentence, svg=view.svg,
        told=view.told or (view.sentence if view.rows or view.under else ""), hidden=view.hidden,
        means=tuple(_means(scene, part, picture)), counted=tuple(_counted(scene, part, picture)),
    )  # fmt: skip


def _means(scene: Scene, part: Part, picture: PartPicture) -> Iterator[Mean]:
    """The means of statements, as numbers."""
    shape = part.shape
    if isinstance(shape, AgreementItems):
        for item in shape.items:
            if item.id in picture.means:
                yield scene.say(item.label), *picture.means[item.id], shape.least, shape.most


def _counted(scene: Scene, part: Part, picture: PartPicture) -> Iterator[Counted]:
    """How many chose what, where that may be told."""
    for asked, rows, people in picture.counted:
        named = scene.say(asked) or scene.say(part.label)
        yield named, tuple((scene.say(what), count) for what, count in rows), people


def _over(which: Q, whose: Q, language: str) -> OverClasses:
    rows = list(CourseNumbers.objects.filter(which & whose).order_by("-day", "id")[:MOST_REMEMBERED])[::-1]
    asked = {one["id"]: one for row in rows for one in row.numbers}
    return OverClasses(
        classes=tuple((row.day, row.came) for row in rows),
        questions=tuple(
            (_in(one["asked"], language), one["most"], tuple(_of(row, id) for row in rows))
            for id, one in asked.items()
        ),
        counted=tuple(
            (row.day, _in(one["asked"], language), _chosen(one["steps"], language), one["answers"])
            for row in rows
            for one in row.numbers
            if one.get("steps")
        ),
    )  # fmt: skip


def _in(words: Mapping[str, str], language: str) -> str:
    return words.get(language, words["da"])


def _chosen(steps: Sequence[tuple[Mapping[str, str], int]], language: str) -> tuple[tuple[str, int], ...]:
    return tuple((_in(what, language), count) for what, count in steps)


def _of(row: CourseNumbers, id: str) -> tuple[int, float] | None:
    found = next((one for one in row.numbers if one["id"] == id), None)
    return (found["answers"], found["mean"]) if found else None
