"""The form for a round over a branch: addresses as a table, cards to the rest, and what a leader's form has too."""

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kulturspejl.faces.shared.text_file import text_of

LONGEST = 900_000


class BranchForm(forms.Form):
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
    closes_on = forms.DateField(
        label=gettext_lazy("Last day to answer"), input_formats=["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )  # fmt: skip
    why = forms.CharField(
        label=gettext_lazy("Why we ask"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("It stands in the letter and on the first screen. Write no names."),
    )  # fmt: skip
    language = forms.ChoiceField(label=gettext_lazy("The letter is in"), choices=settings.LANGUAGES)
    preferred = forms.ChoiceField(
        label=gettext_lazy("The culture you would like"), widget=forms.RadioSelect,
        choices=[
            ("drawn", gettext_lazy("Drawn in one picture (28 numbers in all, the short way)")),
            ("dimensions", gettext_lazy("In all six dimensions (48 numbers in all)")),
        ],
    )  # fmt: skip
    points = forms.TypedChoiceField(
        label=gettext_lazy("Points to each question"), coerce=int, widget=forms.RadioSelect,
        choices=[(10, gettext_lazy("10 points")), (100, gettext_lazy("100 points"))],
    )  # fmt: skip

    def clean_file(self) -> str:
        """The file as text; empty where there was none."""
        file = self.cleaned_data["file"]
        return "" if file is None else text_of(file, LONGEST)


def initial(closes_on: date, language: str) -> dict[str, Any]:
    """What stands in the form before anybody has touched it."""
    with translation.override(language):
        why = _("We would like to talk about what our culture is like, and what we want more of.")
    return {
        "closes_on": closes_on, "why": why, "language": language, "preferred": "drawn", "points": 10, "rest": "cards",
    }  # fmt: skip
