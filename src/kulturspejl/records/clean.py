"""Columns for what people write: cleaned when it is kept, however it came in."""

from typing import Any

from django.db import models

from kulturspejl.core.writing.line import one_line, several_lines


class _Clean:
    """Beside a field of Django's: what is kept is clean, and so is the row in memory from then on."""

    attname: str

    def get_prep_value(self, value: Any) -> Any:
        """On its way to the store, also by an update and in a question."""
        found = super().get_prep_value(value)  # type: ignore[misc]
        return self.cleaned(found) if isinstance(found, str) else found

    def pre_save(self, row: models.Model, add: bool) -> Any:
        """On its way with a row."""
        value = super().pre_save(row, add)  # type: ignore[misc]
        if isinstance(value, str):
            value = self.cleaned(value)
            setattr(row, self.attname, value)
        return value

    def deconstruct(self) -> Any:
        """For the store and its migrations it is Django's own field."""
        name, _path, words, options = super().deconstruct()  # type: ignore[misc]
        return name, f"django.db.models.{self.as_stored.__name__}", words, options

    as_stored: type[models.Field] = models.Field
    cleaned = staticmethod(one_line)


class OneLine(_Clean, models.CharField):
    """A name, or words on one line: no line break in it ends a header, a column or a list."""

    as_stored = models.CharField


class OneLineText(_Clean, models.TextField):
    """The same without a greatest length."""

    as_stored = models.TextField


class SeveralLines(_Clean, models.TextField):
    """A note in lines, without signs that nobody sees."""

    as_stored = models.TextField
    cleaned = staticmethod(several_lines)
