"""Somebody's own development plan: filled in and locked by the browser; a line shared, a letter each week."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST, require_safe

from kulturspejl.actions import own_plan
from kulturspejl.core.errors import Faulty
from kulturspejl.core.own_plan import prompts
from kulturspejl.core.own_plan.reminding import WEEKS, WORKING_DAYS
from kulturspejl.core.own_plan.shared_line import LONGEST
from kulturspejl.core.writing.dates import WEEKDAYS
from kulturspejl.faces.participant.sealing import sealed_in
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.form_faults import told
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.library.words import words_in
from kulturspejl.readers import own_plan as reader
from kulturspejl.values import links


class LineForm(forms.Form):
    """What somebody lets another read."""

    words = forms.CharField(
        label=gettext_lazy("The line you share"), required=False,
        widget=forms.TextInput(attrs={"maxlength": LONGEST, "autocomplete": "off"}),
    )  # fmt: skip


@require_GET
@needs_login
def plan(request: SignedIn) -> HttpResponse:
    """The fields, which the browser fills."""
    return _page(request)


@require_http_methods(["GET", "HEAD", "PUT", "DELETE"])
@needs_login
def sealed(request: SignedIn) -> HttpResponse:
    """GET {"sealed", "mark"}; PUT {"sealed", "seen"}: 409 where another browser has kept something since `seen`."""
    if request.method == "DELETE":
        own_plan.throw_away_plan(by=request.user)
        return HttpResponse(status=204)
    if request.method == "PUT":
        return JsonResponse({"mark": _keep(request)}, headers={"Cache-Control": "no-store"})
    found = reader.locked(request.user)
    return JsonResponse({"sealed": found.sealed, "mark": found.mark}, headers={"Cache-Control": "no-store"})


@require_POST
@needs_login
def share(request: SignedIn) -> HttpResponse:
    """A secret address for one line; it is shown this once."""
    form = LineForm(request.POST)
    if not form.is_valid():
        return _page(request, line_form=form, status=422)
    try:
        secret = own_plan.share_line(
            by=request.user, words=form.cleaned_data["words"], form=sent_form(request), now=clock.now()
        )
    except Faulty as faulty:
        told(form, faulty)
        return _page(request, line_form=form, status=422)
    return _page(request, address=f"{links.base_url()}/line/{secret}")


@require_POST
@needs_login
def take_back(request: SignedIn) -> HttpResponse:
    """Nobody reads the line from now on."""
    own_plan.take_line_back(by=request.user)
    messages.success(request, _("Nobody can read the line any more."))
    return redirect("own_plan")


@require_POST
@needs_login
def remind(request: SignedIn) -> HttpResponse:
    """A letter each week on the chosen day, or none."""
    if request.POST.get("verb") == "stop":
        own_plan.stop_reminding(by=request.user)
        messages.success(request, _("No further letter comes."))
        return redirect("own_plan")
    chosen = request.POST.get("weekday", "")
    number = int(chosen) if chosen.isascii() and chosen.isdigit() and len(chosen) == 1 else -1
    try:
        own_plan.remind(by=request.user, weekday=number, now=clock.now())
    except Faulty as faulty:
        return _page(request, fault=faulty.text.into(language()), status=422)
    return redirect("own_plan")


@require_http_methods(["GET", "HEAD", "POST"])
def reminder(request: HttpRequest, key: str) -> HttpResponse:
    """Where the letter leads: to the plan, or to no further letter, by one tap and without logging in."""
    if request.method == "POST":
        own_plan.stop_by_link(key=key)
    days = reader.reminder_of(key, now=clock.now())
    return _unkept(render(request, "participant/reminder.html", {"days": days, "is_over": days is None}))


@require_safe
def line(request: HttpRequest, key: str) -> HttpResponse:
    """The shared line, for whoever has its address."""
    return _unkept(render(request, "participant/shared_line.html", {"line": reader.line_of(key, now=clock.now())}))


def _keep(request: SignedIn) -> str:
    sealed, seen = sealed_in(request, str(request.user.id))
    return own_plan.seal_plan(by=request.user, sealed=sealed, seen=seen)


def _unkept(response: HttpResponse) -> HttpResponse:
    """The address is a secret: nothing on the way keeps the page, and no link tells where it came from."""
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "no-referrer"
    return response


def _page(
    request: SignedIn, *, line_form: LineForm | None = None, address: str = "", fault: str = "", status: int = 200
) -> HttpResponse:
    found = reader.for_user(request.user, now=clock.now())
    names = WEEKDAYS.into(language()).split()[: len(WORKING_DAYS)]
    context = {
        "plan": found, "line_form": line_form or LineForm(), "address": address, "fault": fault, "weekdays": names,
        "weeks": WEEKS,
        "chapters": (
            (_("From module 1"), prompts.BEGUN), (_("At module 2"), prompts.AGAIN),
            (_("At module 3"), prompts.AT_THE_END),
        ),
        "pairs": prompts.IN_PAIRS, "card_words": words_in(language()), "owner": request.user.id,
    }  # fmt: skip
    return _unkept(render(request, "participant/own_plan.html", context, status=status))
