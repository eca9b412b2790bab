"""The form in which stock is taken: the same few questions of each trait and action, filled in where they can be."""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django import forms
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.core.plans import StatusDraft, StatusLine
from kulturspejl.core.plans.status import AGAIN_IN, ANSWERS, LONGEST, OF_A_TRAIT, WHOLE, Answer
from kulturspejl.faces.shared.day_field import day_input
from kulturspejl.faces.shared.ids import id_of
from kulturspejl.faces.shared.seen_version import number
from kulturspejl.faces.shared.templatetags.saying import say
from kulturspejl.readers.plan_stock import SaidLine
from kulturspejl.readers.plans import ActionView, TraitView
from kulturspejl.readers.stock_page import StockPage

LOOK_AGAIN = timedelta(weeks=12)
WORDS = ("came", "learnt", "next_step", "who")
LABELS = {
    "came": gettext_lazy("What came of it?"),
    "learnt": gettext_lazy("What did you learn?"),
    "next_step": gettext_lazy("What do you do differently?"),
    "who": gettext_lazy("Who has it now?"),
    "again": gettext_lazy("When do you look at it again?"),
}


@dataclass(frozen=True)
class Asked:
    """One trait or action with its fields."""

    one: TraitView | ActionView
    words: str
    answer: forms.BoundField
    came: forms.BoundField
    learnt: forms.BoundField
    next_step: forms.BoundField | None
    who: forms.BoundField
    again: forms.BoundField | None

    @property
    def is_faulty(self) -> bool:
        """Whether something is to be mended."""
        fields = (self.answer, self.came, self.learnt, self.next_step, self.who, self.again)
        return any(field.errors for field in fields if field is not None)

    @property
    def is_action(self) -> bool:
        """A trait has no day of its own: it is looked at again when stock is taken next."""
        return self.again is not None


class StockForm(forms.Form):
    """Fields are named `came.<id>`, as core names their faults; those of the whole by themselves."""

    learnt = forms.CharField(
        label=gettext_lazy("What is the most important thing that you have learnt?"), required=False,
        widget=forms.Textarea(attrs={"rows": 2, "maxlength": WHOLE["learnt"]}),
    )  # fmt: skip
    line = forms.CharField(
        label=gettext_lazy("One line that you read aloud to the team"), required=False,
        widget=forms.Textarea(attrs={"rows": 2, "maxlength": WHOLE["line"]}),
    )  # fmt: skip
    again = forms.DateField(
        label=gettext_lazy("When do you take stock next?"), required=False,
        help_text=gettext_lazy("A trait that goes on is looked at again then. Left empty, it is in half a year."),
        widget=day_input(),
    )  # fmt: skip

    def __init__(self, page: StockPage, data: QueryDict | None, *, today: date) -> None:
        before = {one.id: one for one in page.before.lines} if page.before else {}
        whole = {
            "learnt": page.before.learnt if page.before else "", "line": page.before.line if page.before else "",
            "again": (page.before.again if page.before else None) or today + AGAIN_IN,
        }  # fmt: skip
        super().__init__(data, initial=whole)
        self._page = page
        for trait in page.traits:
            self._ask(trait.id, before.get(trait.id), OF_A_TRAIT, {"who": ""})
        for action in page.actions:
            day = action.follow_up if action.follow_up and action.follow_up > today else today + LOOK_AGAIN
            self._ask(action.id, before.get(action.id), tuple(Answer), {"who": action.who, "again": day})

    def asked(self) -> Iterator[Asked]:
        """In the order of the page: the traits, then the actions."""
        for trait in self._page.traits:
            yield self._asked(trait, trait.more_of)
        for action in self._page.actions:
            yield self._asked(action, action.what)

    def draft(self, seen: Mapping[uuid.UUID, int]) -> StatusDraft:
        """What was typed. `seen` are the versions that the page showed; what it did not show says nothing."""
        return StatusDraft(
            traits=tuple(self._line(one.id, seen) for one in self._page.traits if one.id in seen),
            actions=tuple(self._line(one.id, seen) for one in self._page.actions if one.id in seen),
            **{name: self.cleaned_data[name] for name in ("learnt", "line", "again")},
        )  # fmt: skip

    def _ask(
        self, id: uuid.UUID, before: SaidLine | None, answers: Sequence[Answer], filled: Mapping[str, Any]
    ) -> None:
        choices = [(str(one), say(ANSWERS[one])) for one in answers]
        self.fields[f"answer.{id}"] = forms.ChoiceField(
            required=False, widget=forms.RadioSelect, choices=choices, initial=_answered(before)
        )
        for name in WORDS:
            if name == "next_step" and "again" not in filled:
                continue
            said = getattr(before, name) if before else filled.get(name, "")
            self.fields[f"{name}.{id}"] = forms.CharField(
                label=LABELS[name], required=False, initial=said,
                widget=forms.TextInput(attrs={"maxlength": LONGEST[name], "autocomplete": "off"}),
            )  # fmt: skip
        if "again" in filled:
            day = before.again if before and before.again else filled["again"]
            self.fields[f"again.{id}"] = forms.DateField(
                label=LABELS["again"], required=False, initial=day,
                widget=day_input(),
            )  # fmt: skip

    def _asked(self, one: TraitView | ActionView, words: str) -> Asked:
        def field(name: str) -> forms.BoundField:
            return self[f"{name}.{one.id}"]

        is_action = isinstance(one, ActionView)
        return Asked(
            one, words, answer=field("answer"), came=field("came"), learnt=field("learnt"), who=field("who"),
            next_step=field("next_step") if is_action else None, again=field("again") if is_action else None,
        )  # fmt: skip

    def _line(self, id: uuid.UUID, seen: Mapping[uuid.UUID, int]) -> StatusLine:
        typed = {name: self.cleaned_data.get(f"{name}.{id}") or "" for name in ("answer", *WORDS)}
        return StatusLine(id, seen[id], again=self.cleaned_data.get(f"again.{id}"), **typed)


def _answered(before: SaidLine | None) -> str:
    if before is None:
        return ""
    return next(str(one) for one in Answer if ANSWERS[one] == before.answer)


def versions(request: HttpRequest) -> dict[uuid.UUID, int]:
    """The version of each trait and action as the page showed it; NotThere for what no page of ours sends."""
    found = {}
    for name in request.POST:
        if not name.startswith("seen."):
            continue
        found[id_of(name.removeprefix("seen."), NOTHING_HERE)] = number(request, name)
    return found
