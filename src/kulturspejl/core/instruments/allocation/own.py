"""One person's own profile: mean points by letter, from the numbers as they were given."""

from collections.abc import Mapping

from kulturspejl.core.instruments.allocation.checking import check_blocks
from kulturspejl.core.instruments.allocation.form import DIMENSIONS, LETTERS, now_blocks
from kulturspejl.core.instruments.base.checked import CheckedAnswers
from kulturspejl.core.instruments.base.lines import GUESS, OWN
from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled

GUESS_ADDS_UP = Text(
    da="De fire tal i dit gæt skal være hele tal fra 0 og give {total} tilsammen.",
    en="The four numbers of your guess must be whole numbers from 0 and add up to {total}.",
)


def even(total: int) -> dict[str, float]:
    """As many points for each: where one begins, and as many digits as there will be."""
    return dict.fromkeys(LETTERS, total / len(LETTERS))


def now_of(answers: Mapping[str, int]) -> dict[str, float]:
    """What is, over the six dimensions."""
    return _means(answers, "now_")


def wished_of(answers: Mapping[str, int]) -> dict[str, float]:
    """What is wished for, drawn or in dimensions; 0 where it was not asked."""
    return _means(answers, "wish_" if f"wish_{LETTERS[0]}" in answers else "pref_")


def sums_now(answers: Mapping[str, int]) -> dict[str, int]:
    """What is, as the four sums on paper."""
    return {letter: round(len(DIMENSIONS) * mean) for letter, mean in now_of(answers).items()}


def sums_of(typed: Mapping[str, object], total: int) -> dict[str, int] | None:
    """Whole numbers by letter that add up to `total`, as they were typed; None where they are not that."""
    try:
        numbers = {letter: int(str(typed[letter]).strip()) for letter in LETTERS}
    except (KeyError, ValueError):
        return None
    return numbers if min(numbers.values()) >= 0 and sum(numbers.values()) == total else None


def check_line(kind: str, typed: Mapping[str, object], points: int) -> CheckedAnswers:
    """A leader's OWN answer to the six questions, or GUESS at the four sums, as sums on paper by letter."""
    if kind == OWN:
        checked = check_blocks(now_blocks(points), typed)
        return checked if checked.values is None else CheckedAnswers(sums_now(checked.values))
    sums = sums_of(typed, len(DIMENSIONS) * points)
    if sums is None:
        return CheckedAnswers(None, {GUESS: filled(GUESS_ADDS_UP, total=len(DIMENSIONS) * points)})
    return CheckedAnswers(sums)


def _means(answers: Mapping[str, int], prefix: str) -> dict[str, float]:
    return {
        letter: sum(value for name, value in answers.items() if name.startswith(prefix) and name[-1] == letter)
        / len(DIMENSIONS)
        for letter in LETTERS
    }
