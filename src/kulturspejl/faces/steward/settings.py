"""The organisation's name, language and the smallest number of answers shown."""

from allauth.core import ratelimit
from django import forms
from django.conf import settings as instance
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from kulturspejl.actions import organisations
from kulturspejl.actions.letters import trial
from kulturspejl.core.errors import Faulty
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.templatetags.saying import language, say
from kulturspejl.faces.steward.here import add_faults, my_tree


class OrganisationForm(forms.Form):
    """What counts for all units."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=200)
    language = forms.ChoiceField(
        label=gettext_lazy("Language"), choices=instance.LANGUAGES,
        help_text=gettext_lazy("Of letters, where nothing else is chosen."),
    )  # fmt: skip
    minimum = forms.IntegerField(
        label=gettext_lazy("Minimum number of answers"), min_value=5, max_value=50,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        help_text=gettext_lazy("5 or more. Applies to new rounds."),
    )  # fmt: skip
    lends_rooms = forms.BooleanField(
        label=gettext_lazy("Anybody may open a room for their own team, without an account"), required=False,
        help_text=gettext_lazy(
            "It is deleted after 24 hours, and nobody else sees it. Without this the offer is not shown."
        ),
    )  # fmt: skip


@require_POST
@needs_login
def test_letter(request: SignedIn) -> HttpResponse:
    """A letter to the administrator who presses, now; what is wrong is said."""
    my_tree(request)
    if not ratelimit.consume(request, action="request_login_code", key=f"trial {request.user.pk}"):
        messages.warning(request, _("Three have just been sent. Wait a minute."))
        return redirect("organisation_settings")
    trouble = trial.send(getattr(request.user, "email", ""), language=language())
    if trouble is None:
        messages.success(request, _("The mail server has taken it. Look in your mail, also among unwanted mail."))
    else:
        messages.warning(request, say(trouble))
    return redirect("organisation_settings")


@require_http_methods(["GET", "POST"])
@needs_login
def settings(request: SignedIn) -> HttpResponse:
    """Look and change."""
    page = my_tree(request)
    first = {"name": page.name, "language": page.language, "minimum": page.minimum, "lends_rooms": page.lends_rooms}
    form = OrganisationForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            organisations.change(by=request.user, organisation_id=page.id, now=clock.now(), **form.cleaned_data)
            messages.success(request, _("Saved."))
            return redirect("organisation")
        except Faulty as faulty:
            add_faults(form, faulty)
    return render(request, "steward/settings.html", {"form": form, "page": page}, status=422 if form.errors else 200)
