"""What has changed since an earlier round, as the JSON of `analyse --before --json`."""

from collections.abc import Mapping, Sequence
from typing import Any

from kulturspejl.cli.earlier import Earlier
from kulturspejl.core.disclosure.since import Since
from kulturspejl.core.instruments import ALLOCATION
from kulturspejl.core.instruments.base.since import Change

Json = dict[str, Any]


def since_as_json(earlier: Earlier, units: Sequence[str], only: str | None) -> Json:
    """`since` by unit, in points a dimension, `points` as on paper, or in steps and `tenths` of one; left out are those
    without anything to compare.
    """
    unit_of = "points" if earlier.now.released.kind == ALLOCATION else "tenths"
    found = {unit: since for unit in units if (since := earlier.since(unit)) is not None}
    return {
        "since": {unit: _unit(since, earlier.p_permutation(unit, only), unit_of) for unit, since in found.items()},
        "left_out_before": [one.as_json() for one in earlier.left_out],
    }


def _unit(since: Since, p: Mapping[str, float] | None, unit_of: str) -> Json:
    """The columns where a difference is told; `why_not` where none is."""
    told: Json = {}
    if since.changes is not None:
        told = {letter: _change(one, p[letter] if p else None, unit_of) for letter, one in since.changes.now.items()}
        wish = since.changes.preferred
        told["holds"] = since.changes.holds
        told["preferred"] = wish and {letter: _change(one, None, unit_of) for letter, one in wish.items()}
    return told | {
        "why_not": since.why_not,
        "before": {"n": since.before.n, "invited": since.before.invited},
        "unchanged": {"people": since.unchanged.people, "are_known": since.unchanged.are_known},
    }


def _change(one: Change, p: float | None, unit_of: str) -> Json:
    return {
        "d": one.d,
        "welch": list(one.welch),
        "finite": None if one.finite is None else list(one.finite),
        "p_permutation": p,
        "smallest_visible": one.smallest_visible,
        "word": one.word,
        unit_of: {"before": one.before, "after": one.after, "visible": one.visible},
    }
