"""Chooses at most three sentences and one question from a scale's numbers. The words stand elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass

from kulturspejl.core.instruments.base.said import Reading
from kulturspejl.core.instruments.scale.agreement_word import VERY
from kulturspejl.core.instruments.scale.form import LEAST, NOW
from kulturspejl.core.instruments.scale.numbers import ScaleNumbers
from kulturspejl.core.instruments.scale.words import SAID
from kulturspejl.core.text import Text
from kulturspejl.core.writing.numbers import half_up
from kulturspejl.core.writing.sentence import filled

APART = 0.125
"""So far apart, as a share of the width of the scale, the highest and the lowest statement are named: half a step on 1
to 5. The sentence speaks of the answers there are, and of nobody else's."""


@dataclass(frozen=True, slots=True)
class ScaleTexts:
    """What a reading needs of its instrument: the statements and a question to each, in their order, and the question
    where no statement stands out."""

    items: Sequence[Text]
    questions: Sequence[Text]
    question: Text


def read_team(numbers: ScaleNumbers, texts: ScaleTexts, *, most: int, is_of_units: bool) -> Reading:
    """How different they are where that is much, the mean, and then the ends of the statements or the goal."""
    of = "_units" if is_of_units else ""
    sentences = [SAID[f"very_different{of}"]] if numbers.word == VERY else []
    sentences.append(filled(SAID[f"level{of}"], mean=numbers.now.mean, least=LEAST, most=most))
    ends = ends_of(numbers, most)
    if ends is not None:
        sentences.append(_ends(numbers, texts, *ends))
    if numbers.preferred is not None:
        sentences.append(filled(SAID["goal"], goal=numbers.preferred.mean))
    return Reading(tuple(sentences[:3]), _question(numbers, texts, ends, is_of_units))


def ends_of(numbers: ScaleNumbers, most: int) -> tuple[str, str] | None:
    """The numbers of the highest and the lowest statement as people read them; None where several are, or are close."""
    apart = round(10 * APART * (most - LEAST))
    means = {number: int(10 * half_up(mean)) for number, mean in numbers.items.get(NOW, {}).items()}
    if not means:
        return None
    (high, *others), (low, *more) = (
        [number for number, mean in means.items() if mean == end] for end in (max(means.values()), min(means.values()))
    )
    is_clear = not others and not more and means[high] - means[low] >= apart
    return (high, low) if is_clear else None


def _ends(numbers: ScaleNumbers, texts: ScaleTexts, high: str, low: str) -> Text:
    means = numbers.items[NOW]
    return filled(
        SAID["ends"], high=_bare(texts.items[int(high) - 1]), high_mean=means[high],
        low=_bare(texts.items[int(low) - 1]), low_mean=means[low],
    )  # fmt: skip


def _bare(statement: Text) -> Text:
    """Within a sentence a statement ends without its own full stop."""
    return statement.each(lambda words, _language: words.removesuffix("."))


def _question(
    numbers: ScaleNumbers, texts: ScaleTexts, ends: tuple[str, str] | None, is_of_units: bool
) -> Text:
    """It belongs to the first thing that is said; of several units it is about each of them."""
    if is_of_units:
        return SAID["question_units"]
    if numbers.word == VERY:
        return SAID["question_split"]
    return texts.question if ends is None else texts.questions[int(ends[1]) - 1]
