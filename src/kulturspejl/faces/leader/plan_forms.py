"""The forms of the plan: a trait, an action, what is sent as an idea, a follow-up. The rules are core's alone."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kulturspejl.core.plans.action import FIELD_NAMES
from kulturspejl.core.plans.follow_up import NOTICED, Noticed
from kulturspejl.core.plans.influences import DIRECTED, INFLUENCES, Directed, Influence
from kulturspejl.core.plans.origin import CAME_FROM, SENT
from kulturspejl.core.plans.states import NAMES, OUTCOMES, State
from kulturspejl.faces.shared.day_field import day_input
from kulturspejl.faces.shared.templatetags.saying import say


def _line(most: int) -> forms.TextInput:
    return forms.TextInput(attrs={"maxlength": most, "autocomplete": "off"})


def _lines(most: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": 3, "maxlength": most})


class TraitForm(forms.Form):
    """What to work on. The rules live in core.plans; here is only what is typed."""

    more_of = forms.CharField(
        label=gettext_lazy("More of"), required=False,
        widget=forms.TextInput(attrs={"maxlength": 300, "autocomplete": "off", "data-idea": "trait"}),
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


def _origins() -> list[tuple[str, str]]:
    return [("", _("I do not say")), *((str(one), say(CAME_FROM[one])) for one in SENT)]


class ChosenTraitForm(TraitForm):
    """A trait that was chosen without a result: it may be said what it came from."""

    origin = forms.ChoiceField(
        label=gettext_lazy("Where does it come from?"), required=False,
        help_text=gettext_lazy("It stands in the plan. You may leave it unsaid."),
        widget=forms.Select(attrs={"data-idea": "origin"}),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choices(self, "origin", _origins())


class Said(forms.Form):
    """A form whose labels and choices are the rules' own words, in the reader's language."""

    NAMED: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.NAMED:
            self.fields[name].label = say(FIELD_NAMES[name])


class ActionForm(Said):
    """An action: what must be said first, the rest behind a fold. `is_alone`: nobody represents here."""

    NAMED = ("what", "who", "partner", "due", "follow_up", "why", "sign", "stop_doing", "influence", "directed")
    ALWAYS = ("what", "who", "partner", "due", "follow_up")

    what = forms.CharField(required=False, widget=_lines(500))
    who = forms.CharField(
        required=False, widget=_line(200),
        help_text=gettext_lazy("A role or a first name is enough, for instance: the evening team together with AMR"),
    )  # fmt: skip
    partner = forms.CharField(
        required=False, widget=_line(200),
        help_text=gettext_lazy("There is no AMR or TR here. Agree on a colleague who asks how it went."),
    )  # fmt: skip
    due = forms.DateField(required=False, widget=day_input())
    follow_up = forms.DateField(
        required=False, widget=day_input(), help_text=gettext_lazy("Six weeks is a good time.")
    )
    sign = forms.CharField(
        required=False, widget=_lines(500),
        help_text=gettext_lazy("What do people see or hear then? Left empty, it is what you wrote of the trait."),
    )  # fmt: skip
    why = forms.CharField(required=False, widget=_lines(500))
    stop_doing = forms.CharField(required=False, widget=_lines(500))
    influence = forms.ChoiceField(required=False)
    directed = forms.ChoiceField(required=False, widget=forms.RadioSelect)

    def __init__(self, *args: Any, is_alone: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_alone:
            del self.fields["partner"]
        influences = [(str(one), say(INFLUENCES[one])) for one in Influence]
        _choices(self, "influence", [("", _("Not chosen")), *influences])
        _choices(self, "directed", [(str(one), say(DIRECTED[one])) for one in Directed])

    def first(self) -> list[forms.BoundField]:
        """What must be said."""
        return [self[name] for name in self.ALWAYS if name in self.fields]

    def more(self) -> list[forms.BoundField]:
        """What may be."""
        return [field for field in self if field.name not in self.ALWAYS and field.name != "directed"]

    def says_more(self) -> bool:
        """Whether something stands behind the fold, or is at fault there."""
        return any(field.errors or field.value() for field in [*self.more(), self["directed"]])


class IdeaForm(Said):
    """What somebody sends to a unit's plan."""

    NAMED = ("what", "who", "follow_up")

    what = forms.CharField(
        required=False, widget=forms.Textarea(attrs={"rows": 3, "maxlength": 500, "data-idea": "what"})
    )
    who = forms.CharField(
        required=False, help_text=gettext_lazy("May be left empty"),
        widget=forms.TextInput(attrs={"maxlength": 200, "autocomplete": "off", "data-idea": "who"}),
    )  # fmt: skip
    follow_up = forms.DateField(
        required=False, help_text=gettext_lazy("May be left empty"),
        widget=day_input(**{"data-idea": "day"}),
    )  # fmt: skip
    origin = forms.ChoiceField(
        label=gettext_lazy("Where does it come from?"), required=False,
        help_text=gettext_lazy("It stands in the plan. You may leave it unsaid."),
        widget=forms.Select(attrs={"data-idea": "origin"}),
    )  # fmt: skip
    tool = forms.CharField(required=False, widget=forms.HiddenInput(attrs={"data-idea": "tool"}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choices(self, "origin", _origins())


class FollowUpForm(forms.Form):
    """What the team says of an action in ten minutes."""

    noticed = forms.ChoiceField(required=False, widget=forms.RadioSelect)
    effect = forms.CharField(
        label=gettext_lazy("What did it do?"), required=False, widget=_lines(500),
        help_text=gettext_lazy("One line is enough. Write about the work, not about persons."),
    )  # fmt: skip
    outcome = forms.ChoiceField(required=False, widget=forms.RadioSelect)
    learnt = forms.CharField(
        label=gettext_lazy("What did you learn?"), required=False, widget=_lines(500),
        help_text=gettext_lazy("May be left empty. Also what did not work is worth a line."),
    )  # fmt: skip
    next_step = forms.CharField(label=gettext_lazy("What is next?"), required=False, widget=_lines(500))
    next_day = forms.DateField(label=gettext_lazy("When do we look at it again?"), required=False, widget=day_input())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choices(self, "noticed", [(str(one), say(NOTICED[one])) for one in Noticed])
        _choices(self, "outcome", [(str(one), say(NAMES[one])) for one in State if one in OUTCOMES])


def _choices(form: forms.Form, name: str, choices: list[tuple[str, str]]) -> None:
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        field.choices = choices
