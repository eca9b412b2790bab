"""How many stand in which stretch of numbers: the picture for people who speak of different units, who have no mean."""

from collections.abc import Mapping, Sequence

from kulturspejl.core.kinds.base.items import Item
from kulturspejl.core.kinds.base.picture import (
    TOO_FEW_HERE,
    Answers,
    Counted,
    PartPicture,
    Row,
    Stretch,
    all_said,
    said,
)
from kulturspejl.core.kinds.base.thresholds import Thresholds
from kulturspejl.core.text import NOTHING, Text
from kulturspejl.core.writing.sentence import as_it_is, n_of


def stacked(found: Mapping[Item, Sequence[int]], numbers: range, answers: Answers, let: Thresholds) -> PartPicture:
    """Each item's whole numbers out of `numbers`, in stretches that go together; several stand under their names."""
    rows: list[Row] = []
    stacks: dict[str, tuple[Stretch, ...]] = {}
    counted: list[Counted] = []
    for item, chosen in found.items():
        if len(found) > 1:
            rows.append((item.label, NOTHING, 0.0))
        stretches = let.stretches({number: chosen.count(number) for number in numbers})
        if stretches is None:
            rows.append((NOTHING, TOO_FEW_HERE, 0.0))
            continue
        stacks[item.id] = tuple(stretches)
        told = tuple((_written(first, last), count) for first, last, count in stretches)
        counted.append((item.label if len(found) > 1 else NOTHING, told, len(chosen)))
        rows += [(words, n_of(count, len(chosen)), count / len(chosen)) for words, count in told]
    return PartPicture(
        rows=tuple(rows), sentence=all_said(answers, rows), told=said(len(answers)), stacks=stacks,
        counted=tuple(counted),
    )  # fmt: skip


def _written(first: int, last: int) -> Text:
    """ "4", or "4–6"."""
    return as_it_is(str(first) if first == last else f"{first}–{last}")
