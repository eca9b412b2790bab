"""The form of one text on a reading list. The rules are the action's alone; here is only what is typed."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kulturspejl.actions.reading.entries import Typed
from kulturspejl.readers.between.reading_lists import CourseReadingPage, ReadingView
from kulturspejl.values.course_reading import LONGEST

NEW = "new"


def _line(most: int, **more: str) -> forms.TextInput:
    return forms.TextInput(attrs={"maxlength": most, "autocomplete": "off", **more})


class ReadingForm(forms.Form):
    """Where a text stands, who wrote it, before which day it is read, and a file that comes along."""

    part = forms.ChoiceField(label=gettext_lazy("Read before"), required=False)
    title = forms.CharField(label=gettext_lazy("Title of the text"), required=False, widget=_line(LONGEST["title"]))
    author = forms.CharField(label=gettext_lazy("Author"), required=False, widget=_line(LONGEST["author"]))
    year = forms.CharField(label=gettext_lazy("Year"), required=False, widget=_line(LONGEST["year"]))
    address = forms.CharField(
        label=gettext_lazy("Address on the web"), required=False, widget=_line(500, inputmode="url"),
        help_text=gettext_lazy("Begins with https:// or http://. May be left empty."),
    )  # fmt: skip
    minutes = forms.CharField(
        label=gettext_lazy("Minutes to read"), required=False, widget=_line(3, inputmode="numeric")
    )
    file = forms.FileField(label=gettext_lazy("Your own file"), required=False, allow_empty_file=True)

    def __init__(
        self, view: CourseReadingPage, here: str, data: Mapping[str, Any] | None = None, **kept: Any
    ) -> None:  # fmt: skip
        super().__init__(data, auto_id=f"{here}-%s", initial=kept)
        self.here = here
        part, file = self.fields["part"], self.fields["file"]
        if isinstance(part, forms.ChoiceField):
            part.choices = [(day.part, day.title) for day in view.days]
        file.widget.attrs["accept"] = "application/pdf,.pdf"
        file.help_text = _(
            "PDF, at most {n} MB. It is deleted with the course. Put up only what you have the right to share."
        ).replace("{n}", str(view.most_megabytes))

    @property
    def is_required(self) -> bool:
        """Whether the box for that is ticked: as typed, else as it stands, and at first."""
        return self.data.get("required") == "1" if self.is_bound else bool(self.initial.get("is_required", True))


def form_of(view: CourseReadingPage, one: ReadingView | None) -> ReadingForm:
    """The form of a text as it stands, or an empty one."""
    if one is None:
        return ReadingForm(view, NEW)
    kept = {name: getattr(one, name) for name in ("part", "title", "author", "year", "address", "minutes")}
    return ReadingForm(view, str(one.id), **kept, is_required=one.is_required)


def typed_in(data: Mapping[str, Any], file: bytes) -> Typed:
    """What the form says, for the action."""
    words = {name: str(data.get(name, ""))[:2000] for name in ("part", "title", "author", "year", "address", "minutes")}
    return Typed(
        **words, is_required=data.get("required") == "1", file=file, without_file=data.get("without_file") == "1"
    )
