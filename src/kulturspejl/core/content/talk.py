"""The conversation without numbers that every instrument has, and how long its form is and takes, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled

ABOUT_A_MINUTE = Text(da="omkring {minutes} minut", en="about {minutes} minute")
ABOUT_MINUTES = Text(da="omkring {minutes} minutter", en="about {minutes} minutes")
A_QUESTION = Text(da="1 spørgsmål", en="1 question")
QUESTIONS = Text(da="{count} spørgsmål", en="{count} questions")
IN_MINUTES = Text(da="{text} ({minutes} min.)", en="{text} ({minutes} min)")


@dataclass(frozen=True)
class TalkStep:
    """One step of a conversation without numbers."""

    minutes: int
    text: Text


def about_minutes(minutes: int) -> Text:
    """ "omkring 6 minutter"."""
    return filled(ABOUT_A_MINUTE if minutes == 1 else ABOUT_MINUTES, minutes=minutes)


def so_many_questions(count: int) -> Text:
    """ "7 spørgsmål"."""
    return A_QUESTION if count == 1 else filled(QUESTIONS, count=count)


def guide_of(steps: Sequence[TalkStep]) -> tuple[Text, ...]:
    """Each step with its minutes."""
    return tuple(filled(IN_MINUTES, text=step.text, minutes=step.minutes) for step in steps)
