"""What a development plan's pages have in common, whoever it belongs to: filled in and locked by the browser alone."""

from dataclasses import dataclass
from datetime import date

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kulturspejl.access.own_plan import Holder, Person
from kulturspejl.actions import own_plan
from kulturspejl.core.errors import Faulty
from kulturspejl.core.own_plan import prompts
from kulturspejl.core.own_plan.reminding import WEEKS, WORKING_DAYS
from kulturspejl.core.own_plan.shared_line import LONGEST
from kulturspejl.core.writing.dates import WEEKDAYS
from kulturspejl.faces.participant.sealing import sealed_in
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.ended_often import note_end
from kulturspejl.faces.shared.form_faults import told
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.library.words import words_in
from kulturspejl.readers import own_plan as reader
from kulturspejl.records.models import SealedPlan
from kulturspejl.values import links


class LineForm(forms.Form):
    """What somebody lets another read."""

    words = forms.CharField(
        label=gettext_lazy("The line you share"), required=False,
        widget=forms.TextInput(attrs={"maxlength": LONGEST, "autocomplete": "off"}),
    )  # fmt: skip


@dataclass(frozen=True)
class Doors:
    """Where the parts of a plan are. `up` is the page that leads here, and its name; `ends_on` its last day; without a
    person there is nobody to share a line or to get a letter. `chapter` is the module that is next, from 1 to 3."""

    plan: str
    up: str = ""
    up_name: str = ""
    ends_on: date | None = None
    is_own_address: bool = False
    chapter: int = 1

    @property
    def sealed(self) -> str:
        """Where the locked copy is."""
        return f"{self.plan}/sealed"

    @property
    def line(self) -> str:
        """Where a line is shared; taken back under it."""
        return f"{self.plan}/line"

    @property
    def reminder(self) -> str:
        """Where letters are asked for."""
        return f"{self.plan}/reminder"

    @property
    def whole(self) -> str:
        """The page's address with its host."""
        return links.base_url() + self.plan


def sealed(request: HttpRequest, holder: Holder) -> HttpResponse:
    """GET {"sealed", "mark"}; PUT {"sealed", "seen"}: 409 where another browser has kept something since `seen`."""
    if request.method == "DELETE":
        note_end(_place(holder))
        own_plan.throw_away_plan(by=holder, now=clock.now())
        return HttpResponse(status=204)
    if request.method == "PUT":
        locked, seen = sealed_in(request, _place(holder))
        mark = own_plan.seal_plan(by=holder, sealed=locked, seen=seen)
        return JsonResponse({"mark": mark}, headers={"Cache-Control": "no-store"})
    found = reader.locked(holder)
    return JsonResponse({"sealed": found.sealed, "mark": found.mark}, headers={"Cache-Control": "no-store"})


def _place(holder: Holder) -> str:
    """By what a browser that keeps too often is known: a plan that is begun anew at its address is the same place."""
    return str(holder.key_hash if isinstance(holder, SealedPlan) else holder.id)


def share(request: HttpRequest, person: Person, doors: Doors) -> HttpResponse:
    """A secret address for one line; it is shown this once."""
    form = LineForm(request.POST)
    if not form.is_valid():
        return page(request, person, doors, line_form=form, status=422)
    try:
        secret = own_plan.share_line(
            by=person, words=form.cleaned_data["words"], form=sent_form(request), now=clock.now()
        )
    except Faulty as faulty:
        told(form, faulty)
        return page(request, person, doors, line_form=form, status=422)
    return page(request, person, doors, address=f"{links.base_url()}/line/{secret}")


def take_back(request: HttpRequest, person: Person, doors: Doors) -> HttpResponse:
    """Nobody reads the line from now on."""
    own_plan.take_line_back(by=person)
    messages.success(request, _("Nobody can read the line any more."))
    return redirect(doors.plan)


def remind(request: HttpRequest, person: Person, doors: Doors) -> HttpResponse:
    """A letter each week on the chosen day, or none."""
    if request.POST.get("verb") == "stop":
        note_end(str(person.id))
        own_plan.stop_reminding(by=person, now=clock.now())
        messages.success(request, _("No further letter comes."))
        return redirect(doors.plan)
    chosen = request.POST.get("weekday", "")
    number = int(chosen) if chosen.isascii() and chosen.isdigit() and len(chosen) == 1 else -1
    try:
        own_plan.remind(by=person, weekday=number, now=clock.now())
    except Faulty as faulty:
        return page(request, person, doors, fault=faulty.text.into(language()), status=422)
    return redirect(doors.plan)


def page(
    request: HttpRequest, holder: Holder, doors: Doors, *, line_form: LineForm | None = None, address: str = "",
    fault: str = "", status: int = 200,
) -> HttpResponse:  # fmt: skip
    """The fields, which the browser fills, and for a person what stands beside them."""
    person = holder if isinstance(holder, Person) else None
    found = reader.beside(person, now=clock.now()) if person else None
    names = WEEKDAYS.into(language()).split()[: len(WORKING_DAYS)]
    context = {
        "plan": found, "doors": doors, "line_form": line_form or LineForm(), "address": address, "fault": fault,
        "weekdays": names, "weeks": WEEKS,
        "is_shown": bool(address or fault or line_form or (found and (found.line or found.days))),
        "chapters": (
            (_("From module 1"), prompts.BEGUN), (_("At module 2"), prompts.AGAIN),
            (_("At module 3"), prompts.AT_THE_END),
        ),
        "pairs": prompts.IN_PAIRS, "card_words": words_in(language()), "owner": holder.id,
    }  # fmt: skip
    return unkept(render(request, "participant/own_plan.html", context, status=status))


def unkept(response: HttpResponse) -> HttpResponse:
    """The address is a secret: nothing on the way keeps the page, and no other place is told where a link came from.

    Our own is: without it a browser on plain http says of a form that it comes from nowhere, and it is refused.
    """
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "same-origin"
    return response


def chapter_in(request: HttpRequest, otherwise: int = 1) -> int:
    """The module that the link is from."""
    asked = request.GET.get("at", "")
    return int(asked) if asked in ("1", "2", "3") else otherwise
