"""The two forms of the plan: a trait and an action."""

from django import forms
from django.utils.translation import gettext_lazy

from kulturspejl.core.errors import Faulty
from kulturspejl.faces.shared.templatetags.saying import say


def _line(most: int) -> forms.TextInput:
    return forms.TextInput(attrs={"maxlength": most, "autocomplete": "off"})


def _lines(most: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": 3, "maxlength": most})


def _day() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class TraitForm(forms.Form):
    """What to work on. The rules live in core.plans; here is only what is typed."""

    more_of = forms.CharField(
        label=gettext_lazy("More of"), required=False, widget=_line(300),
        help_text=gettext_lazy("For instance: more talk, early on"),
    )  # fmt: skip
    less_of = forms.CharField(
        label=gettext_lazy("Less of"), required=False, widget=_line(300), help_text=gettext_lazy("May be left empty")
    )
    notice = forms.CharField(
        label=gettext_lazy("What will people see or hear in three months if it works?"), required=False,
        widget=_lines(500),
    )
    better_for = forms.CharField(
        label=gettext_lazy("For whom is it better?"), required=False, widget=_lines(500),
        help_text=gettext_lazy("Think of the task and of the people."),
    )  # fmt: skip


class ActionForm(forms.Form):
    """A first action."""

    what = forms.CharField(label=gettext_lazy("What do we do?"), required=False, widget=_lines(500))
    who = forms.CharField(
        label=gettext_lazy("Who makes sure it happens?"), required=False, widget=_line(200),
        help_text=gettext_lazy("A role or a first name is enough, for instance: the evening team together with AMR"),
    )  # fmt: skip
    due = forms.DateField(label=gettext_lazy("When is it done?"), required=False, widget=_day())
    follow_up = forms.DateField(
        label=gettext_lazy("When do we look at it again?"), required=False, widget=_day(),
        help_text=gettext_lazy("Six weeks is a good time."),
    )  # fmt: skip


def told(form: forms.Form, faulty: Faulty) -> None:
    """Put the sentences of the rules beside the fields that they are about."""
    for field, text in faulty.fields.items():
        form.add_error(field, say(text))
