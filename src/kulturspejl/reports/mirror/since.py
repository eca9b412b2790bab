"""Since last time, as it is told of whatever was asked: who answered, what was agreed, and what the two give away."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kulturspejl.core.disclosure.released import UnitPicture
from kulturspejl.core.disclosure.since import Since
from kulturspejl.core.writing.dates import moment
from kulturspejl.core.writing.sentence import filled
from kulturspejl.drawing.table import Table
from kulturspejl.drawing.words import sentence_case
from kulturspejl.reports.mirror.figure import Figure
from kulturspejl.reports.mirror.since_words import SHARED


@dataclass(frozen=True)
class Rounds:
    """The two rounds: when each closed, or what it is called; this one's `picture`; the points a question, or the
    highest step, of each.
    """

    then: date | str
    now: date | str
    picture: UnitPicture
    total: int
    total_then: int


@dataclass(frozen=True)
class Told:
    """`figure` and `table` are None where the two are not put together at all."""

    title: str
    sentences: list[str]
    who: str
    agreed: list[str]
    no_cause: str
    figure: Figure | None
    table: Table | None
    caption: str
    note: str
    wish_table: Table | None
    wish_caption: str
    recipe: list[tuple[str, str]]


@dataclass(frozen=True)
class Frame:
    """What is said of two rounds whatever was asked."""

    title: str
    who: str
    agreed: list[str]
    no_cause: str


def frame(since: Since, rounds: Rounds, agreed: Sequence[tuple[date, str]], lang: str) -> Frame:
    """`agreed` is what the team agreed on in between, by the day."""
    return Frame(
        title=_say("title", lang, then=when(rounds.then, lang)),
        who=_say("who", lang, was=_answered(since.before, lang), now=_answered(rounds.picture, lang)),
        agreed=[sentence_case(_say("agreed", lang, day=moment(on, lang), what=what)) for on, what in agreed],
        no_cause=_say("no_cause" if agreed else "no_cause_alone", lang),
    )


def when(value: date | str, lang: str) -> str:
    """A round as a reader knows it."""
    return value if isinstance(value, str) else moment(value, lang)


def is_apart(since: Since) -> bool:
    """Whether the two are not even drawn on one figure."""
    return since.why_not is not None and since.why_not.hides_the_webs


def unchanged(since: Since, lang: str) -> tuple[str, str]:
    """What whoever takes it that nobody has changed their answer would find."""
    people = since.unchanged.people
    word = f"unchanged_{people}" if people < 2 else "unchanged_some"
    return _say("unchanged", lang), _say(word, lang, people=people)


def _answered(picture: UnitPicture, lang: str) -> str:
    return str(picture.n) if picture.invited is None else _say("some", lang, n=picture.n, invited=picture.invited)


def _say(word: str, lang: str, **places: object) -> str:
    return filled(SHARED[word], **places).into(lang)
