"""The form for a round over a branch: addresses as a table, cards to the rest, and what a leader's form has too."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from kulturspejl.faces.shared.round_choices import RoundChoices, first_choices
from kulturspejl.faces.shared.text_file import text_of

LONGEST = 900_000


class BranchForm(RoundChoices):
    """Who, until when, why, and how."""

    addresses = forms.CharField(
        label=gettext_lazy("Mail addresses"), required=False, max_length=LONGEST, strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false", "autocapitalize": "none"}),
        help_text=gettext_lazy("One person a line: unit;mail address. Write ;en at the end for a letter in English."),
    )  # fmt: skip
    file = forms.FileField(
        label=gettext_lazy("Or take them from a file"), required=False,
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,text/csv,text/plain"}),
    )  # fmt: skip
    rest = forms.ChoiceField(
        label=gettext_lazy("Those who are not on the list"), widget=forms.RadioSelect,
        choices=[
            ("cards", gettext_lazy("get a printed card with a code, as many as the unit has employees left")),
            ("none", gettext_lazy("are not asked")),
        ],
    )  # fmt: skip
    def clean_file(self) -> str:
        """The file as text; empty where there was none."""
        file = self.cleaned_data["file"]
        return "" if file is None else text_of(file, LONGEST)


def initial(closes_on: date, language: str) -> dict[str, Any]:
    """What stands in the form before anybody has touched it."""
    return first_choices(closes_on, language) | {"rest": "cards"}
