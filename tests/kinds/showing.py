"""What a room sees of a part under the policy that comes along."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from kulturspejl.core.disclosure.room.picture import picture_of
from kulturspejl.core.disclosure.room.thresholds import RoomThresholds
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.kinds.base.picture import PartPicture
from kulturspejl.library.policies import load_policy

POLICY = load_policy()
LET = RoomThresholds(POLICY, Random(1))


def shown(part: Part, answers: Sequence[Mapping[str, Any]]) -> PartPicture:
    """The picture of these answers."""
    return picture_of(part, answers, POLICY, Random(1))


def rows(part: Part, answers: Sequence[Mapping[str, Any]]) -> list[tuple[str, str]]:
    """Its rows in Danish."""
    return [(label.da, value.da) for label, value, _share in shown(part, answers).rows]
