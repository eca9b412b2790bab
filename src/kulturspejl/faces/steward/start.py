"""The first visit: the first organisation and its steward, made by whoever has the code from the terminal."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.actions import organisations
from kulturspejl.core.errors import Faulty, NotThere
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.mailbox_field import MailboxField
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.faces.steward import start_code
from kulturspejl.faces.steward.here import add_faults
from kulturspejl.readers import organisation


class StartForm(forms.Form):
    """Who begins."""

    code = forms.CharField(label=gettext_lazy("The code from the terminal"), max_length=64)
    name = forms.CharField(label=gettext_lazy("What is the organisation called?"), max_length=200)
    language = forms.ChoiceField(label=gettext_lazy("Its language"), choices=settings.LANGUAGES)
    steward_name = forms.CharField(label=gettext_lazy("Your name"), max_length=200)
    steward_email = MailboxField(label=gettext_lazy("Your mail address at work"))

    def clean_code(self) -> str:
        """Only whoever started the program has it."""
        code = str(self.cleaned_data["code"])
        if not start_code.is_right(code):
            raise forms.ValidationError(_("That is not the code. It stands where the program was started."))
        return code


@never_cache
@require_http_methods(["GET", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """The form, as long as there is no organisation; afterwards there is nothing here."""
    if not organisation.is_empty():
        return _again(request)
    if request.method == "GET":
        first = {"code": request.GET.get("code", ""), "language": get_language()}
        return render(request, "steward/start.html", {"form": StartForm(initial=first)})
    form = StartForm(request.POST)
    if not form.is_valid() or not _begin(request, form):
        return render(request, "steward/start.html", {"form": form}, status=422)
    messages.success(request, _("The organisation is made, and you are its administrator."))
    return redirect("organisation")


def _again(request: HttpRequest) -> HttpResponse:
    """The same press once more lands where the first one does; for everybody else there is nothing here."""
    user = organisations.begun_with(sent_form(request), now=clock.now())
    if user is None:
        raise NotThere(NOTHING_HERE)
    login(request, user)
    messages.success(request, _("The organisation is made, and you are its administrator."))
    return redirect("organisation")


def _begin(request: HttpRequest, form: StartForm) -> bool:
    chosen = form.cleaned_data
    try:
        user = organisations.begin(
            name=chosen["name"], language=chosen["language"], steward_name=chosen["steward_name"],
            steward_email=chosen["steward_email"], is_demo=settings.KULTURSPEJL_DEMO, form=sent_form(request),
            now=clock.now(),
        )  # fmt: skip
    except Faulty as faulty:
        add_faults(form, faulty)
        return False
    start_code.current()
    login(request, user)
    return True
