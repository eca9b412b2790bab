"""The one action that a team has agreed on."""

from dataclasses import dataclass
from datetime import date

from kulturspejl.readers.rooms.scene import Scene

LONG = 150
"""More letters than these want half of a wall."""


@dataclass(frozen=True)
class AgreedView:
    """What a team has agreed on: what, who begins, when it is looked at again, and in which meeting's programme."""

    action: str
    owner: str
    day: date
    programme: str = ""

    @property
    def is_long(self) -> bool:
        """Whether it needs more room beside a picture."""
        return len(self.action) + len(self.owner) > LONG


def agreed_view(scene: Scene) -> AgreedView | None:
    """The one action that a team has agreed on."""
    agreed = scene.room.agreed
    if not agreed:
        return None
    return AgreedView(agreed["action"], agreed["owner"], date.fromisoformat(agreed["day"]), scene.day.programme.id)
