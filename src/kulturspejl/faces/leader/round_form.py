"""The form for a new round: everything has a default but the people."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from kulturspejl.core.tables.row import Told
from kulturspejl.core.workdays import working_days_ahead
from kulturspejl.faces.shared.round_choices import RoundChoices, first_choices
from kulturspejl.faces.shared.text_file import ACCEPTED, LONGEST_TEXT, text_of

WORKING_DAYS = 10


class RoundForm(RoundChoices):
    """Who, until when, why, and how. `told` is what was chosen or guessed when the file was read."""

    told: tuple[Told, ...] = ()

    addresses = forms.CharField(
        label=gettext_lazy("Mail addresses"), required=False, max_length=LONGEST_TEXT, strip=False,
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false", "autocapitalize": "none"}),
        help_text=gettext_lazy(
            "As you have them, for instance copied out of Outlook. Write ;en after an address for a letter in English."
        ),
    )  # fmt: skip
    file = forms.FileField(
        label=gettext_lazy("Or take them from a file"), required=False,
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        help_text=gettext_lazy("A spreadsheet (XLSX, ODS, CSV) or text."),
    )  # fmt: skip
    cards = forms.IntegerField(
        label=gettext_lazy("Cards without mail"), required=False, min_value=0, max_value=5000,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        help_text=gettext_lazy("How many should have a printed card with a code instead of a mail?"),
    )  # fmt: skip
    def clean_cards(self) -> int:
        """Nothing written is none."""
        return int(self.cleaned_data["cards"] or 0)

    def clean_file(self) -> str:
        """The file as text; empty where there was none."""
        file = self.cleaned_data["file"]
        if file is None:
            return ""
        read = text_of(file)
        self.told = read.told
        return read.text


def initial(today: date, language: str) -> dict[str, Any]:
    """What stands in the form before anybody has touched it."""
    return first_choices(working_days_ahead(today, WORKING_DAYS), language)
