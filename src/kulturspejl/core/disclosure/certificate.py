"""The proof that a plan is safe, which any outsider checks in linear time."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Certificate:
    """Tree certificate "remainders-1": each published unit's parent among the published, and remainder size.

    `parent` maps a published unit to its nearest published ancestor ("" where there is none);
    `remainders` is |R(v)|; `sizes` is n of the published unit. Safe iff every remainder is 0 or >= k
    and sizes are the sums of the remainders below (science: one tree).
    """

    kind: str
    k: int
    parent: Mapping[str, str]
    sizes: Mapping[str, int]
    remainders: Mapping[str, int]
