"""How many chose what: the picture of kinds in which each person stands in one place of several, or in some of them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kulturspejl.core.kinds.base.items import Item
from kulturspejl.core.kinds.base.picture import COUNTED_AS, NOT_BY_ITSELF, PartPicture, said
from kulturspejl.core.kinds.base.thresholds import Thresholds
from kulturspejl.core.text import NOTHING, Text, joined
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
    return _drawn(_largest_first(shown) + ([(others, rest)] if rest else []), total)


def counted_in_several(counts: Mapping[Item, int], people: int, each: int, let: Thresholds) -> PartPicture:
    """The same where each of the `people` has chosen `each` of them; last, without a number, what may not be told."""
    shown = let.of_several(counts, people, each)
    if shown is None:
        return PartPicture(hidden=ONE_SIDED)
    made = _drawn(_largest_first(shown), people)
    hidden = [item.label for item in counts if item not in shown]
    return replace(made, rows=(*made.rows, *((label, NOT_BY_ITSELF, 0.0) for label in hidden)))


def _largest_first(shown: Mapping[Item, int]) -> list[tuple[Text, int]]:
    """By name; those alike stay in their order."""
    return sorted(((item.label, count) for item, count in shown.items()), key=lambda row: -row[1])


def _drawn(rows: Sequence[tuple[Text, int]], total: int) -> PartPicture:
    how_many = said(total)
    counted = (NOTHING, tuple(rows), total)
    return PartPicture(
        rows=tuple((label, n_of(count, total), count / total) for label, count in rows),
        sentence=joined([how_many, *(filled(COUNTED_AS, label=label, value=count) for label, count in rows)]),
        told=how_many, counted=(counted,),
    )  # fmt: skip
