"""What of a shown part may be kept when its room is gone: means of one team, as bands."""

from kulturspejl.core.content.exercise import Exercise
from kulturspejl.core.disclosure.policy import Policy
from kulturspejl.core.disclosure.room.bands import band
from kulturspejl.core.kinds.anchored_scale import LINE, AnchoredScale
from kulturspejl.core.kinds.base.items import ScaledItem
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.kinds.base.picture import PartPicture
from kulturspejl.core.kinds.weights import BALANCE, Weights
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.plans.kept import KeptItem, KeptPart

KEPT_AS = (LINE, BALANCE)
"""One team's own means. Medians, counts and lines of words go with the room: of them no band hides one answer."""


def may_be_kept(part: Part) -> bool:
    """Whether a part of a programme is of those at all, before anybody has answered."""
    return part.visibility is Visibility.AGGREGATE and part.picture in KEPT_AS


def kept_of(exercise: Exercise, part: Part, picture: PartPicture, policy: Policy) -> KeptPart | None:
    """The bands of what was shown; None where there is nothing of it that may be kept.

    `picture` is what disclosure control has let out. An item with fewer than `policy.mean` answers has no mean there.
    """
    shape = part.shape
    if not may_be_kept(part) or picture.hidden or not isinstance(shape, AnchoredScale | Weights):
        return None
    items = []
    for item in shape.items:
        answers, mean = picture.means.get(item.id, (0, 0.0))
        if answers >= policy.mean:
            low, high = band(mean, shape.least, shape.most, policy.mean)
            items.append(KeptItem(item.id, item.label, low, high, item.scale if isinstance(item, ScaledItem) else ""))
    if not items:
        return None
    scales = tuple((one.id, one.label) for one in shape.scales) if isinstance(shape, Weights) else ()
    return KeptPart(
        exercise.id, exercise.version, part.id, part.label, shape.least, shape.most,
        max(answers for answers, _mean in picture.means.values()), tuple(items), scales,
    )  # fmt: skip
