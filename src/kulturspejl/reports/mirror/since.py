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
class Between:
    """What the team agreed on between the two rounds. A trait is chosen, as home and plan say it."""

    on: date
    what: str
    is_trait: bool


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


def frame(since: Since, rounds: Rounds, agreed: Sequence[Between], lang: str) -> Frame:
    """`agreed` is in the order of the days."""
    return Frame(
        title=_say("title", lang, then=when(rounds.then, lang)),
        who=_say("who", lang, was=_answered(since.before, lang), now=_answered(rounds.picture, lang)),
        agreed=[_agreed(one, lang) for one in agreed],
        no_cause=_say(_no_cause(agreed), lang),
    )


def _agreed(one: Between, lang: str) -> str:
    word = "chosen" if one.is_trait else "agreed"
    return sentence_case(_say(word, lang, day=moment(one.on, lang), what=one.what))


def _no_cause(agreed: Sequence[Between]) -> str:
    if not agreed:
        return "no_cause_alone"
    return "no_cause_chosen" if all(one.is_trait for one in agreed) else "no_cause"


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
