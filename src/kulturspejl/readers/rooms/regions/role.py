"""Who has taken the first role in a group, and where its walk is."""

from kulturspejl.core.choreography.clocks import stage_at
from kulturspejl.core.content.exercise import Role, Step
from kulturspejl.readers.rooms.scene import Scene


def role_of(scene: Scene, me: str) -> Role | None:
    """The first role for whoever has taken it, the last for everybody else in a group; None where there are none."""
    place = scene.place_of(me)
    if place is None or scene.step is None or not scene.step.roles:
        return None
    owner = owner_of(scene, place)
    return scene.step.roles[0] if owner == me else scene.step.roles[-1]


def claim_of(scene: Scene, me: str) -> str:
    """The button that takes the first role; it stays through the first stage, for a tap by mistake."""
    place = scene.place_of(me)
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
