"""How many chose what: the picture of kinds in which each person stands in one place of several."""

from collections.abc import Mapping

from kulturspejl.core.kinds.base.items import Item
from kulturspejl.core.kinds.base.picture import COUNTED_AS, PartPicture, said
from kulturspejl.core.kinds.base.thresholds import Thresholds
from kulturspejl.core.text import Text, joined
from kulturspejl.core.writing.sentence import filled, n_of

THE_REST = Text(da="Andre svar", en="Other answers")
ONE_SIDED = Text(
    da="Svarene kan ikke vises uden at vise, hvad enkelte har valgt. Tal om det i stedet.",
    en="The answers cannot be shown without showing what single people chose. Talk about it instead.",
)


def counted(counts: Mapping[Item, int], let: Thresholds, *, others: Text = THE_REST) -> PartPicture:
    """The largest first, and last what went together as `others`."""
    total = sum(counts.values())
    allowed = let.counts(counts)
    if allowed is None:
        return PartPicture(hidden=ONE_SIDED)
    shown, rest = allowed
    found = sorted(((item.label, count) for item, count in shown.items()), key=lambda row: -row[1])
    rows = found + ([(others, rest)] if rest else [])
    how_many = said(total)
    return PartPicture(
        rows=tuple((label, n_of(count, total), count / total) for label, count in rows),
        sentence=joined([how_many, *(filled(COUNTED_AS, label=label, value=count) for label, count in rows)]),
        told=how_many,
    )
