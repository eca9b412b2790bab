"""What people may ask of a room. `seen` is the version that the person saw when they pressed."""

from dataclasses import dataclass

from kulturspejl.core.choreography.groups import Groups
from kulturspejl.core.choreography.state import WallMode
from kulturspejl.core.content.gathering import Gathering


@dataclass(frozen=True)
class Next:
    """On to the next station. Two facilitators who press at once move the room one station."""

    seen: int


@dataclass(frozen=True)
class Back:
    """To the station before."""

    seen: int


@dataclass(frozen=True)
class GoTo:
    """To the station at this place: skip, or take one again later."""

    at: int
    seen: int


@dataclass(frozen=True)
class Again:
    """The same station from its beginning: full time, nothing shown."""

    seen: int


@dataclass(frozen=True)
class More:
    """More minutes on the clock."""

    minutes: int = 2


@dataclass(frozen=True)
class Pause:
    """The clock stands still."""


@dataclass(frozen=True)
class Resume:
    """The clock goes on."""


@dataclass(frozen=True)
class SetWall:
    """What the wall does."""

    mode: WallMode


@dataclass(frozen=True)
class PutUp:
    """A model on the wall, large; what the wall does next, or where the room goes, takes it down again."""

    model: str


@dataclass(frozen=True)
class Turn:
    """Turn the wall to this side of what the station shows."""

    to: str
    seen: int


@dataclass(frozen=True)
class Show:
    """Show a part of this station on the wall."""

    part: str


@dataclass(frozen=True)
class Hide:
    """Take a part from the wall again."""

    part: str


@dataclass(frozen=True)
class Divide:
    """People sit like this from now on."""

    gathering: Gathering
    groups: Groups


@dataclass(frozen=True)
class CountTo:
    """Let people count aloud to this number, and tap the number that they said."""

    number: int


@dataclass(frozen=True)
class Say:
    """Somebody's number of the count."""

    person: str
    number: int


@dataclass(frozen=True)
class Move:
    """One person to another group (0-based; one after the last makes a new one)."""

    gathering: Gathering
    person: str
    to: int


@dataclass(frozen=True)
class Arrive:
    """Somebody has come after the others were placed; `beside` are those here of the same workplace."""

    person: str
    beside: tuple[str, ...] = ()


@dataclass(frozen=True)
class Leave:
    """Somebody has gone, or was there twice."""

    person: str


@dataclass(frozen=True)
class Claim:
    """Somebody takes the first role in their group ("my case")."""

    person: str


@dataclass(frozen=True)
class Unclaim:
    """Whoever has taken the first role in their group gives it back."""

    person: str


@dataclass(frozen=True)
class GroupPause:
    """A group's clock stands still (0-based)."""

    group: int


@dataclass(frozen=True)
class GroupResume:
    """A group's clock goes on."""

    group: int


@dataclass(frozen=True)
class Push:
    """One group, or all, to the beginning of their next stage."""

    group: int | None = None


@dataclass(frozen=True)
class Replan:
    """The agenda from now on: breaks on time with less before them, or all of it later."""

    late: int
    keeps_breaks: bool


@dataclass(frozen=True)
class Finish:
    """The day is over."""

    seen: int


Command = (
    Next | Back | GoTo | Again | More | Pause | Resume | SetWall | PutUp | Turn | Show | Hide | Divide | CountTo | Say
    | Move | Arrive | Leave | Claim | Unclaim | GroupPause | GroupResume | Push | Replan | Finish
)  # fmt: skip
