"""The organisation's list of help: each kind on one page, saved as gone through today."""

from collections.abc import Iterator

from django import forms
from django.contrib import messages
from django.forms import BoundField
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from kulturspejl.actions import local_help as actions
from kulturspejl.core.errors import Faulty
from kulturspejl.core.local_help import KINDS, LONGEST, LONGEST_KEEPER
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.faces.steward.here import add_faults, my_organisation
from kulturspejl.readers import local_help
from kulturspejl.readers.local_help import HelpForm

LABELS = {
    "who": gettext_lazy("Who"), "what_da": gettext_lazy("What they help with, in Danish"),
    "what_en": gettext_lazy("The same in English (may be left out)"), "phone": gettext_lazy("Phone"),
    "hours_da": gettext_lazy("When they can be reached, in Danish"),
    "hours_en": gettext_lazy("The same in English (may be left out)"), "link": gettext_lazy("Link"),
}  # fmt: skip


class HelpListForm(forms.Form):
    """A field for each word of each kind, named "<kind>.<word>"; an empty kind is not on the list."""

    keeper = forms.CharField(
        label=gettext_lazy("Who keeps the list up to date?"), max_length=LONGEST_KEEPER, required=False
    )

    def __init__(self, found: HelpForm, typed: QueryDict | None) -> None:
        first = {"keeper": found.keeper}
        for kind, _name, line in found.rows:
            first |= {f"{kind}.{word}": getattr(line, word) if line else "" for word in LONGEST}
        super().__init__(typed, initial=first)
        self.found = found
        for kind, _name, _line in found.rows:
            for word, most in LONGEST.items():
                self.fields[f"{kind}.{word}"] = forms.CharField(label=LABELS[word], max_length=most, required=False)

    def kinds(self) -> Iterator[tuple[str, list[BoundField], bool]]:
        """(name, its fields, whether it stands open) for each kind."""
        for kind, name, line in self.found.rows:
            of_it = [self[f"{kind}.{word}"] for word in LONGEST]
            yield name, of_it, line is not None or any(one.errors or one.value() for one in of_it)

    def lines(self) -> dict[str, dict[str, str]]:
        """What was typed, by kind."""
        typed = self.cleaned_data
        return {kind: {word: typed[f"{kind}.{word}"] for word in LONGEST} for kind in KINDS}


@require_http_methods(["GET", "POST"])
@needs_login
def local_help_list(request: SignedIn) -> HttpResponse:
    """Look and change."""
    organisation = my_organisation(request)
    found = local_help.help_form(request.user, organisation, language=language(), now=clock.now())
    form = HelpListForm(found, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.save_help(
                by=request.user, organisation_id=organisation, lines=form.lines(),
                keeper=form.cleaned_data["keeper"], now=clock.now(),
            )  # fmt: skip
            messages.success(request, _("Saved, as gone through today."))
            return redirect("organisation_help")
        except Faulty as faulty:
            add_faults(form, faulty)
    return render(request, "steward/local_help.html", {"form": form}, status=422 if form.errors else 200)
