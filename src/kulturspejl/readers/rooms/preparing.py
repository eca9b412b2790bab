"""The form of a new class: the agenda, and what each item may hold."""

from datetime import datetime

from kulturspejl.core.content.exercise import Exercise
from kulturspejl.core.content.programme import PROTECTED, AgendaItem
from kulturspejl.core.errors import NotThere
from kulturspejl.readers.rooms.pieces import WITH_WHOM, time_of_day
from kulturspejl.readers.rooms.views import ItemView, OfferView, Prepare
from kulturspejl.records.models import User
from kulturspejl.records.permission import NOTHING_HERE, day_of
from kulturspejl.records.room_access import organisations_of
from kulturspejl.records.the_library import the_library


def prepare(user: User, programme: str, *, language: str, now: datetime) -> Prepare:
    """For somebody who may make rooms; NotThere for anybody else, and for an unknown programme."""
    library = the_library()
    if not organisations_of(user, day_of(now)) or programme not in library.programmes:
        raise NotThere(NOTHING_HERE)
    plan = library.programmes[programme]
    return Prepare(
        programme=plan.id, programme_name=plan.name.into(language),
        items=tuple(_item(item, language) for item in plan.items),
        check_ins=tuple(text.into(language) for text in plan.check_ins), homework=plan.homework.into(language),
        goals=tuple(text.into(language) for text in plan.goals),
    )  # fmt: skip


def _item(item: AgendaItem, language: str) -> ItemView:
    exercises = the_library().exercises
    return ItemView(
        key=item.id, start=time_of_day(item.start, language), end=time_of_day(item.end, language),
        title=item.title.into(language), minutes=item.minutes, is_break=item.kind in PROTECTED,
        offers=tuple(_offer(exercises[one.exercise], one.is_ticked, language) for one in item.offers),
    )  # fmt: skip


def _offer(exercise: Exercise, is_ticked: bool, language: str) -> OfferView:
    return OfferView(
        exercise=exercise.id, name=exercise.name.into(language), purpose=exercise.purpose.into(language),
        minutes=exercise.minutes, is_ticked=is_ticked,
        steps=tuple(
            (step.title.into(language), WITH_WHOM[step.gathering].into(language), step.minutes)
            for step in exercise.steps
        ),
    )  # fmt: skip
