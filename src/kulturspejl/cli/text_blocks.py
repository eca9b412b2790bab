"""What every release has in the terminal, whatever was asked: who answered, what is hidden, what was left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kulturspejl.cli.left_out import LeftOut, by_reason
from kulturspejl.core.disclosure.plan import FEW
from kulturspejl.core.disclosure.released import Released, UnitPicture
from kulturspejl.core.text import Text
from kulturspejl.core.writing.numbers import decimal, half_up

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
    """Numbers and sentences in one language."""

    language: str

    def say(self, da: str, en: str) -> str:
        return Text(da=da, en=en).into(self.language)

    def number(self, value: float, sign: bool = False) -> str:
        """One decimal as in picture and table; with `sign`, a plus before what is above zero."""
        text = decimal(value, self.language)
        return f"+{text}" if sign and half_up(value) > 0 else text

    def line(self, line: Text) -> str:
        return line.into(self.language)


def rule(released: Released, words: Words) -> str:
    """From how many answers numbers are shown."""
    if released.policy_version == "off":
        return words.say("uden beskyttelse af enkeltpersoner", "without protection of single persons")
    return words.say(f"vist fra {released.k} svar", f"shown from {released.k} answers")


def answered(picture: UnitPicture, words: Words) -> str:
    """ "8 af 10 svarede"; how many were invited only where it may be told."""
    if picture.invited is None:
        return words.say(f"{picture.n} svar", f"{picture.n} answers")
    return words.say(
        f"{picture.n} af {picture.invited} svarede", f"{picture.n} of {picture.invited} answered"
    )


def bar(share: float) -> str:
    """`share` of BAR characters, in eighths of a character."""
    eighths = round(min(1.0, max(0.0, share)) * BAR * 8)
    return ("█" * (eighths // 8) + EIGHTHS[eighths % 8].strip()).ljust(BAR)


def hidden_lines(pictures: Sequence[UnitPicture], words: Words) -> Iterator[str]:
    """What is not shown, and why."""
    yield words.say("Uden tal:", "Without numbers:")
    for picture in pictures:
        reason = HIDDEN[picture.hidden or FEW].into(words.language)
        yield f"  {picture.name}: {reason}"


def left_out_lines(faults: Sequence[LeftOut], words: Words) -> Iterator[str]:
    """Each reason once, with the lines it is about."""
    yield words.say(f"Udeladt ({len(faults)}):", f"Left out ({len(faults)}):")
    reasons = list(by_reason(faults, words.language))
    yield from reasons[:MOST_LISTED]
    if len(reasons) > MOST_LISTED:
        yield "  " + words.say("… resten står i --json.", "… the rest is in --json.")
