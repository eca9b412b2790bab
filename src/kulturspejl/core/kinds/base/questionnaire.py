"""What a kind of part reads of an instrument that it asks with; an instrument itself stands in core/content."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from kulturspejl.core.instruments.allocation.form import AnswerForm
from kulturspejl.core.text import Text


class Named(Protocol):
    """A culture, as far as a form names it: as it is called in everyday words."""

    @property
    def called(self) -> Text: ...


class Question(Protocol):
    """One question with a statement for each letter."""

    @property
    def number(self) -> int: ...

    @property
    def label(self) -> Text: ...

    @property
    def stem(self) -> Text: ...

    @property
    def statements(self) -> Mapping[str, Text]: ...


class Questionnaire(Protocol):
    """An instrument that divides points."""

    @property
    def cultures(self) -> Mapping[str, Named]: ...

    @property
    def dimensions(self) -> Sequence[Question]: ...

    def instructions(self, form: AnswerForm) -> Sequence[Text]:
        """What one is told to do."""
        ...
