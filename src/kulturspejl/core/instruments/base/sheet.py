"""The protocol of a form as one round asks it: which numbers an answer has, in which order, and whether it is whole."""

from collections.abc import Mapping
from typing import Protocol

from kulturspejl.core.instruments.base.checked import CheckedAnswers


class Sheet(Protocol):
    """What taking in, counting and opening an answer need of its kind."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The names of an answer's numbers, in their canonical order."""
        ...

    def check(self, answers: Mapping[str, object]) -> CheckedAnswers:
        """The numbers in that order, or a sentence for each field at fault. Nothing is rounded or filled in."""
        ...
