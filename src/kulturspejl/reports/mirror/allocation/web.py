"""The spider web of one or more profiles: page, PDF, command line and room draw this one."""

from collections.abc import Mapping, Sequence

from kulturspejl.core.instruments.allocation.form import LETTERS
from kulturspejl.core.instruments.allocation.names import CultureNames
from kulturspejl.core.instruments.allocation.numbers import Estimate, Numbers
from kulturspejl.drawing import spider
from kulturspejl.drawing.series import Kind, Series
from kulturspejl.reports.mirror.figure import Figure
from kulturspejl.reports.words import say

LINES: Mapping[str, tuple[str, Kind]] = {"own": ("line_own", "own"), "guess": ("line_guess", "guess")}
"""What the leader drew: the word for it, and how it is drawn."""


def series_of(numbers: Numbers, lang: str) -> list[Series]:
    """Now with its interval, and preferred where it was asked."""
    found = [_with_interval(say("now", lang), numbers.now)]
    if numbers.preferred is not None:
        wished = {letter: one.mean for letter, one in numbers.preferred.items()}
        found.append(Series(say("preferred", lang), "preferred", wished))
    return found


def line_of(kind: str, values: Mapping[str, float], lang: str) -> Series:
    """One of the leader's own lines."""
    word, drawn = LINES[kind]
    return Series(say(word, lang), drawn, values)


def web_figure(
    series: Sequence[Series], *, names: CultureNames, total: int, lang: str, title: str, key: str = "web"
) -> Figure:
    """`key` differs between the webs of one page."""
    labels = names.called
    said = [spider.as_sentence(one.values, labels=labels, total=total, lang=lang) for one in series]
    sentence = " ".join(f"{one.name}: {text}." for one, text in zip(series, said, strict=True))
    return Figure(
        title=title,
        sentence=sentence,
        table=spider.as_table(series, labels=labels, total=total, lang=lang),
        draw=lambda ink: spider.spider_web(
            series, labels=labels, total=total, title=title, description=sentence, lang=lang, key=key, ink=ink,
            terms=names.terms,
        ),
    )  # fmt: skip


def _with_interval(name: str, estimates: Mapping[str, Estimate]) -> Series:
    """The interval stands where all four have one."""
    shown = {letter: one.shown for letter, one in estimates.items()}
    low = {letter: interval[0] for letter, interval in shown.items() if interval is not None}
    high = {letter: interval[1] for letter, interval in shown.items() if interval is not None}
    is_whole = len(low) == len(LETTERS)
    means = {letter: one.mean for letter, one in estimates.items()}
    return Series(name, "now", means, low if is_whole else None, high if is_whole else None)
