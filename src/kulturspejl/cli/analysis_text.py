"""A release as text for the terminal: one block a unit, small bars, then what is not shown and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kulturspejl.cli.earlier import Earlier
from kulturspejl.cli.left_out import LeftOut
from kulturspejl.cli.since_text import columns, since_lines
from kulturspejl.cli.text_blocks import Words, answered, bar, hidden_lines, left_out_lines, rule
from kulturspejl.core.disclosure.policy import LEAST
from kulturspejl.core.disclosure.released import Released, Remainder, UnitPicture
from kulturspejl.core.instruments.allocation.names import CultureNames
from kulturspejl.core.instruments.allocation.numbers import Interval
from kulturspejl.reports.mirror import PointsMirror
from kulturspejl.reports.mirror.allocation.points import Row
from kulturspejl.reports.words import say


@dataclass(frozen=True)
class PointsWords(Words):
    """`names` are those of the cultures."""

    names: CultureNames


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
    words = PointsWords(language, names)
    shown = [picture for picture in released.units.values() if only in (None, picture.unit)]
    blocks = [_head(released, words, is_total_found=is_total_found)]
    blocks += [
        "\n".join([*_unit(released, picture, words), *since_lines(earlier, picture, language)])
        for picture in shown
        if picture.hidden is None
    ]
    hidden = [picture for picture in shown if picture.hidden is not None]
    blocks += ["\n".join(hidden_lines(hidden, words))] if hidden else []
    blocks += ["\n".join(left_out_lines(left_out, words))] if left_out else []
    if earlier and earlier.left_out:
        blocks.append("\n".join([earlier.name, *left_out_lines(earlier.left_out, words)]))
    return "\n\n".join(blocks)


def _head(released: Released, words: PointsWords, *, is_total_found: bool) -> str:
    name = words.line(released.content.name)
    points = words.say(f"{released.total} point pr. spørgsmål", f"{released.total} points a question")
    points += words.say(" (fundet i svarene)", " (found in the answers)") if is_total_found else ""
    return "\n".join((f"{name} · {points} · {rule(released, words)}", *_terms(words.names)))


def _terms(names: CultureNames) -> list[str]:
    """The terms that belong to the everyday names, in one line; none where there are no others."""
    said = " · ".join(f"{letter} {term}" for letter, term in names.terms.items())
    return [f"({said})"] if said else []


def _unit(released: Released, picture: UnitPicture, words: PointsWords) -> Iterator[str]:
    yield f"{picture.name}  ({answered(picture, words)})"
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


def _remainder(remainder: Remainder, words: Words) -> str:
    means = _means(remainder.means.now, words)
    return "  " + words.say(
        f"De øvrige her samlet ({remainder.n} svar): {means}",
        f"The others here together ({remainder.n} answers): {means}",
    )


def _means(means: Mapping[str, float], words: Words) -> str:
    return " · ".join(f"{letter} {words.number(mean)}" for letter, mean in means.items())
