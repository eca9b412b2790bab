"""The only maker of Released: answers, a frozen tree and the rules in; what may be shown out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kulturspejl.core.disclosure.policy import Policy
from kulturspejl.core.disclosure.released import Codes, ContentRef, Line, Released


@dataclass(frozen=True, slots=True)
class Place:
    """A unit of the frozen tree; `invited` and `codes` count those attached to it, not the leader."""

    unit: str
    name: str
    parent: str | None
    invited: int | None
    codes: Codes | None = None


def make_release(
    *,
    places: Sequence[Place],
    answers: Mapping[str, NDArray[np.integer] | NDArray[np.floating]],
    content: ContentRef,
    total: int,
    preferred_form: str | None,
    policy: Policy,
    reading: Mapping[str, Line],
) -> Released:
    """One round's Released from its answers; the same answers in any order give the same result.

    `answers[unit]` holds the members attached to the unit itself (never the leader), one row each: 24 columns
    now_d1_A … now_d6_D, then 4 (wish_A … wish_D, `preferred_form` "drawn") or 24 (pref_d1_A …, "dimensions").
    """
    raise NotImplementedError
