"""Points divided over blocks: are they complete, and do they add up? If not, a sentence for each field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kulturspejl.core.profile.form import Block
from kulturspejl.core.text import Text

MOST_UNKNOWN = 20
LONGEST_NAME = 60
NOT_HERE = Text(
    da="Feltet hører ikke til her. Lad det være ude, og send igen.",
    en="The field does not belong here. Leave it out and send again.",
)


@dataclass(frozen=True)
class CheckedAnswers:
    """`values` by key in canonical order, or None with a sentence for each field at fault.

    A fault stands under the key of one number, or under the id of a block ("now_d2", "wish") that does not add up.
    """

    values: dict[str, int] | None
    faults: dict[str, Text] = field(default_factory=dict)


def check_blocks(blocks: Sequence[Block], answers: Mapping[str, object]) -> CheckedAnswers:
    """Whole numbers from 0, every block adding up to its total, nothing missing and nothing extra.

    Nothing is rounded, rescaled or filled in.
    """
    keys = [key for block in blocks for key in block.keys]
    faults: dict[str, Text] = {}
    for block in blocks:
        faults |= _faults_of(block, [answers.get(key) for key in block.keys])
    faults |= dict.fromkeys(_unknown(keys, answers), NOT_HERE)
    if faults:
        return CheckedAnswers(None, faults)
    return CheckedAnswers({key: value for key in keys if isinstance(value := answers[key], int)})


def _unknown(keys: Sequence[str], answers: Mapping[str, object]) -> list[str]:
    """Names that the form does not have: a few of them, cut short, because they come from outside."""
    return [str(key)[:LONGEST_NAME] for key in sorted(answers.keys() - set(keys), key=str)[:MOST_UNKNOWN]]


def _faults_of(block: Block, given: list[object]) -> dict[str, Text]:
    numbers = [_points(value, block.total) for value in given]
    wrong = {
        key: _not_points(block, value)
        for key, value, number in zip(block.keys, given, numbers, strict=True)
        if number is None
    }
    used = sum(number for number in numbers if number is not None)
    return wrong or ({} if used == block.total else {block.id: _wrong_sum(block, used)})


def _points(value: object, most: int) -> int | None:
    """A whole number from 0 to `most`. True is none, though Python takes it for 1."""
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= most else None


def _not_points(block: Block, value: object) -> Text:
    place = _place(block)
    if value is None or value == "":
        return Text(
            da=f"Der mangler et tal {place.da}. Skriv 0, hvis linjen ikke skal have point.",
            en=f"A number is missing {place.en}. Write 0 if the line is to have no points.",
        )
    return Text(
        da=f"Skriv et helt tal fra 0 til {block.total} {place.da}.",
        en=f"Write a whole number from 0 to {block.total} {place.en}.",
    )


def _wrong_sum(block: Block, used: int) -> Text:
    place, over = _place(block), used - block.total
    points = "point" if abs(over) == 1 else "points"
    are = "point is" if used == 1 else "points are"
    what = Text(
        da=f"Der er brugt {used} point af {block.total} {place.da}.",
        en=f"{used} {are} used of {block.total} {place.en}.",
    )
    if over > 0:
        return Text(da=f"{what.da} Tag {over} point fra.", en=f"{what.en} Take {over} {points} away.")
    return Text(da=f"{what.da} Giv {-over} point mere.", en=f"{what.en} Give {-over} more {points}.")


def _place(block: Block) -> Text:
    if block.period == "wish":
        return Text(da="i den kultur, du ønsker dig", en="in the culture you wish for")
    if block.period == "pref":
        return Text(
            da=f"i spørgsmål {block.number} om det, du ønsker dig",
            en=f"in question {block.number} on what you wish for",
        )
    return Text(da=f"i spørgsmål {block.number}", en=f"in question {block.number}")
