"""How sure is it: sentences and the table of intervals."""

from collections.abc import Mapping

from kulturspejl.core.disclosure.numbers import LETTERS, Interval, Numbers
from kulturspejl.core.disclosure.released import UnitPicture
from kulturspejl.drawing.numbers import decimal, span
from kulturspejl.drawing.table import Table
from kulturspejl.drawing.words import inside
from kulturspejl.reports.words import say

CLEARLY = 0.6
"""Under this probability nothing is called the most common (science 1.1)."""


def sentences(picture: UnitPicture, numbers: Numbers, *, labels: Mapping[str, str], lang: str) -> list[str]:
    """What can be said in words, most needed first."""
    found = [
        say("split", lang) if _is_split(numbers) else "",
        _answered(picture, lang),
        *_most_common(numbers, labels, lang),
    ]
    if numbers.smallest_visible_gap is not None:
        found.append(say("least_gap", lang, points=decimal(numbers.smallest_visible_gap, lang)))
    return [sentence for sentence in found if sentence]


def table(numbers: Numbers, *, labels: Mapping[str, str], lang: str) -> Table:
    """One row a culture: the mean and the three intervals; a dash where one does not exist."""
    head = tuple(say(word, lang) for word in ("culture", "mean", "today", "silent", "beyond"))
    rows = []
    for letter in LETTERS:
        one = numbers.now[letter]
        ranges = (_span(interval, lang) for interval in (one.finite, one.bounds, one.shown or one.t))
        rows.append((f"{letter} {labels[letter]}", decimal(one.mean, lang), *ranges))
    return Table(head, tuple(rows))


def _is_split(numbers: Numbers) -> bool:
    agreement = numbers.agreement.get("now")
    return agreement is not None and agreement.profile_r_star is not None and agreement.profile_r_star < 0


def _answered(picture: UnitPicture, lang: str) -> str:
    if picture.invited is None:
        return say("n_answered", lang, n=picture.n)
    word = "all_answered" if picture.invited == picture.n else "some_answered"
    return say(word, lang, n=picture.n, invited=picture.invited)


def _most_common(numbers: Numbers, labels: Mapping[str, str], lang: str) -> list[str]:
    kind = numbers.type.get("now")
    if kind is None or kind.probability is None:
        return []
    chances = kind.probability
    first, second = sorted(LETTERS, key=lambda letter: (-chances[letter], letter))[:2]
    said = say(
        "most_common", lang, first=inside(labels[first]), p=_in_hundred(chances[first]),
        second=inside(labels[second]), q=_in_hundred(chances[second]),
    )  # fmt: skip
    return [said] if chances[first] >= CLEARLY else [say("no_single", lang), said]


def _in_hundred(chance: float) -> int:
    """Never 0 or 100: certainty is not claimed from a sample."""
    return min(99, max(1, round(100 * chance)))


def _span(interval: Interval | None, lang: str) -> str:
    return "–" if interval is None else span(*interval, lang)
