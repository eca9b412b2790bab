"""The frozen result of a closed round: the only thing that pictures, reports and plans may read."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from kulturspejl.core.content.ref import ContentRef
from kulturspejl.core.disclosure.certificate import Certificate
from kulturspejl.core.disclosure.codec import from_plain, to_plain
from kulturspejl.core.disclosure.openings import NOBODY, Openings
from kulturspejl.core.disclosure.plan import Plan
from kulturspejl.core.instruments import ALLOCATION, asked_of
from kulturspejl.core.instruments.base.asked import Asked, Means, Numbers
from kulturspejl.core.instruments.base.said import Reading

SCHEMA = "release-2"

_V = TypeVar("_V")


@dataclass(frozen=True, slots=True)
class Codes:
    """Cards or mailed codes: how many were made, and how many were used."""

    made: int
    used: int


@dataclass(frozen=True, slots=True)
class Remainder:
    """The other units here together: subtraction tells it anyway, so it is shown. `units` have no picture."""

    units: tuple[str, ...]
    n: int
    means: Means


@dataclass(frozen=True, slots=True)
class UnitPicture:
    """What may be shown of a unit and all below it. If hidden: its place and `hidden`, nothing else.

    `invited` and `codes` are None where they would tell who answered; `numbers` covers `n` respondents.
    `agreement` is one word of how alike they see what is now, `camps` what the two camps put first where a unit with
    nobody below it is two; None where the policy holds them back. `is_of_units`: there are units below it.
    """

    unit: str
    name: str
    parent: str | None
    hidden: str | None
    n: int | None = None
    invited: int | None = None
    codes: Codes | None = None
    numbers: Numbers | None = None
    remainder: Remainder | None = None
    reading: Reading | None = None
    agreement: str | None = None
    camps: tuple[str, ...] | None = None
    is_of_units: bool = False


@dataclass(frozen=True, slots=True)
class Likeness:
    """How far units differ, one score: one-way ANOVA over the published groups (never truncated)."""

    icc1: float | None
    icc1_n0: float | None
    icc2: float | None
    msb: float | None
    msw: float | None
    f: float | None
    p: float | None


@dataclass(frozen=True, slots=True)
class Between:
    """One period. `profile` sums the squares over all scores; `groups` counts the units that stand in it."""

    groups: int
    scores: Mapping[str, Likeness]
    profile: Likeness


@dataclass(frozen=True, slots=True)
class RollUpScore:
    mean: float
    se: float | None
    finite: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class RollUp:
    """A census of the groups under a unit, weighted by headcount: another number than the pooled mean.

    `groups` displayed groups stand in it.
    """

    groups: int
    now: Mapping[str, RollUpScore]
    preferred: Mapping[str, RollUpScore] | None
    gap: Mapping[str, RollUpScore] | None


@dataclass(frozen=True, slots=True)
class Released:
    """One round's whole result. `kind` is that of its answers (`core.instruments`), which knows its numbers. `units`
    is in tree order, parents first. `preferred_form` is "drawn", "dimensions" or None. `policy_version` is "off" only
    for a file that its owner reads without control.

    Nothing in it was counted over fewer than k people but what stands of the units with a picture; `openings` says for
    whom each picture is, so that no later question needs to know who answered."""

    schema: str
    content: ContentRef
    total: int
    preferred_form: str | None
    policy_version: str
    k: int
    plan: Plan
    units: Mapping[str, UnitPicture]
    between: Mapping[str, Between]
    rollup: Mapping[str, RollUp]
    recipe: Mapping[str, str]
    openings: Openings = NOBODY
    kind: str = ALLOCATION

    @property
    def certificate(self) -> Certificate:
        return self.plan.certificate

    def picture(self, unit: str) -> UnitPicture:
        """The picture of `unit`; KeyError where the round has no such unit."""
        return self.units[unit]

    def to_json(self) -> dict[str, Any]:
        """JSON-ready dict; `units` is a list, because a store may sort the keys of an object."""
        plain = to_plain(self)
        plain["units"] = list(plain["units"].values())
        if self.kind == ALLOCATION:
            del plain["kind"]  # As in all releases that were made before there was another kind.
        return dict(plain)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Released":
        """The exact inverse of `to_json`. Raises ValueError on another schema or shape."""
        if data.get("schema") != SCHEMA:
            raise ValueError(f"expected schema {SCHEMA!r}, got {data.get('schema')!r}")
        asked = asked_of(data.get("kind", ALLOCATION), data["total"], data["preferred_form"])
        units = {picture["unit"]: _picture(picture, asked) for picture in data["units"]}
        released: Released = from_plain(cls, {**data, "units": {}})
        return replace(released, units=units, plan=_in_tree_order(released.plan, units))


def _picture(plain: Mapping[str, Any], asked: Asked) -> UnitPicture:
    """A picture whose numbers are those of its kind."""
    numbers, rest = plain["numbers"], plain["remainder"]
    told = from_plain(asked.numbers, numbers) if numbers is not None else None
    means = from_plain(asked.means_of, rest["means"]) if rest is not None else None
    bare = {**plain, "numbers": None, "remainder": rest and {**rest, "means": None}}
    found: UnitPicture = from_plain(UnitPicture, bare)
    if found.remainder is None:
        return replace(found, numbers=told) if told is not None else found
    return replace(found, numbers=told, remainder=replace(found.remainder, means=means))


def _in_tree_order(plan: Plan, units: Collection[str]) -> Plan:
    """The certificate's proof wants parents first, and a store may have sorted its keys."""

    def ordered(by_unit: Mapping[str, _V]) -> dict[str, _V]:
        return {**{unit: by_unit[unit] for unit in units if unit in by_unit}, **by_unit}

    told = plan.certificate
    certificate = replace(
        told, parent=ordered(told.parent), sizes=ordered(told.sizes), remainders=ordered(told.remainders)
    )
    return replace(plan, certificate=certificate)
