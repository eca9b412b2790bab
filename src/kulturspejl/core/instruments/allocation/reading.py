"""Chooses at most three sentences and one question from the numbers. The words are content; the choice is here."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from kulturspejl.core.instruments.allocation.agreement_word import VERY
from kulturspejl.core.instruments.allocation.numbers import LETTERS, Estimate, Numbers
from kulturspejl.core.instruments.allocation.paper import paper_points
from kulturspejl.core.instruments.allocation.silence import answers_that_flip_dominance, answers_that_flip_gap
from kulturspejl.core.instruments.allocation.words import SAID
from kulturspejl.core.instruments.base.said import Reading
from kulturspejl.core.statistics.intervals import t_quantile
from kulturspejl.core.text import Text
from kulturspejl.core.writing.listing import AND
from kulturspejl.core.writing.numbers import percent, short_decimal

MOST_FROM, MAYBE_FROM = 0.80, 0.60
"""From these chances that it is first among all who were asked, a culture is called the most common, or perhaps so."""

MATTERS = 3
"""Of 60 points: a smaller difference becomes no headline, however sure it is (science 1.5)."""

SURE = 1 - 0.05 / len(LETTERS)
"""Each letter's share of one interval of 95 in 100 over all four (Bonferroni)."""

MOST_SENTENCES = 3
_LETTERS = frozenset(LETTERS)
OF_UNITS = "_units"
"""What ends so is said of several units together: a branch is not called "you"."""

