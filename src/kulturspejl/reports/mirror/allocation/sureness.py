"""How sure is it: the claims and ranges of science.md 1.5 in plain sentences, and as a table. All of it on one scale,
whole points as on paper."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import ceil, floor

from kulturspejl.core.disclosure.released import UnitPicture
from kulturspejl.core.instruments.allocation.form import DIMENSIONS, LETTERS
from kulturspejl.core.instruments.allocation.names import CultureNames
from kulturspejl.core.instruments.allocation.numbers import Estimate, Interval, Numbers
from kulturspejl.core.instruments.allocation.paper import paper_points
from kulturspejl.core.instruments.allocation.reading import (
    MAYBE_FROM,
    SURE,
    Claim,
    Team,
    chances_today,
    in_hundred,
    least_that_matters,
    steps_of,
    what_is_first,
    what_is_wished,
)
from kulturspejl.core.statistics.intervals import t_quantile
from kulturspejl.drawing.numbers import paper_total, span_on_paper
from kulturspejl.drawing.table import Table
from kulturspejl.reports.mirror.answered import how_many_answered
from kulturspejl.reports.words import say

PERCENT_FROM = 8
"""So many answers it takes before a chance stands on a page as a number (science 1.5.3)."""


@dataclass(frozen=True)
class Sureness:
    """Of a picture with numbers, `total` points a question, in one language."""

    picture: UnitPicture
    numbers: Numbers
    total: int
    names: CultureNames
    lang: str

    @cached_property
    def team(self) -> Team:
        """What is known of the group beside its numbers."""
        one = self.picture
        return Team(one.n or 0, one.invited, self.total, one.agreement, one.camps, one.is_of_units)

    @cached_property
    def first(self) -> Claim | None:
        """Which culture comes first, as the reading says it; None where it says nothing of that."""
        return None if self.team.camps else what_is_first(self.numbers, self.team)

    @cached_property
    def points(self) -> Mapping[str, int]:
        """As on paper."""
        return paper_points({letter: one.mean for letter, one in self.numbers.now.items()})

    @property
    def of(self) -> int:
        """What the four give together."""
        return paper_total(self.total)

    @property
    def agreement(self) -> str:
        """How alike it is seen, in one word within a sentence; "" where that is not told."""
        return self._say(self.picture.agreement) if self.picture.agreement else ""

    def sentences(self) -> list[str]:
        """All that can be said in words."""
        found = [
            how_many_answered(self.picture, self.lang),
            self._chance(),
            self._ranges(),
            self._silent(),
            "" if has_spread(self.numbers) else say("no_spread", self.lang),
            self._wish(),
        ]
        return [sentence for sentence in found if sentence]

    def table(self) -> Table:
        """One row a culture: its points and the three ranges; a dash where one does not exist.

        Where all answered, that of today is the number itself, and nobody is silent (science C6).
        """
        words = ("culture", "points_of", "today", "silent", "beyond")
        head = tuple(say(word, self.lang, of=self.of) for word in words)
        rows = []
        for letter in LETTERS:
            one, points = self.numbers.now[letter], str(self.points[letter])
            is_whole = one.bounds is not None and one.bounds[0] == one.bounds[1]
            today, silent = (points, None) if is_whole else (_span(one.today), one.bounds)
            name = f"{letter} {self.names.called[letter]}"
            rows.append((name, points, today or "–", _span(silent) or "–", _span(one.shown) or "–"))
        return Table(head, tuple(rows))

    def _say(self, word: str, **places: object) -> str:
        """What is said of several units together has words of its own."""
        return say(f"{word}_units" if self.team.is_of_units else word, self.lang, **places)

    def _chance(self) -> str:
        """Why a culture is said to come first, perhaps, or not; in a number from eight answers."""
        chances = chances_today(self.numbers, self.team)
        if self.first is None or chances is None or self.team.n < PERCENT_FROM:
            return ""
        chance = chances[self.first.culture]
        if self.first.key == "none_most" and chance >= MAYBE_FROM:
            return say("too_close", self.lang, least=least_that_matters(self.total), of=self.of)
        if self.team.silent <= 0:
            return ""
        return self._say("chance", p=in_hundred(chance), first=self.names.quoted[self.first.culture])

    def _ranges(self) -> str:
        """The three ranges of the culture with most points."""
        letter = max(LETTERS, key=lambda one: (self.points[one], self.numbers.now[one].mean))
        one = self.numbers.now[letter]
        said = {"name": self.names.quoted[letter], "points": self.points[letter], "of": self.of}
        if one.shown is None:
            return say("exact_alone", self.lang, **said)
        said["beyond"] = _and(one.shown, self.lang)
        if one.bounds is None:
            return say("among_those", self.lang, **said)
        if one.today is None:
            return say("exact", self.lang, **said)
        silent = self.team.silent
        return say(
            "silent_range" if silent == 1 else "silent_ranges", self.lang, **said, finite=_and(one.today, self.lang),
            bounds=_and(one.bounds, self.lang), invited=self.picture.invited, silent=silent,
        )  # fmt: skip

    def _silent(self) -> str:
        """What those who did not answer could change of what comes first, where something does."""
        needed = (self.numbers.answers_to_flip or {}).get("dominance")
        if self.first is None or self.first.key == "none_most" or self.team.silent <= 0 or needed is None:
            return ""
        if needed > self.team.silent:
            return say("cannot_flip", self.lang)
        return say("one_can_flip" if needed == 1 else "many_can_flip", self.lang, needed=needed)

    def _wish(self) -> str:
        numbers = self.numbers
        if numbers.gap is None or numbers.preferred is None or any(one.se is None for one in numbers.gap.values()):
            return ""
        reach = t_quantile(self.team.n - 1, SURE)
        claim = what_is_wished(numbers, self.team)
        if claim is None:
            return say("no_gap", self.lang, points=self._least_seen(numbers.gap, reach), of=self.of)
        low, high = _ends(numbers.gap[claim.culture], reach)
        word = "more_of" if claim.key == "wish_more" else "less_of"
        name = self.names.quoted[claim.culture]
        return say(word, self.lang, name=name, points=claim.values["points"], low=low, high=high)

    def _least_seen(self, gap: Mapping[str, Estimate], reach: float) -> int:
        """The smallest difference that would be named: more than each that stands here and is not."""
        widest = max(len(DIMENSIONS) * reach * (one.se or 0.0) for one in gap.values())
        shown = max(abs(step) for step in steps_of(self.numbers.now, self.numbers.preferred or {}).values())
        return max(least_that_matters(self.total), ceil(widest), shown + 1)


def has_spread(numbers: Numbers) -> bool:
    """Whether anything is told of how far apart the answers are, and so of how sure the means are."""
    return any(one.sd is not None for one in numbers.now.values())


def _ends(gap: Estimate, reach: float) -> Interval:
    """Of a difference that is no chance, without its sign, in whole points: never down to nothing."""
    middle, half = len(DIMENSIONS) * abs(gap.mean), len(DIMENSIONS) * reach * (gap.se or 0.0)
    return max(1, floor(middle - half)), ceil(middle + half)


def _span(interval: Interval | None) -> str:
    return "" if interval is None else span_on_paper(interval)


def _and(interval: Interval, lang: str) -> str:
    """ "12 og 30"."""
    return span_on_paper(interval).replace("–", f" {say('and', lang)} ")
