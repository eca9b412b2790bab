"""What is on: the exercise and its step, or the item of the agenda."""

from dataclasses import dataclass

from kulturspejl.core.choreography import Station
from kulturspejl.core.content.gathering import Gathering
from kulturspejl.core.content.programme import SlotKind
from kulturspejl.core.text import NOTHING, Text
from kulturspejl.readers import reading
from kulturspejl.readers.rooms.regions.cultures import CultureView
from kulturspejl.readers.rooms.regions.lines import joined
from kulturspejl.readers.rooms.regions.part import PartView, part_view, seen_by_all
from kulturspejl.readers.rooms.scene import Scene

WITH_WHOM = {
    Gathering.ALONE: Text(da="hver for sig", en="on your own"),
    Gathering.PAIRS: Text(da="to og to", en="in pairs"),
    Gathering.GROUPS: Text(da="i grupper", en="in groups"),
    Gathering.TRIO: Text(da="i TRIO’en", en="in the TRIO"),
    Gathering.PLENARY: Text(da="sammen", en="together"),
}
WHO_SEES = "{who_sees}"


@dataclass(frozen=True)
class StationView:
    """What is on. `with_whom` is written ("to og to"); `key` changes when the station does; `models`: (id, name).

    `who_sees` holds for all parts; "" where each of them says its own. `programme` is the id of the day's own.
    `brings` is what each has written before and sees here again, filled in by the phone itself; where two sit together
    `compares` is the station, for laying their webs on each other, "" elsewhere. `keeps` says where one's own answer
    without a name can be read again; `cultures` explains the four where the exercise names them; `lines`
    are what is told, in short. `opens` are pages that it sends people on to: the own plan, the help there is.
    """

    key: str
    title: str
    text: str
    with_whom: str
    minutes: int
    is_break: bool
    parts: tuple[PartView, ...]
    who_sees: str = ""
    models: tuple[tuple[str, str], ...] = ()
    programme: str = ""
    brings: tuple[PartView, ...] = ()
    compares: str = ""
    keeps: str = ""
    cultures: tuple[CultureView, ...] = ()
    lines: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()


def homework_of(scene: Scene) -> str:
    """What is to be done until next time, once the day is over; "" before."""
    return scene.say(scene.day.as_written(scene.room.homework)) if scene.state.is_over else ""


def title_of(scene: Scene, station: Station) -> str:
    """The exercise, what is told, or the item of the agenda."""
    exercise = scene.day.exercises.get(station.exercise)
    if exercise:
        return scene.say(exercise.name)
    planned = scene.day.planned_of(station)
    model = reading.model(station.model)
    return scene.say((planned and planned.title) or (model and model.name) or scene.day.item_of(station).title)


def stop_title(scene: Scene, station: Station) -> str:
    """The same with its step: "Kulturprofil · To og to"."""
    step = scene.day.step_of(station)
    return f"{title_of(scene, station)} · {scene.say(step.title)}" if step else title_of(scene, station)


def with_whom(scene: Scene, station: Station) -> str:
    """ "to og to"; "" for an item of the agenda alone."""
    return scene.say(WITH_WHOM[station.gathering]) if station.exercise else ""


def question_of(scene: Scene) -> str:
    """The day's own question, where people check in; "" elsewhere."""
    return scene.say(asked_of(scene))


def asked_of(scene: Scene) -> Text:
    """The same in every language; NOTHING elsewhere."""
    station = scene.station
    is_check_in = station is not None and scene.day.item_of(station).kind is SlotKind.CHECK_IN
    return scene.day.as_written(scene.room.check_in) if is_check_in else NOTHING


def station_view(scene: Scene, text: Text | None) -> StationView | None:
    """The station with one face's own `text`; {who_sees} in it stands by itself, computed, where it can be found."""
    station, step = scene.station, scene.step
    if station is None:
        return None
    parts, planned = step.parts if step else (), scene.day.planned_of(station)
    return StationView(
        key=station.key, title=question_of(scene) or title_of(scene, station),
        text=scene.say(text).replace(f" {WHO_SEES}", "").replace(WHO_SEES, "").strip(),
        who_sees=seen_by_all(scene, parts), with_whom=with_whom(scene, station),
        minutes=scene.state.minutes_of(station), is_break=station.is_break,
        parts=joined(tuple(part_view(scene, station, part) for part in parts)),
        models=reading.named(scene.day.models_at(station), scene.language), programme=scene.day.programme.id,
        lines=tuple(map(scene.say, planned.lines)) if planned else (), opens=_opens(scene, station),
    )  # fmt: skip


def _opens(scene: Scene, station: Station) -> tuple[str, ...]:
    """Of the step, or of what is told."""
    step, told = scene.step, reading.model(station.model)
    return tuple(dict.fromkeys(one.opens for one in (step, told) if one and one.opens))
