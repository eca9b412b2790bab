"""Something to fill in, in one language: the same in a room and for whoever tries it alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kulturspejl.core.choreography import Station
from kulturspejl.core.content.gathering import Gathering
from kulturspejl.core.content.programme import SlotKind
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.kinds.base.spoken import spoken
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import Text
from kulturspejl.readers.rooms.questions import ProfileView, profile_of
from kulturspejl.readers.rooms.regions.closed import closed
from kulturspejl.readers.rooms.scene import Scene
from kulturspejl.readers.rooms.who_sees import who_sees
from kulturspejl.records.models import RoomKind

Say = Callable[[Text | None], str]


@dataclass(frozen=True)
class LineView:
    """A line that somebody has marked, and what is asked about it: (the notes' key, the question, its longest)."""

    id: str
    label: str
    asks: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True)
class PartView:
    """Something to fill in. `kind` chooses the templates (shared/parts/<kind>/); `shape` is what its kind holds.

    `key` is "<station>/<part>"; `picture` is how it may be shown, "" for never. `who_sees` is computed from what is
    really on. `is_unsigned`: handed in with a voucher, without the phone's key. `is_named`: seen by the own group.
    `is_closed`: shown for good, so that no answer is taken in any more. `is_asked_only`: another role writes it, and
    whoever looks sees its questions. `of_sheet` is the id of the sheet on which the answer is kept on the own phone,
    "" for none. `profile` is None for what asks with words of its own. `lines` are what is asked about each of its
    places, under it; `is_on_lines`: these are such questions, whose fields stand there. `is_only_here`: it never leaves
    the device, not even locked. `is_written`: whoever looks has sent something for their group that can be taken back.
    `written_at` names the exercise of what is seen again in another.
    """

    key: str
    kind: str
    label: str
    shape: Any
    picture: str
    who_sees: str
    is_unsigned: bool
    stays_on_device: bool
    is_named: bool
    is_closed: bool = False
    is_asked_only: bool = False
    of_sheet: str = ""
    profile: ProfileView | None = None
    lines: tuple[LineView, ...] = ()
    is_on_lines: bool = False
    is_only_here: bool = False
    is_written: bool = False
    written_at: str = ""


def seen_by_all(scene: Scene, parts: Sequence[Part]) -> str:
    """Who sees what is written; "" where it is not the same for all parts, and each of them says its own."""
    said = {who_sees_here(scene, part, scene.station) for part in parts}
    return said.pop() if len(said) == 1 else ""


def who_sees_here(scene: Scene, part: Part, station: Station | None) -> str:
    """Who sees what is written in one part, at its station."""
    kind = scene.room.kind
    return scene.say(
        who_sees(
            part, scene.policy, is_sealed=scene.is_sealed, is_practice=kind == RoomKind.PRACTICE,
            is_taken=kind == RoomKind.CLASS, is_lent=kind == RoomKind.BORROWED,
            is_alone=station is not None and station.gathering is Gathering.ALONE,
            is_counted=station is not None and scene.day.item_of(station).kind is SlotKind.EVALUATION,
        )
    )  # fmt: skip


def part_view(scene: Scene, station: Station, part: Part) -> PartView:
    """Something to fill in."""
    key = f"{station.key}/{part.id}"
    return replace(
        view_of(part, key, scene.say), who_sees=who_sees_here(scene, part, station), profile=profile_of(scene, part),
        is_closed=part.visibility is Visibility.AGGREGATE and key in closed(scene),
    )  # fmt: skip


def view_of(part: Part, key: str, say: Say) -> PartView:
    """A part without what depends on where it is asked: who sees it, and whether it is closed."""
    return PartView(
        key=key, kind=part.kind, label=say(part.label), shape=spoken(part.shape, say),
        picture=part.picture.name if part.picture else "", who_sees="",
        is_unsigned=part.visibility is Visibility.AGGREGATE, stays_on_device=part.visibility is Visibility.PRIVATE,
        is_named=part.visibility is Visibility.NAMED, is_only_here=part.is_only_here,
    )  # fmt: skip
