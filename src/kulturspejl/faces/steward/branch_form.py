"""The form for a round over a branch: addresses as a table, cards to the rest, and what a leader's form has too."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from kulturspejl.core.tables.row import Told
from kulturspejl.faces.shared.round_choices import RoundChoices, first_choices
from kulturspejl.faces.shared.text_file import ACCEPTED, LONGEST_TEXT, text_of


class BranchForm(RoundChoices):
    """Who, until when, why, and how. `told` is what was chosen or guessed when the file was read."""

    told: tuple[Told, ...] = ()

    addresses = forms.CharField(
        label=gettext_lazy("Mail addresses"), required=False, max_length=LONGEST_TEXT, strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false", "autocapitalize": "none"}),
        help_text=gettext_lazy(
            "As you have them: a unit and an address in each line, or the unit above its people. Write ;en at the end "
            "for a letter in English."
        ),
    )  # fmt: skip
    file = forms.FileField(
        label=gettext_lazy("Or take them from a file"), required=False,
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
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
        if file is None:
            return ""
        read = text_of(file)
        self.told = read.told
        return read.text


def initial(closes_on: date, language: str) -> dict[str, Any]:
    """What stands in the form before anybody has touched it."""
    return first_choices(closes_on, language) | {"rest": "cards"}
