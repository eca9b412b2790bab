"""What several kinds say about what somebody has filled in."""

from collections.abc import Collection, Mapping

from kulturspejl.core.errors import Faulty
from kulturspejl.core.instruments.base.checked import LONGEST_NAME, NOT_HERE
from kulturspejl.core.kinds.base.part import Values
from kulturspejl.core.text import Text

MOST_FAULTS = 20
NOTHING = Text(
    da="Der er ikke skrevet noget. Svar først, og send så.",
    en="Nothing is filled in. Answer first, then send.",
)


def kept(values: Values, faults: Mapping[str, Text]) -> Values:
    """The values. Raises Faulty with the faults, or where nothing is filled in."""
    if faults:
        raise Faulty(next(iter(faults.values())), dict(faults))
    if not values:
        raise Faulty(NOTHING, {})
    return values


def strangers(known: Collection[str], values: Mapping[str, object]) -> dict[str, Text]:
    """A sentence for each name that is not known: a few of them, cut short, because they come from outside."""
    unknown = [str(name)[:LONGEST_NAME] for name in values if name not in known]
    return dict.fromkeys(unknown[:MOST_FAULTS], NOT_HERE)
