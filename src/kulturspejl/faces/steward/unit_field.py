"""A field that names one unit: a list to choose from where there are few, else a word to find it by.

It needs no script: a name that several units have, or a part of one, comes back with those to choose from.
"""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from kulturspejl.faces.shared.ids import as_id
from kulturspejl.readers.organisation import TreeLine

FEW = 60
"""Units that are shown as a list to choose from."""
MOST = 20
"""Units to choose from after a word has been looked for."""


@dataclass(frozen=True)
class Units:
    """Those that may be named, parents first; closed ones come last, and only where they may be named too."""

    lines: Sequence[TreeLine] = ()
    closed: Sequence[TreeLine] = ()
    by_id: Mapping[uuid.UUID, TreeLine] = field(default_factory=dict)

    @classmethod
    def of(cls, lines: Sequence[TreeLine], closed: Sequence[TreeLine] = ()) -> "Units":
        """With the units looked up by their ids."""
        return cls(lines, closed, {line.unit_id: line for line in (*lines, *closed)})

    def named(self, word: str) -> list[TreeLine]:
        """Those that are called so; where there are none, those with the word in their name."""
        wanted = word.casefold()
        exactly = [line for line in self._all() if line.name.casefold() == wanted]
        return exactly or [line for line in self._all() if wanted in line.name.casefold()]

    def where(self, line: TreeLine) -> str:
        """The names of those above it, and whether it is closed."""
        words: list[str] = []
        at = self.by_id.get(line.parent) if line.parent else None
        while at is not None and len(words) < len(self.by_id):
            words.insert(0, at.name)
            at = self.by_id.get(at.parent) if at.parent else None
        if any(one is line for one in self.closed):
            words.append(_("closed unit"))
        return " › ".join(words)

    def _all(self) -> Iterable[TreeLine]:
        yield from self.lines
        yield from self.closed


@dataclass(frozen=True)
class Written:
    """What came back: the word, and what was picked of those that were found for a word."""

    word: str
    picked: str = ""
    picked_for: str = ""


class UnitWidget(forms.Widget):
    """`found` are the units to pick from, `nothing` what it means to name none."""

    template_name = "steward/unit_field.html"
    units = Units()
    found: Sequence[TreeLine] = ()
    nothing = ""

    def value_from_datadict(self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str) -> Written:
        return Written(
            data.get(name, "").strip(), data.get(f"{name}_of", ""), data.get(f"{name}_for", "").strip()
        )

    def value_omitted_from_data(self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str) -> bool:
        return name not in data

    def id_for_label(self, id_: str) -> str:
        return id_

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, None, attrs)
        word = value.word if isinstance(value, Written) else str(value or "")
        picked = self.units.by_id.get(as_id(word) or uuid.UUID(int=0))
        if isinstance(value, Written) and value.picked_for == value.word:
            picked = self.units.by_id.get(as_id(value.picked) or uuid.UUID(int=0), picked)
        found = list(self.found) or ([picked] if picked else [])
        context["widget"] |= {
            "is_few": len(self.units.by_id) <= FEW, "nothing": self.nothing,
            "lines": [(line, "\u00a0\u00a0\u00a0" * line.depth + line.name) for line in self.units.lines],
            "closed": self.units.closed, "picked": picked.unit_id if picked else None,
            "word": picked.name if picked and as_id(word) else word,
            "found": [(line, self.units.where(line)) for line in found[:MOST]], "more": max(len(found) - MOST, 0),
        }  # fmt: skip
        return context


class UnitField(forms.Field):
    """The id of the unit that was named; None where none was."""

    widget = UnitWidget

    def offer(self, units: Units, nothing: str) -> None:
        """These may be named."""
        self._units = units
        if isinstance(self.widget, UnitWidget):
            self.widget.units, self.widget.nothing = units, nothing

    def clean(self, value: Written) -> uuid.UUID | None:
        """Raises ValidationError where none or several go by the word: then those found are there to pick from."""
        if not value.word:
            if self.required:
                raise forms.ValidationError(_("Write the name of a unit."))
            return None
        picked = as_id(value.picked) if value.picked_for == value.word else as_id(value.word)
        if picked is not None and picked in self._units.by_id:
            return picked
        found = self._units.named(value.word)
        if len(found) == 1 and found[0].name.casefold() == value.word.casefold():
            return found[0].unit_id
        if isinstance(self.widget, UnitWidget):
            self.widget.found = found
        if not found:
            raise forms.ValidationError(_("No unit is called “%(word)s”.") % {"word": value.word[:60]})
        raise forms.ValidationError(_("Choose the unit among those found."))


def unit_field(form: forms.Form, name: str) -> UnitField:
    """The form's field of that name; TypeError where it names no unit."""
    found = form.fields[name]
    if not isinstance(found, UnitField):
        raise TypeError(f"{name} is no field that names a unit")
    return found
