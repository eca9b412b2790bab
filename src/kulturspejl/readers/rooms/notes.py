"""What a day is taught from: the models of each item of its agenda, each where it comes first."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from kulturspejl.access.room_access import Runner, require_room
from kulturspejl.readers import reading
from kulturspejl.readers.rooms.scene import Scene, scene_of
from kulturspejl.readers.teaching import TeachingView, teaching_of


@dataclass(frozen=True)
class ItemNotes:
    """An item of the agenda with what is taught there."""

    title: str
    models: tuple[TeachingView, ...]


@dataclass(frozen=True)
class DayNotes:
    """The whole day's, for one sheet."""

    room_id: uuid.UUID
    room_name: str
    items: tuple[ItemNotes, ...]


def notes(user: Runner, room_id: uuid.UUID, *, language: str, now: datetime) -> DayNotes:
    """For whoever may run the room; NotThere for anybody else. An item without a model is left out."""
    room = require_room(user, room_id, now=now)
    scene = scene_of(room, language=language, now=now)
    by_item: dict[str, list[TeachingView]] = {}
    for id, title in _first_places(scene).items():
        found = taught(id, language)
        if found:
            by_item.setdefault(title, []).append(found)
    return DayNotes(room.id, room.name, tuple(ItemNotes(title, tuple(all)) for title, all in by_item.items()))


def notes_now(scene: Scene) -> tuple[TeachingView, ...]:
    """What may be said now: of the figure that is up, or else of those that may be put up here."""
    here = (scene.state.model,) if scene.state.model else scene.day.models_at(scene.station) if scene.station else ()
    return tuple(found for id in here if (found := taught(id, scene.language)))


def taught(id: str, language: str) -> TeachingView | None:
    """A model by its id; None for one that the instance no longer has, or that has only its page."""
    model = reading.model(id)
    return teaching_of(model, language) if model else None


def _first_places(scene: Scene) -> dict[str, str]:
    """{model: title of the item where it comes first}, in the day's order."""
    found: dict[str, str] = {}
    for station in scene.day.script:
        for id in scene.day.models_at(station):
            found.setdefault(id, scene.say(scene.day.item_of(station).title))
    return found
