"""What a check of an answer comes to: its numbers, or a sentence for each field at fault."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kulturspejl.core.text import Text

MOST_UNKNOWN = 20
LONGEST_NAME = 60
NOT_HERE = Text(
    da="Feltet hører ikke til her. Lad det være ude, og send igen.",
    en="The field does not belong here. Leave it out and send again.",
)


@dataclass(frozen=True)
class CheckedAnswers:
    """`values` by key in canonical order, or None with a sentence for each field at fault.

    A fault stands under the key of one number, or under the id of what several numbers are together.
    """

    values: dict[str, int] | None
    faults: dict[str, Text] = field(default_factory=dict)


def strangers(keys: Sequence[str], answers: Mapping[str, object]) -> dict[str, Text]:
    """A fault for names that the form does not have: a few of them, cut short, because they come from outside."""
    found = sorted(answers.keys() - set(keys), key=str)[:MOST_UNKNOWN]
    return {str(key)[:LONGEST_NAME]: NOT_HERE for key in found}
