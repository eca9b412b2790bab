"""What a leader drew, beside the answers of the team, in words: whatever was asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kulturspejl.core.instruments.base.lines import GUESS, OWN
from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled
from kulturspejl.reports.words import say

NAMES: Mapping[str, str] = {OWN: "line_own", GUESS: "line_guess"}
"""The word for each of the leader's lines."""
Lines = tuple[tuple[str, Mapping[str, float]], ...]
"""By kind, as they are told beside the means."""
FARTHEST = Text(
    "{line} ligger længst fra svarene {what}: {drawn} mod {mean}.",
    "{line} lies farthest from the answers {what}: {drawn} against {mean}.",
)
AMONG_OTHERS = Text("blandt andet {what}", "among others {what}")
AT = Text("ved »{name}«", "at “{name}”")
NEAR = Text(
    "{line} ligger overalt mindre end {least} fra svarene.",
    "{line} lies less than {least} from the answers everywhere.",
)


@dataclass(frozen=True)
class Beside:
    """One place where both stand: how it is said where it is, the two numbers as they are shown, and both as
    they are written.
    """

    what: str
    drawn: float
    mean: float
    drawn_said: str
    mean_said: str


def named(lines: Lines, lang: str) -> dict[str, str]:
    """What stands below a picture: now, and each line."""
    return {"now": say("now", lang)} | {kind: say(NAMES[kind], lang) for kind, _values in lines}


def at_this(name: str, lang: str) -> str:
    """ "ved »Vi får talt om det«"."""
    return filled(AT, name=name).into(lang)


def farthest(kind: str, places: Sequence[Beside], *, least: float, least_said: str, lang: str) -> str:
    """Where the line lies farthest from the answers, or that it is near everywhere: closer than `least`."""
    line = say(NAMES[kind], lang)
    most = max(places, key=_apart)
    if _apart(most) < least:
        return filled(NEAR, line=line, least=least_said).into(lang)
    is_alone = sum(_apart(one) == _apart(most) for one in places) == 1
    what = most.what if is_alone else filled(AMONG_OTHERS, what=most.what).into(lang)
    return filled(FARTHEST, line=line, what=what, drawn=most.drawn_said, mean=most.mean_said).into(lang)


def _apart(one: Beside) -> float:
    """As whoever reads the two numbers takes one from the other."""
    return round(abs(one.drawn - one.mean), 6)
