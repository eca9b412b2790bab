"""A release as text for the terminal: one block a unit, small bars, then what is not shown and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kulturspejl.cli.earlier import Earlier
from kulturspejl.cli.left_out import LeftOut, by_reason
from kulturspejl.cli.since_text import columns, since_lines
from kulturspejl.core.disclosure.plan import FEW
from kulturspejl.core.disclosure.policy import LEAST
from kulturspejl.core.disclosure.released import Released, Remainder, UnitPicture
from kulturspejl.core.instruments.allocation.names import CultureNames
from kulturspejl.core.instruments.allocation.numbers import Interval
from kulturspejl.core.text import Text
from kulturspejl.core.writing.numbers import decimal, half_up
from kulturspejl.reports.mirror import PointsMirror
from kulturspejl.reports.mirror.allocation.points import Row
from kulturspejl.reports.words import say

BAR = 20
EIGHTHS = " ▏▎▍▌▋▊▉"
HIDDEN = {
    FEW: Text(da="for få svar", en="too few answers"),
    "protects_others": Text(
        da="skjult, så andre ikke kan regnes ud", en="hidden so that others cannot be worked out"
    ),
}
MOST_LISTED = 20


@dataclass(frozen=True)
class Words:
    """Numbers and sentences in one language; `names` are those of the cultures."""

    language: str
    names: CultureNames

    def say(self, da: str, en: str) -> str:
        return Text(da=da, en=en).into(self.language)

    def number(self, value: float, sign: bool = False) -> str:
        """One decimal as in picture and table; with `sign`, a plus before what is above zero."""
        text = decimal(value, self.language)
        return f"+{text}" if sign and half_up(value) > 0 else text

    def line(self, line: Text) -> str:
        return line.into(self.language)


def as_text(
    released: Released,
    left_out: Sequence[LeftOut],
    names: CultureNames,
    language: str,
    only: str | None = None,
    *,
    is_total_found: bool = False,
    earlier: Earlier | None = None,
) -> str:
    """The readable result; with `only`, of one unit. `names` are those of the cultures A to D; with an `earlier` round
    each unit also says what has changed since.

    `is_total_found`: nobody said how many points a question has, the answers did.
    """
    words = Words(language, names)
    shown = [picture for picture in released.units.values() if only in (None, picture.unit)]
    blocks = [_head(released, words, is_total_found=is_total_found)]
    blocks += [
        "\n".join([*_unit(released, picture, words), *since_lines(earlier, picture, names, language)])
        for picture in shown
        if picture.hidden is None
    ]
    hidden = [picture for picture in shown if picture.hidden is not None]
    blocks += ["\n".join(_hidden(hidden, words))] if hidden else []
    blocks += ["\n".join(_left_out(left_out, words))] if left_out else []
    blocks += ["\n".join([earlier.name, *_left_out(earlier.left_out, words)])] if earlier and earlier.left_out else []
    return "\n\n".join(blocks)


def _head(released: Released, words: Words, *, is_total_found: bool) -> str:
    name = words.line(released.content.name)
    points = words.say(f"{released.total} point pr. spørgsmål", f"{released.total} points a question")
    points += words.say(" (fundet i svarene)", " (found in the answers)") if is_total_found else ""
    if released.policy_version == "off":
        rule = words.say("uden beskyttelse af enkeltpersoner", "without protection of single persons")
    else:
        rule = words.say(f"vist fra {released.k} svar", f"shown from {released.k} answers")
    return "\n".join((f"{name} · {points} · {rule}", *_terms(words.names)))


def _terms(names: CultureNames) -> list[str]:
    """The terms that belong to the everyday names, in one line; none where there are no others."""
    said = " · ".join(f"{letter} {term}" for letter, term in names.terms.items())
    return [f"({said})"] if said else []


def _unit(released: Released, picture: UnitPicture, words: Words) -> Iterator[str]:
    yield f"{picture.name}  ({_answered(picture, words)})"
    if picture.numbers is None:
        yield "  " + words.say("Under tre svar: ingen tal.", "Under three answers: no numbers.")
        return
    found = PointsMirror(released, picture, words.names, (), words.language)
    yield from _table(found, words)
    if not found.has_spread and picture.n is not None and picture.n >= LEAST:
        yield "  " + say("no_spread", words.language)
    yield from (f"  · {line}" for line in found.sentences)
    if found.question:
        yield f"  ? {found.question}"
    if picture.remainder:
        yield _remainder(picture.remainder, words)


def _answered(picture: UnitPicture, words: Words) -> str:
    if picture.invited is None:
        return words.say(f"{picture.n} svar", f"{picture.n} answers")
    return words.say(
        f"{picture.n} af {picture.invited} svarede", f"{picture.n} of {picture.invited} answered"
    )


def _table(found: PointsMirror, words: Words) -> Iterator[str]:
    """Lines of equal columns: name and bar to the left, numbers to the right."""
    heads = ["", "", words.say("sum", "sum"), words.say("nu", "now"), words.say("sikkerhed", "interval")]
    told = found.rows
    if told[0].gap is not None:
        heads += [
            words.say("ønsket", "wished"),
            words.say("forskel", "gap"),
            words.say("sikkerhed", "interval"),
        ]
    rows = [heads, *(_row(one, found.total, words) for one in told)]
    yield from columns(rows, left=2)


def _row(one: Row, total: int, words: Words) -> list[str]:
    cells = [f"{one.letter} {one.label}", bar(one.mean / total), str(one.points)]
    cells += [words.number(one.mean), _interval(one.between, words)]
    if one.wished is not None and one.gap is not None:
        cells += [words.number(one.wished), words.number(one.gap, sign=True), _interval(one.gap_between, words)]
    return cells


def _interval(interval: Interval | None, words: Words) -> str:
    """Empty where there is none, or where both ends are written alike: that is no interval."""
    ends = dict.fromkeys(words.number(end) for end in interval or ())
    return f"({'; '.join(ends)})" if len(ends) > 1 else ""


def bar(share: float) -> str:
    """`share` of BAR characters, in eighths of a character."""
    eighths = round(min(1.0, max(0.0, share)) * BAR * 8)
    return ("█" * (eighths // 8) + EIGHTHS[eighths % 8].strip()).ljust(BAR)


def _remainder(remainder: Remainder, words: Words) -> str:
    means = _means(remainder.means.now, words)
    return "  " + words.say(
        f"De øvrige her samlet ({remainder.n} svar): {means}",
        f"The others here together ({remainder.n} answers): {means}",
    )


def _means(means: Mapping[str, float], words: Words) -> str:
    return " · ".join(f"{letter} {words.number(mean)}" for letter, mean in means.items())


def _hidden(pictures: Sequence[UnitPicture], words: Words) -> Iterator[str]:
    yield words.say("Uden tal:", "Without numbers:")
    for picture in pictures:
        reason = HIDDEN[picture.hidden or FEW].into(words.language)
        yield f"  {picture.name}: {reason}"


def _left_out(faults: Sequence[LeftOut], words: Words) -> Iterator[str]:
    """Each reason once, with the lines it is about."""
    yield words.say(f"Udeladt ({len(faults)}):", f"Left out ({len(faults)}):")
    reasons = list(by_reason(faults, words.language))
    yield from reasons[:MOST_LISTED]
    if len(reasons) > MOST_LISTED:
        yield "  " + words.say("… resten står i --json.", "… the rest is in --json.")
