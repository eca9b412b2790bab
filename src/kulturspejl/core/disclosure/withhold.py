"""How much may be told of a group, from counts and the policy alone."""

from kulturspejl.core.disclosure.policy import Policy
from kulturspejl.core.instruments.base.telling import Telling

NOTHING_BELOW = 3
"""Under three answers a mean says nothing of a group (science C16), whatever the policy."""


def may_tell(n: int, policy: Policy, *, is_spread: bool, is_spread_of_one: bool) -> Telling:
    """What may be told of `n` respondents.

    `is_spread` says whether this picture may carry what is made of squares at all, `is_spread_of_one` whether it may
    carry those of single questions too (`spreads`).
    """
    if n < max(NOTHING_BELOW, policy.mean):
        return Telling.NOTHING
    if n < policy.spread_of_many or not is_spread:
        return Telling.MEANS if policy.is_on else Telling.FEW
    return Telling.ALL if is_spread_of_one else Telling.WORDS
