"""A facilitator's own words in the steps of an exercise, written into a room's own copy of it."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from kulturspejl.core.content.exercise import Exercise, Step
from kulturspejl.core.text import Text
from kulturspejl.core.writing import length

PHONE, WALL, DESK = "phone", "wall", "desk"
LONGEST = {PHONE: 600, WALL: 160, DESK: 600}
WHO_SEES = "{who_sees}"
OwnWords = Mapping[tuple[str, str, str], str]
"""What was typed, by (exercise, step, PHONE, WALL or DESK)."""


NONE = Text(da="", en="")


def faces_of(step: Step) -> dict[str, Text]:
    """What a step says to each face; no words where it says nothing."""
    return {WALL: step.wall, PHONE: step.phone, DESK: step.desk or NONE}


def plain(text: Text, language: str) -> str:
    """The words as they stand in a form: who sees what is written is the program's to say, and is left out."""
    return text.into(language).replace(WHO_SEES, "").strip()


def too_long(words: OwnWords) -> dict[str, Text]:
    """A sentence for each that has no room, under "text.<exercise>.<step>.<face>"."""
    return {
        f"text.{exercise}.{step}.{face}": length.too_long(typed, LONGEST[face])
        for (exercise, step, face), typed in words.items()
        if len(typed) > LONGEST[face]
    }


def with_own_words(exercise: Exercise, words: OwnWords, language: str) -> dict[str, Any]:
    """The exercise's TOML with the words that were changed, in all its languages; an empty field changes nothing.

    {who_sees} stays where it was promised: at the end of what a phone says. The printed sheet then says what the phone
    does, for its own words were those of the old text.
    """
    made = deepcopy(dict(exercise.raw))
    for step, row in zip(exercise.steps, made["step"], strict=True):
        for face, text in faces_of(step).items():
            typed = " ".join(
                words.get((exercise.id, step.id, face), "").replace("{", "(").replace("}", ")").split()
            )
            if typed and typed != " ".join(plain(text, language).split()):
                if face == PHONE:
                    row.pop("paper", None)
                row[face] = {
                    language: f"{typed} {WHO_SEES}" if WHO_SEES in words else typed
                    for language, words in text.words.items()
                }
    return made
