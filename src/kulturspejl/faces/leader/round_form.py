"""The form for a new round: everything has a default but the people."""

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kulturspejl.faces.leader.days import working_days_ahead

LONGEST_FILE = 200_000
WORKING_DAYS = 10


class RoundForm(forms.Form):
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

    def clean_cards(self) -> int:
        """Nothing written is none."""
        return int(self.cleaned_data["cards"] or 0)

    def clean_file(self) -> str:
        """The file as text; empty where there was none."""
        file = self.cleaned_data["file"]
        return "" if file is None else _text_of(file)


def initial(today: date, language: str) -> dict[str, Any]:
    """What stands in the form before anybody has touched it."""
    with translation.override(language):
        why = _("We would like to talk about what our culture is like, and what we want more of.")
    return {
        "closes_on": working_days_ahead(today, WORKING_DAYS), "why": why, "language": language, "preferred": "drawn",
        "points": 10,
    }  # fmt: skip


def _text_of(file: UploadedFile) -> str:
    if file.size is None or file.size > LONGEST_FILE:
        raise forms.ValidationError(_("The file is too large to be a list of addresses."))
    raw = file.read()
    # Danish spreadsheets still write Windows-1252; every byte sequence is some text there or in UTF-8.
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return str(raw.decode(encoding))
        except UnicodeDecodeError:
            continue
    raise forms.ValidationError(_("The file is not text. Save it as text or CSV and choose it again."))
