"""Points divided over blocks: are they complete, and do they add up? If not, a sentence for each field."""

from collections.abc import Mapping, Sequence
from typing import cast

from kulturspejl.core.instruments.allocation.form import Block
from kulturspejl.core.instruments.base.checked import CheckedAnswers, strangers
from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled

POINT, POINTS = Text(da="point", en="point"), Text(da="point", en="points")
POINT_USED = Text(da="Der er brugt {used} point af {total} {place}.", en="{used} point is used of {total} {place}.")
POINTS_USED = Text(da="Der er brugt {used} point af {total} {place}.", en="{used} points are used of {total} {place}.")
TAKE_AWAY = Text(da="{what} Tag {over} {points} fra.", en="{what} Take {over} {points} away.")
GIVE_MORE = Text(da="{what} Giv {over} {points} mere.", en="{what} Give {over} more {points}.")


def check_blocks(blocks: Sequence[Block], answers: Mapping[str, object]) -> CheckedAnswers:
    """Whole numbers from 0, every block adding up to its total, nothing missing and nothing extra.

    Nothing is rounded, rescaled or filled in.
    """
    keys = [key for block in blocks for key in block.keys]
    faults: dict[str, Text] = {}
    for block in blocks:
        faults |= _faults_of(block, [answers.get(key) for key in block.keys])
    faults |= strangers(keys, answers)
    if faults:
        return CheckedAnswers(None, faults)
    return CheckedAnswers(cast(dict[str, int], {key: answers[key] for key in keys}))


def _faults_of(block: Block, given: list[object]) -> dict[str, Text]:
    # Whole numbers from 0 to the total. True is none, though Python takes it for 1.
    fits = [type(value) is int and 0 <= value <= block.total for value in given]
    if not all(fits):
        lines = zip(block.keys, given, fits, strict=True)
        return {key: _not_points(block, value) for key, value, is_fit in lines if not is_fit}
    used = sum(cast(list[int], given))
    return {} if used == block.total else {block.id: _wrong_sum(block, used)}


def _not_points(block: Block, value: object) -> Text:
    place = _place(block)
    if value is None or value == "":
        return filled(
            Text(
                da="Der mangler et tal {place}. Skriv 0, hvis linjen ikke skal have point.",
                en="A number is missing {place}. Write 0 if the line is to have no points.",
            ),
            place=place,
        )
    return filled(
        Text(
            da="Skriv et helt tal fra 0 til {total} {place}.",
            en="Write a whole number from 0 to {total} {place}.",
        ),
        total=block.total, place=place,
    )


def _wrong_sum(block: Block, used: int) -> Text:
    place, over = _place(block), used - block.total
    what = filled(POINT_USED if used == 1 else POINTS_USED, used=used, total=block.total, place=place)
    points = POINT if abs(over) == 1 else POINTS
    return filled(TAKE_AWAY if over > 0 else GIVE_MORE, what=what, over=abs(over), points=points)


def _place(block: Block) -> Text:
    if block.period == "wish":
        return Text(da="i din ønskede kultur", en="in your preferred culture")
    if block.period == "pref":
        return filled(
            Text(
                da="i spørgsmål {number} om det, du ønsker dig",
                en="in question {number} on what you wish for",
            ),
            number=block.number,
        )
    return filled(Text(da="i spørgsmål {number}", en="in question {number}"), number=block.number)
