"""Groups as the faces show them: names, who has taken the first role, and where each group's walk is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from kulturspejl.core.content.exercise import Role
from kulturspejl.core.content.gathering import Gathering
from kulturspejl.readers.rooms.regions.role import owner_of
from kulturspejl.readers.rooms.regions.sheet import SheetView
from kulturspejl.readers.rooms.scene import Scene

EACH = "{each}"
Heading = tuple[str, tuple[tuple[str, str], ...]]
"""(name, what that person wrote as (question or "", line))."""
Carried = tuple[str, tuple[tuple[str, str, str], ...]]
"""(part, what one wrote for all as (item, question, line)): each phone of the group keeps it."""


@dataclass(frozen=True)
class StageView:
    """One stretch of a group's walk for one role."""

    minutes: int
    title: str
    says: str


@dataclass(frozen=True)
class WalkView:
    """A group's walk: `walked` seconds before `since`; the device finds the stage by itself (core clocks.stage_at)."""

    walked: int
    since: datetime | None
    stages: tuple[StageView, ...]


@dataclass(frozen=True)
class GroupView:
    """Some people who sit together; `number` is 1-based. `members` are (participant id, name).

    `headings` are what they have written for each other, `carried` what one writes for all: on their own phones alone.
    `owner_label` is what whoever has taken the first role is called. `is_pair`: they are called a pair, also where
    three make one; `is_trio`: those who came together, one of them alone where nobody else came.
    """

    number: int
    members: tuple[tuple[str, str], ...]
    owner: str
    walk: WalkView | None
    headings: tuple[Heading, ...] = ()
    sheet: SheetView | None = None
    owner_label: str = ""
    is_pair: bool = False
    is_trio: bool = False
    carried: tuple[Carried, ...] = ()


def group_views(scene: Scene, names: Mapping[str, str]) -> tuple[GroupView, ...]:
    """Every group, with no role's words."""
    return tuple(group_view(scene, place, names, None) for place in range(len(scene.groups)))


def group_view(scene: Scene, place: int, names: Mapping[str, str], role: Role | None) -> GroupView:
    """One group; `role` chooses whose words stand in the stages. Somebody who was removed is left out."""
    members = tuple((one, names[one]) for one in scene.groups[place] if one in names)
    return GroupView(
        number=place + 1,
        members=members,
        owner=owner_of(scene, place),
        owner_label=scene.say(scene.step.roles[0].label).lower() if scene.step and scene.step.roles else "",
        walk=_walk(scene, place, len(members), role),
        is_pair=scene.station is not None and scene.station.gathering is Gathering.PAIRS,
        is_trio=scene.station is not None and scene.station.gathering is Gathering.TRIO,
    )


def _walk(scene: Scene, place: int, members: int, role: Role | None) -> WalkView | None:
    if scene.station is None or scene.step is None or place >= len(scene.state.walks):
        return None
    walk = scene.state.walks[place]
    named = f"stages {role.id if role else ''} {members}"
    return WalkView(int(walk.seconds), walk.since, scene.once(named, lambda: _stages(scene, members, role)))


def _stages(scene: Scene, members: int, role: Role | None) -> tuple[StageView, ...]:
    """The same for every group of that size."""
    if scene.station is None or scene.step is None:
        return ()
    return tuple(
        StageView(
            minutes=minutes,
            title=scene.say(stage.title),
            says=scene.say(stage.says.get(role.id) if role else None).replace(EACH, _each(minutes, members)),
        )
        for minutes, stage in zip(scene.station.stages, scene.step.stages, strict=True)
    )


def _each(minutes: int, members: int) -> str:
    return str(max(1, minutes // max(1, members)))
