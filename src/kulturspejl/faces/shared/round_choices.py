"""What every new round is asked, for one unit or a branch: until when, why, in which language, and how."""

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class RoundChoices(forms.Form):
    """Everything here has a default."""

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


def first_choices(closes_on: date, language: str) -> dict[str, Any]:
    """What stands in the form before anybody has touched it."""
    with translation.override(language):
        why = _("We would like to talk about what our culture is like, and what we want more of.")
    return {"closes_on": closes_on, "why": why, "language": language, "preferred": "drawn", "points": 10}
