"""The phone: what I do now, with whom, and until when."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from kulturspejl.access.room_access import bell_of, participant_of, room_of
from kulturspejl.core.content.programme import SlotKind
from kulturspejl.live import bell
from kulturspejl.readers.between.homework import Recalled, recalled
from kulturspejl.readers.rooms import handing_over
from kulturspejl.readers.rooms.handing_over import OfferView
from kulturspejl.readers.rooms.headings import carried_of, headings_of
from kulturspejl.readers.rooms.regions import doing, kept
from kulturspejl.readers.rooms.regions.agenda import AgendaLine, agenda_lines
from kulturspejl.readers.rooms.regions.agreed import AgreedView, agreed_view
from kulturspejl.readers.rooms.regions.clock import ClockView, begins_again, clock_view
from kulturspejl.readers.rooms.regions.company import Company, company_of, unshown_of
from kulturspejl.readers.rooms.regions.cultures import CultureView, cultures_of, cultures_of_the_day
from kulturspejl.readers.rooms.regions.few import FewView, few_of
from kulturspejl.readers.rooms.regions.goal import asks_goal, goals_of, recalls_goal
from kulturspejl.readers.rooms.regions.group import GroupView, group_view
from kulturspejl.readers.rooms.regions.home import HomeSheet, home_sheet
from kulturspejl.readers.rooms.regions.own import OwnPage, brought_parts, own_answers, own_page, own_parts
from kulturspejl.readers.rooms.regions.part import PartView
from kulturspejl.readers.rooms.regions.role import claim_of, owner_of, role_of
from kulturspejl.readers.rooms.regions.sheet import for_role, held_by, sheet_of
from kulturspejl.readers.rooms.regions.shown import ShownView, shown_views
from kulturspejl.readers.rooms.regions.station import StationView, homework_of, station_view
from kulturspejl.readers.rooms.regions.written import has_written
from kulturspejl.readers.rooms.scene import Scene, scene_of
from kulturspejl.readers.rooms.sealed import has_sealed
from kulturspejl.records.models import Participant, RoomKind
from kulturspejl.values.room_keeping import gone_at

NAMES = "names"


@dataclass(frozen=True)
class Phone:
    """What one participant sees. `holds_sheet` is the id of the sheet that is theirs in this exercise, "" for none.

    `company` is who else is there, where nobody has checked it; `unshown` are the parts of earlier steps, (key, label),
    whose answers are not shown yet, so that whoever answered can take it back. `sends` is how many parts are handed
    in here: one button sends them all, and that is being done; `passes`: one may also hand in nothing; `asks_done`:
    each says by hand that they are done. `preparation` is what was asked before the day. `answered` is what was handed
    in without a name before, as `mine`; `home` is the sheet to take along, from the check-out on; `recalled`
    asks the phone for what was written at home.
    """

    room_id: uuid.UUID
    code: str
    room_name: str
    version: int
    language: str
    me: str
    my_name: str
    station: StationView | None
    clock: ClockView | None
    begins_again: str
    group: GroupView | None
    role: str
    role_label: str
    claim_label: str
    counting: int
    i_said: int
    is_done: bool
    shown: tuple[ShownView, ...]
    agenda: tuple[AgendaLine, ...]
    is_over: bool
    homework: str
    asks_goal: bool
    stamp: str
    now: datetime
    is_sealed: bool = False
    own: OwnPage | None = None
    recalls_goal: bool = False
    is_practice: bool = False
    agreed: AgreedView | None = None
    trait: str = ""
    gone_at: datetime | None = None
    goals: tuple[str, ...] = ()
    mine: tuple[PartView, ...] = ()
    holds_sheet: str = ""
    company: Company | None = None
    unshown: tuple[tuple[str, str], ...] = ()
    sends: int = 0
    passes: bool = False
    waits_to_sit: bool = False
    answered: tuple[PartView, ...] = ()
    asks_done: bool = False
    few: FewView | None = None
    cultures: tuple[CultureView, ...] = ()
    home: HomeSheet | None = None
    preparation: str = ""
    recalled: Recalled | None = None
    has_help: bool = False
    offer: OfferView | None = None


def phone(code: str, key: str | None, *, language: str, now: datetime) -> Phone:
    """The page of whoever holds the key; NotThere for a wrong code, or a key of nobody's here."""
    room = room_of(code)
    stamp = bell.stamp(bell_of(room))
    mine = participant_of(room, key)
    scene = scene_of(room, language=language, now=now)
    return phone_of(replace(scene, is_sealed=has_sealed(mine)), mine, stamp)


def phone_of(scene: Scene, mine: Participant, stamp: str) -> Phone:
    """The page of a participant of the scene's room."""
    station = scene.station
    is_done = station is not None and mine.done == station.key
    me = str(mine.id)
    return replace(phone_as(scene, me, stamp, is_done=is_done), me=me, my_name=mine.name)


