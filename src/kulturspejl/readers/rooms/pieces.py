"""What the three faces have in common: agenda, clock, station, parts, and what was shown."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from kulturspejl.core.choreography import Station
from kulturspejl.core.choreography.agenda import Slots
from kulturspejl.core.content.gathering import Gathering
from kulturspejl.core.content.programme import SlotKind
from kulturspejl.core.kinds.base.items import Itemised
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.kinds.base.picture import PartPicture
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import Text
from kulturspejl.core.writing import dates
from kulturspejl.readers import reading
from kulturspejl.readers.rooms.lines import joined
from kulturspejl.readers.rooms.parts import view_of
from kulturspejl.readers.rooms.places import spans_of, square_of
from kulturspejl.readers.rooms.questions import profile_of
from kulturspejl.readers.rooms.scene import Scene
from kulturspejl.readers.rooms.views import (
    AgendaLine,
    AgreedView,
    ClockView,
    PartView,
    ShownView,
    StationView,
)
from kulturspejl.readers.rooms.webs import web_of
from kulturspejl.readers.rooms.who_sees import who_sees
from kulturspejl.records.models import RoomKind, RoomPicture
from kulturspejl.values.room_day import minute_of

WITH_WHOM = {
    Gathering.ALONE: Text(da="hver for sig", en="on your own"),
    Gathering.PAIRS: Text(da="to og to", en="in twos"),
    Gathering.GROUPS: Text(da="i grupper", en="in groups"),
    Gathering.PLENARY: Text(da="sammen", en="together"),
}
WHO_SEES = "{who_sees}"


def time_of_day(minutes: int, language: str) -> str:
    """ "9.15", "09:15"."""
    return dates.clock(*divmod(minutes, 60), language)


def agenda_lines(scene: Scene, slots: Slots | None = None) -> tuple[AgendaLine, ...]:
    """The day as it stands, or as it would with other `slots`."""
    return _agenda_lines(scene, slots) if slots else scene.once("agenda", lambda: _agenda_lines(scene, None))


def _agenda_lines(scene: Scene, slots: Slots | None) -> tuple[AgendaLine, ...]:
    station = scene.station
    here = station.slot if station else (len(scene.state.slots) if scene.state.is_over else -1)
    return tuple(
        AgendaLine(
            key=slot.key, start=time_of_day(slot.start, scene.language), end=time_of_day(slot.end, scene.language),
            title=scene.say(scene.day.programme.items[place].title), minutes=slot.minutes,
            minutes_used=sum(one.minutes for one in scene.day.script if one.slot == place and one.exercise),
            is_now=place == here, is_past=place < here, is_break=slot.is_protected,
        )
        for place, slot in enumerate(slots or scene.state.slots)
    )  # fmt: skip


def clock_view(scene: Scene) -> ClockView | None:
    """The station's clock."""
    clock = scene.state.clock
    return None if clock is None else ClockView(clock.ends_at, int(clock.left(scene.now)))


def begins_again(scene: Scene) -> str:
    """When we go on after a break; "" where there is none."""
    station, clock = scene.station, scene.state.clock
    if station is None or not station.is_break:
        return ""
    if clock is None or clock.ends_at is None:
        return time_of_day(scene.state.slots[station.slot].end, scene.language)
    return time_of_day(minute_of(clock.ends_at + timedelta(seconds=59)), scene.language)


def title_of(scene: Scene, station: Station) -> str:
    """The exercise, or the item of the agenda."""
    exercise = scene.day.exercises.get(station.exercise)
    return scene.say(exercise.name if exercise else scene.day.item_of(station).title)


def stop_title(scene: Scene, station: Station) -> str:
    """The same with its step: "Kulturprofil · To og to"."""
    step = scene.day.step_of(station)
    return f"{title_of(scene, station)} · {scene.say(step.title)}" if step else title_of(scene, station)


def with_whom(scene: Scene, station: Station) -> str:
    """ "to og to"; "" for an item of the agenda alone."""
    return scene.say(WITH_WHOM[station.gathering]) if station.exercise else ""


def question_of(scene: Scene) -> str:
    """The day's own question, where people check in."""
    station = scene.station
    is_check_in = station is not None and scene.day.item_of(station).kind is SlotKind.CHECK_IN
    return scene.room.check_in if is_check_in else ""


def station_view(scene: Scene, text: Text | None) -> StationView | None:
    """The station with one face's own `text`; {who_sees} in it stands by itself, computed, where it can be found."""
    station, step = scene.station, scene.step
    if station is None:
        return None
    parts = step.parts if step else ()
    return StationView(
        key=station.key, title=question_of(scene) or title_of(scene, station),
        text=scene.say(text).replace(f" {WHO_SEES}", "").replace(WHO_SEES, "").strip(),
        who_sees=_seen_by(scene, parts), with_whom=with_whom(scene, station),
        minutes=scene.state.minutes_of(station), is_break=station.is_break,
        parts=joined(tuple(part_view(scene, station, part) for part in parts)),
        models=reading.named(scene.day.models_at(station), scene.language), programme=scene.day.programme.id,
    )  # fmt: skip


