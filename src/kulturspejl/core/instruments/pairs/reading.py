"""Chooses at most three sentences and one question from six lines. The words stand elsewhere; none says good or bad."""

from collections.abc import Sequence
from dataclasses import dataclass

from kulturspejl.core.instruments.base.said import Reading
from kulturspejl.core.instruments.pairs.form import COLUMNS, LEAST, MIDDLE, PLACES
from kulturspejl.core.instruments.pairs.numbers import PairsNumbers
from kulturspejl.core.instruments.pairs.words import SAID
from kulturspejl.core.instruments.scale.agreement_word import VERY
from kulturspejl.core.text import Text
from kulturspejl.core.writing.numbers import half_up
from kulturspejl.core.writing.sentence import filled

LEANS = 1
"""A mean so many places from the middle, as people read it, leans to an end. The sentence speaks of the answers there
are, and of nobody else's."""

NAMED = 2
"""So many lines are named at the most, those that lean most."""


@dataclass(frozen=True, slots=True)
class Line:
    """Its two ends, and the question to take to the team where it leans most."""

    low: Text
    high: Text
    question: Text


@dataclass(frozen=True, slots=True)
class PairsTexts:
    """What a reading needs of its instrument: the lines in their order, and the question where none leans."""

    lines: Sequence[Line]
    question: Text


def read_team(numbers: PairsNumbers, texts: PairsTexts, *, is_of_units: bool) -> Reading:
    """How different they are where that is much, and then the lines that lean most, whichever way."""
    of = "_units" if is_of_units else ""
    sentences = [SAID[f"very_different{of}"]] if numbers.word == VERY else []
    leaning = leaning_of(numbers)
    sentences += [_lean(numbers, texts, column) for column in leaning] or [SAID["middle"]]
    if is_of_units:
        question = SAID["question_units"]
    elif numbers.word == VERY:
        question = SAID["question_split"]
    else:
        question = texts.lines[int(leaning[0]) - 1].question if leaning else texts.question
    return Reading(tuple(sentences), question)


def leaning_of(numbers: PairsNumbers) -> list[str]:
    """The lines that lean most, the one farthest from the middle first; of two alike the upper one."""
    away = {column: abs(half_up(numbers.now[column].mean) - half_up(MIDDLE)) for column in COLUMNS}
    leaning = [column for column in COLUMNS if away[column] >= LEANS]
    return sorted(leaning, key=lambda column: (-away[column], int(column)))[:NAMED]


def _lean(numbers: PairsNumbers, texts: PairsTexts, column: str) -> Text:
    line, mean = texts.lines[int(column) - 1], numbers.now[column].mean
    end = line.low if mean < MIDDLE else line.high
    return filled(SAID["lean"], low=line.low, high=line.high, end=end, mean=mean, least=LEAST, most=PLACES)