TEAM_SENTENCES = (
    "camps",  # {culture} {second}
    "very_different",  # {}
    "very_different_units",  # {}
    "most",  # {culture} {sum} {of}
    "most_units",
    "maybe_most",
    "maybe_most_units",
    "none_most",  # {}
    "none_most_units",
    "wish_more",  # {culture} {points}
    "wish_more_units",
    "wish_less",
    "wish_less_units",
    "silent_first",  # {silent} {answers}
    "silent_wish",
)
TEAM_QUESTIONS = (
    "question_split",
    "question_camps",  # {culture} {second}
    "question_gap_more",  # {culture}
    "question_gap_less",  # {culture}
    "question_dominant",  # {culture}
    "question_no_single",  # {culture} {second}
    "question_units",
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
    """`templates` has the keys of TEMPLATES that the house does not word itself, and may have the others; `cultures`
    the name of each letter as it stands in a sentence."""

    templates: Mapping[str, Text]
    cultures: Mapping[str, Text]

    def __post_init__(self) -> None:
        missing = sorted(set(TEMPLATES) - set(SAID) - set(self.templates)) + sorted(set(LETTERS) - set(self.cultures))
        if missing:
            raise ValueError(f"reading: missing {', '.join(missing)}")

    def line(self, key: str, **values: object) -> Text:
        """The template in both languages; a float is written with one decimal, a letter as its culture.

        Where there is a wording of its own for the sentence's {culture} (`key_A`), that is taken.
        """
        template = self.templates.get(f"{key}_{values.get('culture')}") or self.templates.get(key) or SAID[key]
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


@dataclass(frozen=True, slots=True)
class Team:
    """What is known of a group beside its numbers: `n` answered of `invited` (None: may not be told).

    `total` points a dimension; `word` and `camps` as its picture has them; `is_of_units`: several units together.
    """

    n: int
    invited: int | None
    total: int
    word: str | None = None
    camps: tuple[str, ...] | None = None
    is_of_units: bool = False

    @property
    def silent(self) -> int:
        """How many did not answer, where that may be told."""
        return 0 if self.invited is None else self.invited - self.n


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that is said: which sentence, of which culture, which question belongs to it."""

    key: str
    culture: str
    question: str
    values: Mapping[str, object]


def read_team(numbers: Numbers, team: Team, texts: ReadingTexts) -> Reading:
    """What is safe to say of a team, in the order of science 1.5: apart, first, wish, the silent.

    All points are whole ones of six times `total`, as they stand on the page; a difference is that of two of them.
    """
    end = OF_UNITS if team.is_of_units else ""
    wish = what_is_wished(numbers, team)
    # Two camps have said what each puts first: the mean of both is nobody's.
    first = None if team.camps else what_is_first(numbers, team)
    claims = [one for one in (_apart(team), first, wish, _silence(numbers, team, first, wish)) if one is not None]
    said = tuple(
        texts.line(one.key + (end if f"{one.key}{end}" in TEMPLATES else ""), **one.values)
        for one in claims[:MOST_SENTENCES]
    )
    return Reading(said, _question(numbers, claims[0] if claims else None, team, texts))


def _apart(team: Team) -> Claim | None:
    """How differently it is seen comes first only where it is very, or where there are two camps."""
    if team.camps is not None:
        culture, second = team.camps
        return Claim("camps", culture, "question_camps", {"culture": culture, "second": second})
    return Claim("very_different", "", "question_split", {}) if team.word == VERY else None


def what_is_first(numbers: Numbers, team: Team) -> Claim | None:
    """Which culture comes first among all who were asked, from the chance that it does and a margin that matters.

    Nothing is said where no spread is told.
    """
    chances = chances_today(numbers, team)
    if chances is None:
        return None
    points = paper_points({letter: one.mean for letter, one in numbers.now.items()})
    (chance, letter), (_, second) = _ranked(numbers, chances)[:2]
    most = max(points[other] for other in LETTERS if other != letter)
    if chance < MAYBE_FROM or points[letter] - most < least_that_matters(team.total):
        return Claim("none_most", letter, "question_no_single", {"culture": letter, "second": second})
    key = "most" if chance >= MOST_FROM else "maybe_most"
    said = {"culture": letter, "sum": points[letter], "of": 6 * team.total}
    return Claim(key, letter, "question_dominant", said)


def chances_today(numbers: Numbers, team: Team) -> Mapping[str, float] | None:
    """The chance of each to be first among all who were asked: certain where all of them answered.

    Where it may not be told how many were asked, the chance beyond today stands for it, which is never surer.
    """
    kind = numbers.type.get("now")
    if kind is None or kind.probability is None:
        return None
    if team.invited == team.n:
        return {letter: float(letter in kind.dominant) for letter in LETTERS}
    return kind.today or kind.probability


def least_that_matters(total: int) -> int:
    """The least difference that may become a headline, in points as on paper of `total` a dimension."""
    return MATTERS * total // 10


def what_is_wished(numbers: Numbers, team: Team) -> Claim | None:
    """The largest difference between now and the wish that matters and is no chance, over all four letters at once."""
    if numbers.gap is None or numbers.preferred is None or team.n < 2:
        return None
    steps, reach = steps_of(numbers.now, numbers.preferred), t_quantile(team.n - 1, SURE)
    least = least_that_matters(team.total)
    clear = [letter for letter in LETTERS if abs(steps[letter]) >= least and _is_clear(numbers.gap[letter], reach)]
    if not clear:
        return None
    letter = max(clear, key=lambda one: (abs(steps[one]), abs(numbers.gap[one].mean) if numbers.gap else 0.0))
    way = "more" if steps[letter] > 0 else "less"
    said = {"culture": letter, "points": abs(steps[letter])}
    return Claim(f"wish_{way}", letter, f"question_gap_{way}", said)


def steps_of(now: Mapping[str, Estimate], wished: Mapping[str, Estimate]) -> dict[str, int]:
    """From now to the wish, by letter: the difference of the two whole numbers that stand on the page."""
    before, after = (paper_points({letter: one.mean for letter, one in period.items()}) for period in (now, wished))
    return {letter: after[letter] - before[letter] for letter in LETTERS}


def _is_clear(gap: Estimate, reach: float) -> bool:
    return gap.se is not None and abs(gap.mean) > reach * gap.se


def _silence(numbers: Numbers, team: Team, first: Claim | None, wish: Claim | None) -> Claim | None:
    """What those who did not answer could turn of what has been said; nothing where they could not."""
    if first is not None and first.key != "none_most":
        means = {letter: numbers.now[letter].mean for letter in LETTERS}
        needed = answers_that_flip_dominance(means, team.n, team.total)
        if needed <= team.silent:
            return Claim("silent_first", "", "question_split", {"silent": team.silent, "answers": needed})
    if wish is not None and numbers.gap is not None:
        needed = answers_that_flip_gap(numbers.gap[wish.culture].mean, team.n, team.total)
        if needed <= team.silent:
            return Claim("silent_wish", "", "question_split", {"silent": team.silent, "answers": needed})
    return None


def _ranked(numbers: Numbers, chances: Mapping[str, float]) -> list[tuple[float, str]]:
    """Letters by their chance of being first, surest first; by mean where chances are equal or untold."""
    order = sorted(LETTERS, key=lambda letter: (-chances.get(letter, 0.0), -numbers.now[letter].mean))
    return [(chances.get(letter, 0.0), letter) for letter in order]


def _question(numbers: Numbers, first: Claim | None, team: Team, texts: ReadingTexts) -> Text:
    """The question belongs to the first thing that is said; of several units it is about each of them."""
    if team.is_of_units:
        return texts.line("question_units")
    if first is not None:
        return texts.line(first.question, **first.values)
    (_, culture), (_, second) = _ranked(numbers, {})[:2]
    return texts.line("question_no_single", culture=culture, second=second)


def in_hundred(chance: float) -> int:
    """A chance as whole percents; resampling the same people makes nothing certain: never 100, 0 only for a true 0."""
    return 0 if chance == 0 else min(99, max(1, percent(chance)))


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