def _seen_by(scene: Scene, parts: Sequence[Part]) -> str:
    """Who sees what is written; "" where it is not the same for all parts, and each of them says its own."""
    said = {_who_sees(scene, part) for part in parts}
    return said.pop() if len(said) == 1 else ""


def _who_sees(scene: Scene, part: Part) -> str:
    is_practice = scene.room.kind == RoomKind.PRACTICE
    return scene.say(who_sees(part, scene.policy, is_sealed=scene.is_sealed, is_practice=is_practice))


def part_view(scene: Scene, station: Station, part: Part) -> PartView:
    """Something to fill in."""
    key = f"{station.key}/{part.id}"
    return replace(
        view_of(part, key, scene.say), who_sees=_who_sees(scene, part), profile=profile_of(scene, part),
        is_closed=_is_closed(scene, key, part),
    )  # fmt: skip


def _is_closed(scene: Scene, key: str, part: Part) -> bool:
    """Shown combined: what nobody could answer any more, no phone asks for."""
    if part.visibility is not Visibility.AGGREGATE:
        return False
    finals = RoomPicture.objects.filter(room=scene.room, is_final=True)
    return key in scene.once("finals", lambda: set(finals.values_list("part", flat=True)))


def agreed_view(scene: Scene) -> AgreedView | None:
    """The one action that a team has agreed on."""
    agreed = scene.room.agreed
    if not agreed:
        return None
    return AgreedView(agreed["action"], agreed["owner"], date.fromisoformat(agreed["day"]))


def shown_views(scene: Scene) -> tuple[ShownView, ...]:
    """What stands on the wall of this item of the agenda; when the day is over, what was combined without names."""
    return scene.once("shown", lambda: _shown_views(scene))


def pictures_up(scene: Scene) -> tuple[tuple[str, PartPicture], ...]:
    """(key, picture) of what is shown, in the order in which it was."""
    return scene.once("pictures", lambda: _pictures_up(scene))


def _shown_views(scene: Scene) -> tuple[ShownView, ...]:
    return tuple(_shown(scene, key, picture) for key, picture in pictures_up(scene))


def _pictures_up(scene: Scene) -> tuple[tuple[str, PartPicture], ...]:
    rows = {row.part: row for row in RoomPicture.objects.filter(room=scene.room).order_by("id")}
    if scene.state.is_over:
        keys = [key for key, row in rows.items() if row.is_final]
    else:
        keys = [key for key in scene.state.shown if key in rows and _is_of_this_item(scene, key)]
    return tuple((key, PartPicture.from_json(rows[key].picture)) for key in keys)


def _is_of_this_item(scene: Scene, key: str) -> bool:
    found = scene.day.find_part(key)
    if found is None or scene.station is None:
        return False
    shown, here = found[0], scene.station
    keeps = scene.step is not None and scene.step.keeps
    return keeps or (shown.slot, shown.exercise) == (here.slot, here.exercise)


def _shown(scene: Scene, key: str, picture: PartPicture) -> ShownView:
    found = scene.day.find_part(key)
    label = question_of(scene) or scene.say(found[1].label if found else None)
    if found and picture.web:
        web = web_of(scene, key, found[1], picture)
        return ShownView(
            key=key, label=label, lines=(), rows=web.rows, sentence=web.sentence, svg=web.svg, hidden="",
            kind=found[1].kind,
        )  # fmt: skip
    return ShownView(
        key=key, label=label, kind=found[1].kind if found else "",
        lines=tuple(f"{scene.say(label)} {line}".strip() for label, line in picture.lines),
        rows=tuple((scene.say(label), scene.say(value), share) for label, value, share in picture.rows),
        sentence=scene.say(picture.sentence), told=scene.say(picture.told), svg="", hidden=scene.say(picture.hidden),
        under=_under(scene, picture, found[1] if found else None),
        spans=spans_of(scene, found[1], picture) if found else (),
        square=square_of(scene, found[1], picture) if found else None,
    )  # fmt: skip


def _under(
    scene: Scene, picture: PartPicture, part: Part | None
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Lines by what was asked, in the order in which it was asked; within each they stay in their order of chance."""
    asked = [scene.say(item.label) for item in part.shape.items] if part and isinstance(part.shape, Itemised) else []
    found: dict[str, list[str]] = {}
    for label, line in picture.lines:
        found.setdefault(scene.say(label), []).append(line)
    known = sorted(found, key=lambda label: (asked.index(label) if label in asked else len(asked), label))
    return tuple((label, tuple(found[label])) for label in known)
