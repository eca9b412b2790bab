"""Which units of two releases are the same ones."""

from collections.abc import Mapping

from kulturspejl.core.disclosure.released import Released


def same_units(before: Released, after: Released) -> Mapping[str, str]:
    """The units of `after` that both know, each with its id in `before`: by id or, where no id is the same, by name.

    A name that several have tells no unit.
    """
    if by_id := {unit: unit for unit in after.units if unit in before.units}:
        return by_id
    names, earlier = _by_name(after), _by_name(before)
    return {unit: earlier[name] for name, unit in names.items() if name in earlier}


def _by_name(released: Released) -> dict[str, str]:
    """Those whose name is theirs alone."""
    found: dict[str, str | None] = {}
    for unit, picture in released.units.items():
        found[picture.name] = None if picture.name in found else unit
    return {name: unit for name, unit in found.items() if unit is not None}
