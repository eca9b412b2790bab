"""One person: what they are called, how they log in, where, and the way to erase them."""

import uuid
from collections.abc import Callable
from functools import wraps

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kulturspejl.actions import erasing, persons
from kulturspejl.actions.sent import may_be_gone
from kulturspejl.core.errors import Faulty
from kulturspejl.faces.shared import about_file, clock, event_words
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.second_look import asks_again, asks_first
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.faces.steward.here import add_faults, my_organisation
from kulturspejl.readers import about_me
from kulturspejl.readers import person as reader


class PersonForm(forms.Form):
    """What somebody is called, and where their letters go."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=200, required=False)
    address = forms.CharField(
        label=gettext_lazy("Mail address at work"), max_length=320,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        help_text=gettext_lazy("Another address logs the person out everywhere, and both addresses get a letter."),
    )  # fmt: skip


def known(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Around a view of one person, before its second look: who may not see the person is not asked either.

    The form that has erased the person lands where it did, pressed again.
    """

    @wraps(view)
    def asked(request: SignedIn, user_id: uuid.UUID) -> HttpResponse:
        with may_be_gone(sent_form(request), request.user):
            reader.person(request.user, my_organisation(request), user_id, now=clock.now())
        return view(request, user_id=user_id)

    return needs_login(asked)


@require_GET
@needs_login
def person(request: SignedIn, user_id: uuid.UUID) -> HttpResponse:
    """The page."""
    return _page(request, user_id)


@require_http_methods(["GET", "POST"])
@known
@asks_again
def change(request: SignedIn, user_id: uuid.UUID) -> HttpResponse:
    """Correct name and address."""
    if request.method == "GET":
        return _page(request, user_id)
    form = PersonForm(request.POST)
    if not form.is_valid() or not _correct(request, user_id, form):
        return _page(request, user_id, form)
    messages.success(request, _("Saved."))
    return redirect("person", user_id)


@require_http_methods(["GET", "POST"])
@known
@asks_again
def forget(request: SignedIn, user_id: uuid.UUID) -> HttpResponse:
    """Ask, then take app, passkeys and recovery codes off."""
    page = reader.person(request.user, my_organisation(request), user_id, now=clock.now())
    if request.method == "GET":
        return render(request, "steward/person_forget.html", {"person": page})
    persons.forget_factors(
        by=request.user, organisation_id=my_organisation(request), person_id=user_id, now=timezone.now()
    )
    messages.success(
        request, _("They have been removed. The person gets a letter, and logs in with a code by mail.")
    )
    return redirect("person", user_id)


@require_POST
@needs_login
def log_out(request: SignedIn, user_id: uuid.UUID) -> HttpResponse:
    """End all sessions of the person."""
    ended = persons.end_sessions(
        by=request.user, organisation_id=my_organisation(request), person_id=user_id, now=timezone.now()
    )
    said = ngettext("Logged out in %(n)s browser.", "Logged out in %(n)s browsers.", ended) % {"n": ended}
    messages.success(request, said)
    return redirect("person", user_id)


@require_POST
@known
@asks_first("person")
def everything(request: SignedIn, user_id: uuid.UUID) -> HttpResponse:
    """Everything about the person, as a file; on record."""
    organisation_id = my_organisation(request)
    found = erasing.take_everything(
        by=request.user, organisation_id=organisation_id, person_id=user_id, now=timezone.now()
    )
    is_own = found == request.user
    return about_file.attached(about_me.everything(found, is_own=is_own, within=organisation_id, now=clock.now()))


@require_http_methods(["GET", "POST"])
@known
@asks_again
def erase(request: SignedIn, user_id: uuid.UUID) -> HttpResponse:
    """Say what goes and what stays, then erase."""
    if request.method == "GET":
        page = reader.person(request.user, my_organisation(request), user_id, now=clock.now())
        return render(request, "steward/person_erase.html", {"person": page})
    number = erasing.erase(
        by=request.user, organisation_id=my_organisation(request), person_id=user_id,
        is_known=request.POST.get("known") == "1", form=sent_form(request), now=clock.now(),
    )  # fmt: skip
    messages.success(
        request, _("The person is erased. In the list of changes they are #%(number)s.") % {"number": number}
    )
    return redirect("people")


@require_GET
@needs_login
def without(request: SignedIn) -> HttpResponse:
    """Accounts that have no permission any more."""
    organisation, now = my_organisation(request), clock.now()
    lines = reader.without_permission(request.user, organisation, now=now)
    refused = reader.strangers_refused(request.user, organisation, now=timezone.now())
    return render(request, "steward/people_without.html", {"lines": lines, "refused": refused})


def _page(request: SignedIn, user_id: uuid.UUID, form: PersonForm | None = None) -> HttpResponse:
    page = reader.person(request.user, my_organisation(request), user_id, now=clock.now())
    shown = form or PersonForm(initial={"name": page.name, "address": page.address})
    events = [(line.at, event_words.told(line)) for line in page.events]
    context = {"person": page, "form": shown, "events": events}
    return render(request, "steward/person.html", context, status=422 if form else 200)


def _correct(request: SignedIn, user_id: uuid.UUID, form: PersonForm) -> bool:
    try:
        persons.correct(
            by=request.user, organisation_id=my_organisation(request), person_id=user_id,
            name=form.cleaned_data["name"], address=form.cleaned_data["address"], now=timezone.now(),
        )  # fmt: skip
    except Faulty as faulty:
        add_faults(form, faulty)
        return False
    return True
