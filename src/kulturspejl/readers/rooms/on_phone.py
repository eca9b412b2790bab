"""The phone: what I do now, with whom, and until when."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from kulturspejl.access.room_access import bell_of, participant_of, room_of
from kulturspejl.core.choreography.groups import group_of
from kulturspejl.core.content.programme import SlotKind
from kulturspejl.live import bell
from kulturspejl.readers.rooms import company, doing, few, kept, pieces, sheets, sitting
from kulturspejl.readers.rooms.after import brought_parts, own_answers, own_page, own_parts
from kulturspejl.readers.rooms.headings import headings_of
from kulturspejl.readers.rooms.scene import Scene, scene_of
from kulturspejl.readers.rooms.sealed import has_sealed
from kulturspejl.readers.rooms.views import GroupView, Phone, StationView
from kulturspejl.records.models import Participant, RoomKind
from kulturspejl.values.room_keeping import gone_at

NAMES = "names"


def phone(code: str, key: str | None, *, language: str, now: datetime) -> Phone:
    """The page of whoever holds the key; NotThere for a wrong code, or a key of nobody's here."""
    room = room_of(code)
    stamp = bell.stamp(bell_of(room))
    mine = participant_of(room, key)
    scene = scene_of(room, language=language, now=now)
    return phone_of(replace(scene, is_sealed=has_sealed(mine)), mine, stamp)


def phone_of(scene: Scene, mine: Participant, stamp: str) -> Phone:
    """The page of a participant of the scene's room."""
    room = scene.room
    me, station = str(mine.id), scene.station
    role = sitting.role_of(scene, me)
    view = _station(scene, me, role.id if role else "")
    return Phone(
        room_id=room.id, code=room.code, room_name=room.name, version=scene.state.version, language=scene.language,
        me=me, my_name=mine.name, station=view,
        clock=pieces.clock_view(scene), begins_again=pieces.begins_again(scene), group=_group(scene, me),
        role=role.id if role else "", role_label=scene.say(role.label) if role else "",
        claim_label=sitting.claim_of(scene, me), counting=scene.state.counting, i_said=scene.state.said.get(me, 0),
        is_done=station is not None and mine.done == station.key, shown=pieces.shown_views(scene),
        agenda=pieces.agenda_lines(scene), is_over=scene.state.is_over,
        homework=room.homework if scene.state.is_over else "", asks_goal=_asks_goal(scene), stamp=stamp,
        now=scene.now,
        is_sealed=scene.is_sealed, own=own_page(scene),
        recalls_goal=_recalls_goal(scene), is_practice=room.kind == RoomKind.PRACTICE,
        agreed=pieces.agreed_view(scene), gone_at=gone_at(room), goals=_goals(scene),
        holds_sheet=sheets.held_by(scene, me),
        company=company.company_of(scene), unshown=company.unshown_of(scene),
        sends=doing.sends(view.parts if view else ()), asks_done=doing.asks_done(scene), few=few.few_of(scene),
        passes=any(part.is_unsigned for part in view.parts) if view else False,
        answered=() if scene.state.is_over else scene.once("own", lambda: own_answers(scene, max(0, scene.state.at))),
        mine=() if scene.state.is_over else scene.once("mine", lambda: own_parts(scene, max(0, scene.state.at))),
    )  # fmt: skip


def _station(scene: Scene, me: str, role: str) -> StationView | None:
    place = group_of(scene.groups, me)
    owner = sitting.owner_of(scene, place) if place is not None else ""
    view = pieces.station_view(scene, scene.step.phone if scene.step else None)
    seen = sheets.for_role(scene, view, role, owner)
    if seen is None:
        return None
    brings = scene.once("brings", lambda: brought_parts(scene))
    return replace(seen, brings=brings, compares=doing.compares(scene), keeps=kept.said(scene, seen.parts))


def _asks_goal(scene: Scene) -> bool:
    """A day has room for what each came for; somebody's own team meets for one thing together."""
    return not scene.state.is_over and scene.room.kind != RoomKind.BORROWED


def _goals(scene: Scene) -> tuple[str, ...]:
    """What the day is for: before it begins, when each thinks of their own goal, and when they check out."""
    if scene.state.is_over or (scene.station is not None and not _recalls_goal(scene)):
        return ()
    return tuple(map(scene.say, scene.day.programme.goals))


def _recalls_goal(scene: Scene) -> bool:
    """At check-out each sees again what they came for."""
    station = scene.station
    return station is not None and scene.day.item_of(station).kind is SlotKind.CHECK_OUT


def _group(scene: Scene, me: str) -> GroupView | None:
    place = group_of(scene.groups, me)
    if place is None:
        return None
    seated = sitting.group_view(scene, place, _names(scene, place), sitting.role_of(scene, me))
    return replace(seated, headings=headings_of(scene, place), sheet=sheets.sheet_of(scene, place, me))


def _names(scene: Scene, place: int) -> Mapping[str, str]:
    """Who sits there; of all in the room where somebody has read them already."""
    known: Mapping[str, str] | None = scene.kept.get(NAMES)
    if known is not None:
        return known
    rows = Participant.objects.filter(room=scene.room, id__in=scene.groups[place]).values_list("id", "name")
    return {str(key): name for key, name in rows}
