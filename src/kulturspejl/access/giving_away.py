"""Whether a unit that lets those above see its own picture gives away another's."""

from kulturspejl.access.shown import shown
from kulturspejl.core.disclosure.above import singled_out
from kulturspejl.records.models import ResultShare, RoundUnit


def given_away_by(unit: RoundUnit) -> frozenset[str]:
    """Where a picture of one unit that has not shared could follow if this one shared too; empty where none could.

    What was shared once and taken back has been seen, so it counts as shared here. A hidden unit has nothing to share.
    """
    found = shown(unit.round_id)
    spoke = found.published.spoke_tree
    shares = ResultShare.objects.filter(round_unit__round_id=unit.round_id)
    before = {str(one) for one in shares.values_list("round_unit_id", flat=True)} & spoke.direct.keys()
    after = before | ({str(unit.id)} & spoke.direct.keys())
    return singled_out(spoke, found.wide, after, found.told) - singled_out(spoke, found.wide, before, found.told)
