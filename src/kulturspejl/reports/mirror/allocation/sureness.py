"""How sure is it: the intervals of science.md 1.3 in plain sentences, and as a table. Page and PDF ask here."""

from collections.abc import Mapping

from kulturspejl.core.disclosure.released import UnitPicture
from kulturspejl.core.instruments.allocation.names import CultureNames
from kulturspejl.core.instruments.allocation.numbers import LETTERS, Agreement, Estimate, Interval, Numbers
from kulturspejl.core.instruments.allocation.reading import CLEAR, in_hundred
from kulturspejl.core.writing.numbers import decimal
from kulturspejl.drawing.numbers import span
from kulturspejl.drawing.table import Table
from kulturspejl.reports.words import say

APART = ((0.85, "almost_as_far"), (0.62, "three_quarters"), (0.4, "half_as_far"), (0.0, "close"))
"""From which share of the distance between points handed out at random (one deviation over another) what is said."""


def sentences(picture: UnitPicture, *, names: CultureNames, lang: str) -> list[str]:
    """All that can be said in words, a split first, for it must be heard before any mean."""
    numbers = picture.numbers
    if numbers is None or picture.n is None:
        return []
    agreement = _agreement(numbers.agreement.get("now"))
    found = [
        say("split", lang) if agreement == "split" else "",
        _who_answered(picture, lang),
        *_most_common(numbers, names.quoted, lang),
        _intervals(picture, numbers, names.quoted, lang),
        _silent(picture, numbers, lang),
        "" if has_spread(numbers) else say("no_spread", lang),
        say(agreement, lang) if agreement and agreement != "split" else "",
        *_gaps(numbers, names.quoted, lang),
    ]
    return [sentence for sentence in found if sentence]


def has_spread(numbers: Numbers) -> bool:
    """Whether anything is told of how far apart the answers are, and so of how sure the means are."""
    return any(one.sd is not None for one in numbers.now.values())


def table(numbers: Numbers, *, labels: Mapping[str, str], lang: str) -> Table:
    """One row a culture: the mean and the three intervals; a dash where one does not exist.

    Where all answered, those of today are the mean itself, and nobody is silent (science C6).
    """
    head = tuple(say(word, lang) for word in ("culture", "mean", "today", "silent", "beyond"))
    rows = []
    for letter in LETTERS:
        one = numbers.now[letter]
        is_whole = one.bounds is not None and one.bounds[0] == one.bounds[1]
        today, silent = ((one.mean, one.mean), None) if is_whole else (one.today, one.bounds)
        ranges = (_span(interval, lang) or "–" for interval in (today, silent, one.shown))
        rows.append((f"{letter} {labels[letter]}", decimal(one.mean, lang), *ranges))
    return Table(head, tuple(rows))


def _who_answered(picture: UnitPicture, lang: str) -> str:
    if picture.invited is None:
        return say("n_answered", lang, n=picture.n)
    word = "all_answered" if picture.invited == picture.n else "some_answered"
    return say(word, lang, n=picture.n, invited=picture.invited)


def _most_common(numbers: Numbers, quoted: Mapping[str, str], lang: str) -> list[str]:
    kind = numbers.type.get("now")
    if kind is None or not kind.probability:
        return []
    chances = kind.probability
    first, second = sorted(LETTERS, key=lambda letter: (-chances[letter], -numbers.now[letter].mean))[:2]
    said = say(
        "most_common", lang, first=quoted[first], p=in_hundred(chances[first]),
        second=quoted[second], q=in_hundred(chances[second]),
    )  # fmt: skip
    return [said] if chances[first] >= CLEAR else [say("no_single", lang), said]


def _intervals(picture: UnitPicture, numbers: Numbers, quoted: Mapping[str, str], lang: str) -> str:
    kind = numbers.type.get("now")
    if kind is None or not kind.dominant:
        return ""
    letter = kind.dominant[0]
    one = numbers.now[letter]
    said = {
        "name": quoted[letter],
        "mean": decimal(one.mean, lang),
        "beyond": _span(one.shown, lang),
    }
    if not is_range(one.shown, lang):
        return say("exact_alone", lang, name=said["name"], mean=said["mean"])
    silent = (picture.invited or 0) - (picture.n or 0)
    if one.today is None or one.bounds is None:
        return say("exact", lang, **said)
    return say(
        "silent_one" if silent == 1 else "silent_many", lang, **said, finite=_span(one.today, lang),
        bounds=_span(one.bounds, lang), invited=picture.invited, silent=silent,
    )  # fmt: skip


def _silent(picture: UnitPicture, numbers: Numbers, lang: str) -> str:
    """What those who did not answer could change."""
    kind, needed = numbers.type.get("now"), (numbers.answers_to_flip or {}).get("dominance")
    silent = (picture.invited or 0) - (picture.n or 0)
    if kind is None or len(kind.dominant) > 1 or silent <= 0 or needed is None:
        return ""
    if needed > silent:
        return say("cannot_flip", lang)
    return say("one_can_flip" if needed == 1 else "many_can_flip", lang, needed=needed)


def _agreement(found: Agreement | None) -> str:
    """The sentence on how far the answers lie apart; empty where nothing can be said."""
    if found is None or found.profile_r_star is None:
        return ""
    if found.profile_r_star < 0:
        return "split"
    if found.random_95 is not None and found.profile_r_star < found.random_95:
        return "as_blind"
    share = (1 - found.profile_r_star) ** 0.5
    return next(word for least, word in APART if share >= least)


def _gaps(numbers: Numbers, quoted: Mapping[str, str], lang: str) -> list[str]:
    if numbers.gap is None or all(gap.t is None for gap in numbers.gap.values()):
        return []
    clear = [letter for letter in LETTERS if _is_clear(numbers.gap[letter])]
    if clear:
        return [_gap(quoted[letter], numbers.gap[letter], lang) for letter in clear]
    least = numbers.smallest_visible_gap
    return [
        say("no_gap", lang),
        say("least_gap", lang, points=decimal(least, lang)) if least is not None else "",
    ]


def _is_clear(gap: Estimate) -> bool:
    return gap.t is not None and (gap.t[0] > 0 or gap.t[1] < 0)


def _gap(name: str, gap: Estimate, lang: str) -> str:
    ends = sorted(abs(end) for end in gap.t or ())
    word = "more_of" if gap.mean > 0 else "less_of"
    return say(
        word, lang, name=name, points=decimal(abs(gap.mean), lang), between=span(ends[0], ends[1], lang)
    )


def is_range(interval: Interval | None, lang: str) -> bool:
    """Whether there is an interval, and its ends differ as they are written."""
    return interval is not None and decimal(interval[0], lang) != decimal(interval[1], lang)


def _span(interval: Interval | None, lang: str) -> str:
    return "" if interval is None else span(*interval, lang)
