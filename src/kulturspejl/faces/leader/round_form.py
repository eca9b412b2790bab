"""The form for a new round: everything has a default but the people."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from kulturspejl.core.workdays import working_days_ahead
from kulturspejl.faces.shared.round_choices import RoundChoices, first_choices
from kulturspejl.faces.shared.text_file import text_of

LONGEST_FILE = 200_000
WORKING_DAYS = 10


class RoundForm(RoundChoices):
    """Who, until when, why, and how."""

    addresses = forms.CharField(
        label=gettext_lazy("Mail addresses"), required=False, max_length=LONGEST_FILE, strip=False,
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false", "autocapitalize": "none"}),
        help_text=gettext_lazy(
            "One a line, or with commas between. Write ;en after an address for a letter in English."
        ),
    )  # fmt: skip
    file = forms.FileField(
        label=gettext_lazy("Or take them from a file"), required=False,
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,text/csv,text/plain"}),
        help_text=gettext_lazy("Text or CSV, for instance from a spreadsheet."),
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
        return "" if file is None else text_of(file, LONGEST_FILE)


def initial(today: date, language: str) -> dict[str, Any]:
    """What stands in the form before anybody has touched it."""
    return first_choices(working_days_ahead(today, WORKING_DAYS), language)
