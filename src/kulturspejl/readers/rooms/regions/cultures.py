"""The four cultures explained, for every step of an exercise that asks about them or names them."""

from dataclasses import dataclass, replace

from kulturspejl.core.content.exercise import Exercise
from kulturspejl.core.content.instrument import AllocationInstrument
from kulturspejl.core.kinds.base.items import Itemised, ids_of
from kulturspejl.readers import instruments
from kulturspejl.readers.rooms.scene import Scene


@dataclass(frozen=True)
class CultureView:
    """One of the four cultures in everyday words, its `term` ("" for none), what it means and how its leaders lead.

    `slips_to` is what it may turn into under pressure, with its signs and what there is no room for: only a question.
    """

    letter: str
    name: str
    term: str
    text: str
    leadership: str
    slips_to: str = ""
    signs: tuple[str, ...] = ()
    no_room_for: tuple[str, ...] = ()


def cultures_of(scene: Scene) -> tuple[CultureView, ...]:
    """A to D; () for an exercise in which nobody meets their names."""
    station = scene.station
    exercise = scene.day.exercises.get(station.exercise) if station else None
    return scene.once("cultures", lambda: _explained(scene)) if exercise and _names_them(exercise) else ()


def cultures_of_the_day(scene: Scene) -> tuple[CultureView, ...]:
    """The same for the page after the day; () where no exercise of it has named them."""
    return _explained(scene) if any(map(_names_them, scene.day.exercises.values())) else ()


def _explained(scene: Scene) -> tuple[CultureView, ...]:
    profile = instruments.culture_profile()
    return tuple(_view(scene, profile, letter) for letter in sorted(profile.cultures))


def _view(scene: Scene, profile: AllocationInstrument, letter: str) -> CultureView:
    one, slip = profile.cultures[letter], profile.regressed.get(letter)
    said = CultureView(
        letter, scene.say(one.called), scene.say(one.term), scene.say(one.text),
        ", ".join(map(scene.say, one.leadership)),
    )  # fmt: skip
    if slip is None:
        return said
    return replace(
        said, slips_to=scene.say(slip.name), signs=tuple(map(scene.say, slip.signs)),
        no_room_for=tuple(map(scene.say, slip.no_room_for)),
    )  # fmt: skip


def _names_them(exercise: Exercise) -> bool:
    ids = {one.id for one in instruments.culture_profile().cultures.values()}
    shapes = [part.shape for step in exercise.steps for part in step.parts]
    return any(
        shape.asks_with or (isinstance(shape, Itemised) and ids <= set(ids_of(shape.items))) for shape in shapes
    )
