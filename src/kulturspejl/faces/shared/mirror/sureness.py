"""How sure is it: the intervals of science.md 1.3 in plain sentences, and as a table."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kulturspejl.core.disclosure.numbers import LETTERS, Estimate, Interval, Numbers
from kulturspejl.core.disclosure.released import UnitPicture
from kulturspejl.drawing.numbers import decimal, span
from kulturspejl.drawing.words import inside
from kulturspejl.faces.shared.mirror.names import of
from kulturspejl.faces.shared.templatetags.saying import language

NO_SINGLE_CULTURE = 0.6
"""Under this probability nothing is called the most common (science.md 1.1, 7)."""


@dataclass(frozen=True)
class SureRow:
    """One culture: the mean and the three intervals, each empty where it does not exist."""

    letter: str
    name: str
    mean: str
    these_people: str
    whatever_silent: str
    beyond_today: str


@dataclass(frozen=True)
class Sureness:
    """Sentences first, the table for who wants every number."""

    sentences: list[str]
    rows: list[SureRow]


def sureness(picture: UnitPicture, labels: Mapping[str, str]) -> Sureness:
    """All that can be said of how sure this picture is."""
    numbers = picture.numbers
    if numbers is None or picture.n is None:
        return Sureness([], [])
    said = [
        _who_answered(picture.n, picture.invited),
        _most_common(numbers, labels),
        _intervals(numbers, picture, labels),
        _silent(numbers, picture),
        _agreement(numbers),
        *_gaps(numbers, labels),
    ]
    rows = [_row(letter, labels[letter], numbers.now[letter]) for letter in LETTERS]
    return Sureness([sentence for sentence in said if sentence], rows)


def _who_answered(n: int, invited: int | None) -> str:
    if invited is None:
        return _("%(n)s answered.") % {"n": n}
    if n == invited:
        return _("All %(n)s answered.") % {"n": n}
    return _("%(n)s of %(invited)s answered.") % {"n": n, "invited": invited}


def _most_common(numbers: Numbers, labels: Mapping[str, str]) -> str:
    kind = numbers.type["now"]
    if not kind.probability:
        return ""
    ranked = sorted(LETTERS, key=lambda letter: -kind.probability[letter])  # type: ignore[index]
    first, second = ranked[0], ranked[1]
    chances = {
        "first": of(first, labels), "second": of(second, labels),
        "p": _in_hundred(kind.probability[first]), "q": _in_hundred(kind.probability[second]),
    }  # fmt: skip
    if kind.probability[first] < NO_SINGLE_CULTURE:
        return _(
            "No single culture is clearly the most common. In 100 teams that answered as you did, "
            "%(first)s would be most common in %(p)s and %(second)s in %(q)s."
        ) % chances
    return _(
        "In 100 teams that answered as you did, %(first)s would be most common in %(p)s and %(second)s in %(q)s."
    ) % chances


def _in_hundred(probability: float) -> int:
    """Whole hundredths; certainty is never claimed from a sample."""
    return min(99, max(1, round(100 * probability)))


def _intervals(numbers: Numbers, picture: UnitPicture, labels: Mapping[str, str]) -> str:
    letter = numbers.type["now"].dominant[0]
    one = numbers.now[letter]
    said = {"name": inside(labels[letter]), "mean": decimal(one.mean, language()), "beyond": _span(one.shown or one.t)}
    if not said["beyond"]:
        return ""
    if picture.invited is None or picture.invited == picture.n or one.finite is None or one.bounds is None:
        return _(
            "For those of you who answered, the number is exact: %(name)s %(mean)s. "
            "What the team is like beyond today lies between %(beyond)s."
        ) % said
    said |= {"finite": _span(one.finite), "bounds": _span(one.bounds), "invited": str(picture.invited)}
    silent = picture.invited - (picture.n or 0)
    text = ngettext(
        "You %(invited)s, today: %(name)s %(mean)s (%(finite)s if the silent one resembles you; %(bounds)s whatever "
        "that person would say). What the team is like beyond today: %(beyond)s.",
        "You %(invited)s, today: %(name)s %(mean)s (%(finite)s if the %(silent)s silent ones resemble you; %(bounds)s "
        "whatever they would say). What the team is like beyond today: %(beyond)s.",
        silent,
    )
    return text % (said | {"silent": silent})


def _silent(numbers: Numbers, picture: UnitPicture) -> str:
    kind = numbers.type["now"]
    is_tie = len(kind.dominant) > 1
    if is_tie or picture.invited is None or picture.n is None or picture.invited == picture.n:
        return ""
    needed = (numbers.answers_to_flip or {}).get("dominance")
    if needed is None:
        return ""
    if needed > picture.invited - picture.n:
        return _("Nothing that the silent would have said could change what is most common.")
    return ngettext(
        "%(count)s more answer could change what is most common.",
        "%(count)s more answers, all to the same culture, could change what is most common.",
        needed,
    ) % {"count": needed}


def _agreement(numbers: Numbers) -> str:
    found = numbers.agreement["now"]
    if found.profile_r_star is None:
        return ""
    if found.profile_r_star < 0:
        return _(
            "You are split: your answers lie further apart than points thrown blindly. "
            "Talk about that before you look at the averages."
        )
    if found.random_95 is not None and found.profile_r_star < found.random_95:
        return _("Your answers lie about as far apart as points thrown blindly. You see different things.")
    return _apart((1 - found.profile_r_star) ** 0.5)


def _apart(share: float) -> str:
    """`share` of the distance between points thrown blindly (a standard deviation over another)."""
    if share >= 0.85:
        return _("Your answers lie almost as far apart as points thrown blindly.")
    if share >= 0.62:
        return _("Your answers lie about three quarters as far apart as points thrown blindly.")
    if share >= 0.4:
        return _("Your answers lie about half as far apart as points thrown blindly.")
    return _("Your answers lie close: a third as far apart as points thrown blindly, or less.")


def _gaps(numbers: Numbers, labels: Mapping[str, str]) -> list[str]:
    if numbers.gap is None:
        return []
    clear = [letter for letter in LETTERS if _is_clear(numbers.gap[letter])]
    if clear:
        return [_gap(labels[letter], numbers.gap[letter]) for letter in clear]
    least = numbers.smallest_visible_gap
    said = _("No difference between now and what you would like is larger than chance alone could make.")
    if least is None:
        return [said]
    return [said, _("With this many answers a difference under %(least)s point could not be seen.") % {
        "least": decimal(least, language())
    }]  # fmt: skip


def _is_clear(gap: Estimate) -> bool:
    return gap.t is not None and (gap.t[0] > 0 or gap.t[1] < 0)


def _gap(name: str, gap: Estimate) -> str:
    said = {"name": inside(name), "points": decimal(abs(gap.mean), language()), "between": _span(_positive(gap))}
    if gap.mean > 0:
        return _("You would like more %(name)s: %(points)s points more (%(between)s).") % said
    return _("You would like less %(name)s: %(points)s points less (%(between)s).") % said


def _positive(gap: Estimate) -> Interval | None:
    if gap.t is None or gap.mean > 0:
        return gap.t
    return (-gap.t[1], -gap.t[0])


def _row(letter: str, name: str, one: Estimate) -> SureRow:
    mean = decimal(one.mean, language())
    return SureRow(letter, name, mean, _span(one.finite), _span(one.bounds), _span(one.shown or one.t))


def _span(interval: Interval | None) -> str:
    return "" if interval is None else span(interval[0], interval[1], language())
