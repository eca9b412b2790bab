"""How many have answered, coarsely, while a round is open: under half, over half, nearly all.

The one reader that may look at the boxes: at how long they are, never into them.
"""

from collections import Counter
from collections.abc import Sequence

from django.db.models.functions import Length

from kulturspejl.core.content.any_instrument import any_from_json
from kulturspejl.core.disclosure.participation import coarse_participation
from kulturspejl.core.disclosure.tree import Tree
from kulturspejl.records.ballots import HEAD, Box
from kulturspejl.records.models import Round, RoundState, RoundUnit
from kulturspejl.values.policies import policy_of
from kulturspejl.vault.sealing import held_within


def participation_of(found: Round, units: Sequence[RoundUnit] = ()) -> dict[str, str]:
    """The word of each round unit that may have one, by its id; empty unless the round is open.

    `units`: all of the round's, where they have been read already.
    """
    if found.state != RoundState.OPEN:
        return {}
    units = units or list(found.units.all())
    invited = Tree(
        parent={str(one.id): str(one.parent_id) if one.parent_id else None for one in units},
        direct={str(one.id): int(one.invited.get("E", 0)) for one in units},
    )
    answered = _answered(found)
    return coarse_participation(invited, {unit: answered[unit] for unit in invited.parent}, policy_of(found))


def _answered(found: Round) -> Counter[str]:
    width = len(any_from_json(found.content).sheet(found.points, found.preferred).keys)
    counts: Counter[str] = Counter()
    for unit_id, length in Box.objects.filter(round_unit__round=found).values_list("round_unit_id", Length("sealed")):
        counts[str(unit_id)] += held_within(length, HEAD + 2 * width)
    return counts
