"""What is asked by choosing one step: for the page, the paper and whoever reads the questions before they are sent."""

from dataclasses import dataclass

from kulturspejl.core.text import NOTHING, Text


@dataclass(frozen=True)
class Step:
    """One number that can be chosen; `label` is what it is called and `says` what that means, where it is written."""

    value: int
    label: Text = NOTHING
    says: Text = NOTHING


@dataclass(frozen=True)
class ChoiceQuestion:
    """`key` is the name of its number in an answer, `text` what is asked; `note` stands under it in small."""

    key: str
    text: Text
    note: Text
    steps: tuple[Step, ...]
