"""What every new round is asked, for one unit or a branch: about what, until when, why, in which language, and how."""

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kulturspejl.core.content.any_instrument import Instrument
from kulturspejl.core.text import Text, joined
from kulturspejl.faces.shared.day_field import day_input
from kulturspejl.faces.shared.templatetags.saying import say
from kulturspejl.readers import instruments
from kulturspejl.readers.new_round import DEFAULT_FORM, DEFAULT_POINTS


class RoundChoices(forms.Form):
    """Everything here has a default."""

    # A page that was opened before there was a choice names none, and asks as it did.
    instrument = forms.ChoiceField(
        label=gettext_lazy("What do you want to ask about?"), required=False, widget=forms.RadioSelect
    )
    closes_on = forms.DateField(
        label=gettext_lazy("Last day to answer"), input_formats=["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y"],
        widget=day_input(),
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

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        field = self.fields["instrument"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(one.id, _told(one)) for one in instruments.for_rounds()]

    def clean_instrument(self) -> str:
        """The id of what is asked."""
        return instruments.of_a_round(self.cleaned_data["instrument"]).id

    @property
    def asked(self) -> Instrument:
        """What is asked, as far as it has been chosen."""
        chosen = self.cleaned_data if self.is_bound else self.initial
        return instruments.of_a_round(chosen.get("instrument", ""))

    @property
    def form_text(self) -> Text:
        """In which form it will be answered, once the form is filled in."""
        chosen = self.cleaned_data
        return self.asked.form_text(*self.asked.settled(chosen["points"], chosen["preferred"]))

    @property
    def length_text(self) -> Text:
        """How many questions that is, and how long they typically take."""
        settled = self.asked.settled(self.cleaned_data["points"], self.cleaned_data["preferred"])
        return joined([self.asked.questions_text(*settled), self.asked.minutes_text(*settled)], ", ")


def _told(one: Instrument) -> SafeString:
    """Its name, what it is for and how long it takes, as the page shows it beside a button."""
    minutes = one.minutes_text(*one.settled(points=DEFAULT_POINTS, preferred=DEFAULT_FORM))
    return format_html(
        '<strong>{}</strong> <span class="muted small">{}</span><br>{}', say(one.name), say(minutes), say(one.purpose)
    )


def first_choices(closes_on: date, language: str) -> dict[str, Any]:
    """What stands in the form before anybody has touched it."""
    with translation.override(language):
        why = _("We would like to talk about what it is like where we work, and what we want more of.")
    return {"closes_on": closes_on, "why": why, "language": language,
            "instrument": instruments.CULTURE_PROFILE, "preferred": DEFAULT_FORM, "points": DEFAULT_POINTS}  # fmt: skip
