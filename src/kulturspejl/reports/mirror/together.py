"""The other units of a picture together, which subtraction would tell anyway."""

from dataclasses import dataclass

from kulturspejl.core.disclosure.released import Released, Remainder
from kulturspejl.core.writing.order import danish_key


@dataclass(frozen=True)
class Together:
    """How many, by the names of their units, with their numbers in a line."""

    n: int
    units: tuple[str, ...]
    line: str


def together(released: Released, rest: Remainder, line: str) -> Together:
    """Of a picture's remainder, whose numbers are said in `line`."""
    there = (released.units[unit].name for unit in rest.units if unit in released.units)
    return Together(rest.n, tuple(sorted(there, key=danish_key)), line)
