"""One unit's part of a release, cut out of its plain form: what the unit's own page needs, and no other's."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kulturspejl.core.disclosure.codec import Plain

Cut = Callable[[Collection[str]], Any]


@dataclass(frozen=True)
class Part:
    """`released` is the release in its plain form (`Released.from_json` reads it) with this unit's picture alone.

    Beside it stand the units in the picture's remainder, for their names. `hidden` and `n` are the picture's.
    """

    unit: str
    hidden: str | None
    n: int | None
    released: dict[str, Any]


def parts(released: Mapping[str, Any]) -> Iterator[Part]:
    """The parts of `Released.to_json()`, in its order. Whatever is told by unit is cut to the part's own units.

    That is every object whose keys are units, and every list of units, however deep: linear in the units, so that a
    release of thousands is cut in a second or two.
    """
    pictures = {picture["unit"]: picture for picture in released["units"]}
    cut = _cutter({name: value for name, value in released.items() if name != "units"}, pictures)
    for unit, picture in pictures.items():
        rest = picture["remainder"]["units"] if picture["remainder"] else ()
        own = dict.fromkeys((unit, *rest))
        part = {**cut(own), "units": [pictures[one] for one in own]}
        yield Part(unit, picture["hidden"], picture["n"], part)


def _cutter(value: Plain, units: Collection[str]) -> Cut:
    """How `value` is cut; looked at once, then used for every unit."""
    if isinstance(value, dict):
        if value and all(key in units for key in value):
            by_unit = value
            return lambda own: {one: by_unit[one] for one in own if one in by_unit}
        inner = {key: _cutter(item, units) for key, item in value.items()}
        return lambda own: {key: item(own) for key, item in inner.items()}
    if isinstance(value, list) and value and all(isinstance(one, str) and one in units for one in value):
        named = frozenset(value)
        return lambda own: [one for one in own if one in named]
    return lambda own: value
