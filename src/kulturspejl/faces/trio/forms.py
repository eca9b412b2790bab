"""The forms of a TRIO's page: what is typed, with the rules' own words; the rules are core's alone."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from kulturspejl.core.trio import agreement, annual, focus, meeting, minutes
from kulturspejl.core.trio.agreement import Field
from kulturspejl.faces.shared.day_field import day_input
from kulturspejl.faces.shared.templatetags.saying import say


def _lines(most: int, rows: int = 2) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "maxlength": most})


class FocusForm(forms.Form):
    """One sentence."""

    words = forms.CharField(
        label=gettext_lazy("What do you want to work on?"), required=False, widget=_lines(focus.LONGEST),
        help_text=gettext_lazy("For instance: more time to plan together and fewer changes the same day"),
    )  # fmt: skip


class MeetingForm(forms.Form):
    """A day, perhaps an hour and a place."""

    day = forms.DateField(
        label=gettext_lazy("When do you meet next?"), required=False,
        widget=day_input(),
    )  # fmt: skip
    starts = forms.TimeField(
        label=gettext_lazy("At what time?"), required=False, help_text=gettext_lazy("May be left empty"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )  # fmt: skip
    place = forms.CharField(
        label=gettext_lazy("Where?"), required=False, help_text=gettext_lazy("May be left empty"),
        widget=forms.TextInput(attrs={"maxlength": meeting.LONGEST["place"], "autocomplete": "off"}),
    )  # fmt: skip


class MatterForm(forms.Form):
    """One's own words for the yearly discussion."""

    words = forms.CharField(
        label=gettext_lazy("What is to be taken up?"), required=False,
        widget=forms.TextInput(attrs={"maxlength": annual.LONGEST, "autocomplete": "off"}),
    )  # fmt: skip


class _Fields(forms.Form):
    """A field for each of core's."""

    def _add(self, fields: list[Field], most: int, rows: int) -> None:
        for one in fields:
            self.fields[one.id] = forms.CharField(
                label=say(one.label), help_text=say(one.help), required=False, widget=_lines(most, rows)
            )


class AgreementForm(_Fields):
    """What the three expect of each other and how they meet."""

    def __init__(self, fields: list[Field], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._add(fields, agreement.LONGEST, 2)
        for one in fields:
            self.fields[one.id].widget.attrs["data-brought"] = agreement.IN_A_ROOM.get(one.id, one.id)


class MinutesForm(_Fields):
    """Three fields, and how long they are kept."""

    months = forms.TypedChoiceField(
        coerce=int, required=False, label=gettext_lazy("How long are the minutes kept?"),
        widget=forms.RadioSelect,
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._add(list(minutes.FIELDS), minutes.LONGEST, 4)
        months = self.fields["months"]
        if isinstance(months, forms.TypedChoiceField):
            months.choices = [(str(number), say(words)) for number, words in minutes.KEPT.items()]

    def written(self) -> list[forms.BoundField]:
        """The three."""
        return [self[one.id] for one in minutes.FIELDS]
