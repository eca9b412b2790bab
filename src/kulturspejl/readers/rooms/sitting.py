"""Groups as the faces show them: names, who has taken the first role, and where each group's walk is."""

from collections.abc import Mapping

from kulturspejl.core.choreography.clocks import stage_at
from kulturspejl.core.choreography.groups import group_of
from kulturspejl.core.content.exercise import Role, Step
from kulturspejl.core.content.gathering import Gathering
from kulturspejl.readers.rooms.scene import Scene
from kulturspejl.readers.rooms.views import GroupView, StageView, WalkView

EACH = "{each}"


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
    )


def role_of(scene: Scene, me: str) -> Role | None:
    """The first role for whoever has taken it, the last for everybody else in a group; None where there are none."""
    place = group_of(scene.groups, me)
    if place is None or scene.step is None or not scene.step.roles:
        return None
    owner = owner_of(scene, place)
    return scene.step.roles[0] if owner == me else scene.step.roles[-1]


def claim_of(scene: Scene, me: str) -> str:
    """The button that takes the first role; it stays through the first stage, for a tap by mistake."""
    place = group_of(scene.groups, me)
    if place is None or scene.step is None or not scene.step.roles:
        return ""
    owner = owner_of(scene, place)
    is_late = stage_of(scene, place) > 0 or bool(scene.step.reads) or _others_write(scene.step)
    return "" if owner == me or (owner and is_late) else scene.say(scene.step.roles[0].claim)


def owner_of(scene: Scene, place: int) -> str:
    """Who has taken the first role in a group; "" for nobody."""
    return scene.state.owners[place] if place < len(scene.state.owners) else ""


def _others_write(step: Step) -> bool:
    """What they write is about whoever has the first role, so nobody else takes it now."""
    return any(part.role == step.roles[-1].id for part in step.parts if part.role)


def stage_of(scene: Scene, place: int) -> int:
    """The stage (0-based) where a group is."""
    if scene.station is None or place >= len(scene.state.walks):
        return 0
    return stage_at(scene.state.walks[place].walked(scene.now), scene.station.stages)[0]


def _walk(scene: Scene, place: int, members: int, role: Role | None) -> WalkView | None:
    if scene.station is None or scene.step is None or place >= len(scene.state.walks):
        return None
    walk = scene.state.walks[place]
    stages = tuple(
        StageView(
            minutes=minutes,
            title=scene.say(stage.title),
            says=scene.say(stage.says.get(role.id) if role else None).replace(EACH, _each(minutes, members)),
        )
        for minutes, stage in zip(scene.station.stages, scene.step.stages, strict=True)
    )
    return WalkView(int(walk.seconds), walk.since, stages)


def _each(minutes: int, members: int) -> str:
    return str(max(1, minutes // max(1, members)))
