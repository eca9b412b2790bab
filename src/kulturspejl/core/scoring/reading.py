"""Chooses at most three sentences and one question from the numbers. The words are content; the choice is here."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from kulturspejl.core.profile.numbers import LETTERS, Estimate, Numbers
from kulturspejl.core.scoring.paper import paper_points
from kulturspejl.core.scoring.said import Reading
from kulturspejl.core.scoring.silence import answers_that_flip_dominance
from kulturspejl.core.text import Text
from kulturspejl.core.writing.listing import AND
from kulturspejl.core.writing.numbers import percent, short_decimal

CLEAR = 0.60
"""From this probability one culture is called the most common (science C7)."""

MOST_SENTENCES = 3
_LETTERS = frozenset(LETTERS)

TEAM_SENTENCES = (
    "split",  # {}: the answers spread more than blind throwing, said before any mean
    "as_blind",  # {}: no more agreement than blind throwing would often give
    "dominant",  # {culture} {percent} {sum} {of}
    "no_single",  # {culture} {percent} {second} {second_percent}
    "gap_more",  # {culture} {points} {low} {high}
    "gap_less",  # {culture} {points} {low} {high}
    "gap_unclear",  # {visible}: the smallest gap that so many people can show
    "silent_can_flip",  # {silent} {answers} {culture}
    "silent_cannot_flip",  # {silent} {culture}
    "everyone",  # {n}
)
TEAM_QUESTIONS = (
    "question_split",
    "question_gap_more",  # {culture}
    "question_gap_less",  # {culture}
    "question_dominant",  # {culture}
    "question_no_single",  # {culture} {second}
)
OWN_SENTENCES = (
    "own_dominant",  # {culture} {sum} {of}
    "own_tie",  # {cultures} {sum} {of}
    "own_more",  # {culture} {points}
    "own_less",  # {culture} {points}
    "own_content",  # {}: wished as it is
)
OWN_QUESTIONS = ("own_question_gap", "own_question")  # {culture}
TEMPLATES = TEAM_SENTENCES + TEAM_QUESTIONS + OWN_SENTENCES + OWN_QUESTIONS


@dataclass(frozen=True, slots=True)
class ReadingTexts:
    """`templates` has every key of TEMPLATES; `cultures` the name of each letter as it stands in a sentence."""

    templates: Mapping[str, Text]
    cultures: Mapping[str, Text]

    def __post_init__(self) -> None:
        missing = sorted(set(TEMPLATES) - set(self.templates)) + sorted(set(LETTERS) - set(self.cultures))
        if missing:
            raise ValueError(f"reading: missing {', '.join(missing)}")

    def line(self, key: str, **values: object) -> Text:
        """The template in both languages; a float is written with one decimal, a letter as its culture.

        Where there is a wording of its own for the sentence's {culture} (`key_A`), that is taken.
        """
        template = self.templates.get(f"{key}_{values.get('culture')}", self.templates[key])
        return template.each(
            lambda words, language: words.format(
                **{name: self._said(value, language) for name, value in values.items()}
            )
        )

    def _said(self, value: object, language: str) -> str:
        if isinstance(value, float):
            return short_decimal(value, language)
        letters = _letters(value)
        if not letters:
            return str(value)
        return f" {AND.into(language)} ".join(self.cultures[letter].into(language) for letter in letters)


def _letters(value: object) -> str:
    return value if isinstance(value, str) and _LETTERS.issuperset(value) else ""


def read_team(numbers: Numbers, *, n: int, invited: int | None, total: int, texts: ReadingTexts) -> Reading:
    """What is safe to say of a team, most needed first: split, most common culture, gap, the silent.

    `total` is the points per dimension. A culture is named as most common from CLEAR on, a gap only where its
    own 95 % interval does not reach zero.
    """
    gap = _clear_gap(numbers.gap)
    found = [
        _agreement(numbers, texts),
        _dominance(numbers, total, texts),
        _gap(numbers, gap, texts),
        _silence(numbers, n, invited, total, texts),
    ]
    return Reading(tuple(line for line in found if line)[:MOST_SENTENCES], _question(numbers, gap, texts))


def _agreement(numbers: Numbers, texts: ReadingTexts) -> Text | None:
    agreement = numbers.agreement.get("now")
    if agreement is None or agreement.profile_r_star is None:
        return None
    if agreement.profile_r_star < 0:
        return texts.line("split")
    blind = agreement.random_95
    return texts.line("as_blind") if blind is not None and agreement.profile_r_star < blind else None


def _is_split(numbers: Numbers) -> bool:
    agreement = numbers.agreement.get("now")
    return agreement is not None and agreement.profile_r_star is not None and agreement.profile_r_star < 0


def _ranked(numbers: Numbers) -> list[tuple[float, str]]:
    """Letters by their chance of being the most common, surest first; by mean where chances are equal or untold."""
    chance = _chances(numbers)
    order = sorted(LETTERS, key=lambda letter: (-chance.get(letter, 0.0), -numbers.now[letter].mean))
    return [(chance.get(letter, 0.0), letter) for letter in order]


def _chances(numbers: Numbers) -> Mapping[str, float]:
    kind = numbers.type.get("now")
    return (kind.probability if kind else None) or {}


def _dominance(numbers: Numbers, total: int, texts: ReadingTexts) -> Text | None:
    if not _chances(numbers):
        return None
    ranked = _ranked(numbers)
    (chance, letter), (next_chance, second) = ranked[:2]
    if chance < CLEAR:
        return texts.line(
            "no_single",
            culture=letter,
            percent=in_hundred(chance),
            second=second,
            second_percent=in_hundred(next_chance),
        )
    points = paper_points({letter: one.mean for letter, one in numbers.now.items()})
    return texts.line(
        "dominant", culture=letter, percent=in_hundred(chance), sum=points[letter], of=6 * total
    )


def in_hundred(chance: float) -> int:
    """A chance as whole percents; resampling the same people makes nothing certain: never 100, 0 only for a true 0."""
    return 0 if chance == 0 else min(99, max(1, percent(chance)))


def _clear_gap(gap: Mapping[str, Estimate] | None) -> str | None:
    """The letter of the largest gap whose own interval does not reach zero."""
    if gap is None:
        return None
    clear = [letter for letter in LETTERS if _clears_zero(gap[letter])]
    return max(clear, key=lambda letter: abs(gap[letter].mean), default=None)


def _clears_zero(estimate: Estimate) -> bool:
    return estimate.t is not None and (estimate.t[0] > 0 or estimate.t[1] < 0)


def _gap(numbers: Numbers, letter: str | None, texts: ReadingTexts) -> Text | None:
    if numbers.gap is None:
        return None
    if letter is None:
        visible = numbers.smallest_visible_gap
        return None if visible is None else texts.line("gap_unclear", visible=visible)
    gap = numbers.gap[letter]
    low, high = sorted(abs(end) for end in gap.t or (gap.mean, gap.mean))
    key = "gap_more" if gap.mean > 0 else "gap_less"
    return texts.line(key, culture=letter, points=abs(gap.mean), low=low, high=high)


def _silence(numbers: Numbers, n: int, invited: int | None, total: int, texts: ReadingTexts) -> Text | None:
    """What those who did not answer could change: the most common culture, or else the sign of the largest gap."""
    if invited is None:
        return None
    if invited == n:
        return texts.line("everyone", n=n)
    means = {letter: numbers.now[letter].mean for letter in LETTERS}
    letter = max(LETTERS, key=means.__getitem__)
    needed = answers_that_flip_dominance(means, n, total)
    if needed <= invited - n:
        return texts.line("silent_can_flip", silent=invited - n, answers=needed, culture=letter)
    return texts.line("silent_cannot_flip", silent=invited - n, culture=letter)


def _question(numbers: Numbers, gap: str | None, texts: ReadingTexts) -> Text:
    if _is_split(numbers):
        return texts.line("question_split")
    if gap is not None and numbers.gap is not None:
        return texts.line(
            "question_gap_more" if numbers.gap[gap].mean > 0 else "question_gap_less", culture=gap
        )
    ranked = _ranked(numbers)
    if ranked[0][0] >= CLEAR:
        return texts.line("question_dominant", culture=ranked[0][1])
    return texts.line("question_no_single", culture=ranked[0][1], second=ranked[1][1])


def read_person(
    now: Mapping[str, float], preferred: Mapping[str, float] | None, *, total: int, texts: ReadingTexts
) -> Reading:
    """The same for one person alone, from the sums as on paper (6 x total in all): no interval, no chance."""
    most = max(now.values())
    tie = "".join(letter for letter in LETTERS if math.isclose(now[letter], most, abs_tol=1e-9))
    found = [
        texts.line("own_tie", cultures=tie, sum=float(most), of=6 * total)
        if len(tie) > 1
        else texts.line("own_dominant", culture=tie, sum=float(most), of=6 * total)
    ]
    if preferred is None:
        return Reading(tuple(found), texts.line("own_question", culture=tie))
    gaps = {letter: float(preferred[letter] - now[letter]) for letter in LETTERS}
    more, less = max(LETTERS, key=gaps.__getitem__), min(LETTERS, key=gaps.__getitem__)
    if gaps[more] <= 0:
        return Reading((*found, texts.line("own_content")), texts.line("own_question", culture=tie))
    found.append(texts.line("own_more", culture=more, points=gaps[more]))
    found.append(texts.line("own_less", culture=less, points=-gaps[less]))
    return Reading(tuple(found), texts.line("own_question_gap", culture=more))
