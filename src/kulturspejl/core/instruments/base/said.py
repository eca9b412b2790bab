"""What is said of a result."""

from dataclasses import dataclass

from kulturspejl.core.text import Text


@dataclass(frozen=True, slots=True)
class Reading:
    """At most three sentences, and one question to take to the team."""

    sentences: tuple[Text, ...]
    question: Text