def phone_as(scene: Scene, me: str, stamp: str, *, is_done: bool) -> Phone:
    """The same without a name of its own. `me` says where they sit, and which role they have."""
    role = role_of(scene, me)
    view = _station(scene, me, role.id if role else "")
    everybodys = scene.once("phone", lambda: _everybodys(scene, stamp))
    return replace(
        everybodys, station=view, group=_group(scene, me), is_done=is_done,
        role=role.id if role else "", role_label=scene.say(role.label) if role else "",
        claim_label=claim_of(scene, me), i_said=scene.state.said.get(me, 0), holds_sheet=held_by(scene, me),
        sends=doing.sends(view.parts if view else ()),
        passes=any(part.is_unsigned for part in view.parts) if view else False,
        waits_to_sit=_waits_to_sit(scene, me),
    )  # fmt: skip


def _waits_to_sit(scene: Scene, me: str) -> bool:
    """Whether what is written here belongs to a role in a group, and one sits in none yet."""
    step = scene.step
    return step is not None and scene.place_of(me) is None and any(part.role for part in step.parts)


def _everybodys(scene: Scene, stamp: str) -> Phone:
    """What is the same on every phone of the room; all that is somebody's own stands empty."""
    room = scene.room
    return Phone(
        room_id=room.id, code=room.code, room_name=room.name, version=scene.state.version, language=scene.language,
        me="", my_name="", station=None, group=None, role="", role_label="", claim_label="", i_said=0, is_done=False,
        clock=clock_view(scene), begins_again=begins_again(scene), counting=scene.state.counting,
        shown=shown_views(scene),
        agenda=agenda_lines(scene), is_over=scene.state.is_over,
        homework=homework_of(scene), asks_goal=asks_goal(scene), stamp=stamp,
        now=scene.now,
        is_sealed=scene.is_sealed, own=own_page(scene),
        recalls_goal=recalls_goal(scene), is_practice=room.kind == RoomKind.PRACTICE,
        agreed=agreed_view(scene), trait=room.trait, gone_at=gone_at(room), goals=goals_of(scene),
        company=company_of(scene), unshown=unshown_of(scene), home=home_sheet(scene),
        asks_done=doing.asks_done(scene), few=few_of(scene),
        cultures=cultures_of_the_day(scene) if scene.state.is_over else (),
        preparation=_preparation(scene), recalled=_recalled(scene), has_help=room.organisation_id is not None,
        offer=handing_over.in_room(scene),
        answered=() if scene.state.is_over else scene.once("own", lambda: own_answers(scene, max(0, scene.state.at))),
        mine=() if scene.state.is_over else scene.once("mine", lambda: own_parts(scene, max(0, scene.state.at))),
    )  # fmt: skip


def _recalled(scene: Scene) -> Recalled | None:
    """What was to be done at home, until the check-in is over: only the phone itself may know what was written."""
    station = scene.station
    is_early = station is None or scene.day.item_of(station).kind in (SlotKind.WELCOME, SlotKind.CHECK_IN)
    if scene.state.is_over or not is_early or scene.room.kind != RoomKind.CLASS:
        return None
    return scene.once("recalled", lambda: recalled(scene.room, language=scene.language))


def _preparation(scene: Scene) -> str:
    """What people do before the day, until it begins."""
    waits = scene.station is None and not scene.state.is_over
    return scene.say(scene.day.programme.preparation) if waits else ""


def _station(scene: Scene, me: str, role: str) -> StationView | None:
    place = scene.place_of(me)
    owner = owner_of(scene, place) if place is not None else ""
    view = scene.once("station", lambda: _everybodys_station(scene))
    seen = for_role(scene, view, role, owner)
    if seen is None:
        return None
    parts = tuple(
        replace(one, is_written=True) if one.is_named and has_written(scene, one.key, me) else one for one in seen.parts
    )
    if seen is view and parts == seen.parts:
        return view
    return replace(seen, parts=parts, keeps=kept.said(scene, parts))


def _everybodys_station(scene: Scene) -> StationView | None:
    """What is on, with all that any role has to write."""
    view = station_view(scene, scene.step.phone if scene.step else None)
    if view is None:
        return None
    return replace(
        view, brings=brought_parts(scene), compares=doing.compares(scene), keeps=kept.said(scene, view.parts),
        cultures=cultures_of(scene),
    )  # fmt: skip


def _group(scene: Scene, me: str) -> GroupView | None:
    place = scene.place_of(me)
    if place is None:
        return None
    seated = group_view(scene, place, _names(scene, place), role_of(scene, me))
    return replace(
        seated, headings=headings_of(scene, place), carried=carried_of(scene, place), sheet=sheet_of(scene, place, me)
    )


def _names(scene: Scene, place: int) -> Mapping[str, str]:
    """Who sits there; of all in the room where somebody has read them already."""
    known: Mapping[str, str] | None = scene.kept.get(NAMES)
    if known is not None:
        return known
    rows = Participant.objects.filter(room=scene.room, id__in=scene.groups[place]).values_list("id", "name")
    return {str(key): name for key, name in rows}
