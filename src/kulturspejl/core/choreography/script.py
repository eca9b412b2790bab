"""What a room goes through, one station after the other: made of the content once, when the room is made."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from kulturspejl.core.content.gathering import Gathering


@dataclass(frozen=True)
class Station:
    """One place to be on the way: a step of an exercise, an input, a break, or an item that holds nothing.

    `key` is unique in the script; `slot` is the place of its agenda item; `size` is how many are wanted in a
    group; `reveals` are the parts that a facilitator may show; `stages` are the minutes of what each group
    walks through by a clock of its own; the first of `roles` is taken by one person in each group, the last is
    everybody else's. `nth` is its place among what the item holds, -1 for the item itself and in rooms from before 0.5;
    `model` is the figure of an input. `changeover` are the minutes in which people find each other first, and
    `together` those of everything that the item holds.
    """

    key: str
    slot: int
    exercise: str
    step: str
    gathering: Gathering
    minutes: int
    size: int = 0
    reveals: tuple[str, ...] = ()
    stages: tuple[int, ...] = ()
    roles: tuple[str, ...] = ()
    is_break: bool = False
    nth: int = -1
    model: str = ""
    changeover: int = 0
    together: int = 0

    @property
    def lasts(self) -> int:
        """Minutes with the changeover before it."""
        return self.minutes + self.changeover

    @property
    def is_item(self) -> bool:
        """An item that holds nothing is a station itself."""
        return self.nth < 0 and not self.exercise


Script = tuple[Station, ...]


def script_to_json(script: Sequence[Station]) -> list[dict[str, Any]]:
    """What a room stores."""
    return [asdict(station) for station in script]


def script_from_json(rows: Sequence[Mapping[str, Any]]) -> Script:
    """What a room stored, read back. Raises KeyError, TypeError or ValueError where it is not ours."""
    return tuple(_station(row) for row in rows)


def _station(row: Mapping[str, Any]) -> Station:
    lists = {name: tuple(row[name]) for name in ("reveals", "stages", "roles")}
    return Station(**{**row, **lists, "gathering": Gathering(row["gathering"])})
