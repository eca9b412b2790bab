"""Signing up by a link, and asking for a lost link again: braked, and alike for every address."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from kulturspejl.actions import courses
from kulturspejl.core.errors import Faulty, Gone, Refused, SlowDown
from kulturspejl.core.text import Text
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.faces.shared.templatetags.saying import language, say
from kulturspejl.faces.shared.visitor import place
from kulturspejl.live.limits import EVERYBODY, Limit
from kulturspejl.readers.courses import door
from kulturspejl.values.course_keeping import TO_CONFIRM

MINE = Limit("course letters", 20.0, 1 / 60)
"""Of one place, which may be a whole municipality's: twenty at once, then one a minute."""
ALL = Limit("course letters of all", 300.0, 1.0)
OFTEN = Text(
    da="Der bliver bedt om mange breve herfra lige nu. Vent et minut, og prøv igen.",
    en="Many letters are being asked for from here just now. Wait a minute and try again.",
)
ROWS = 5
"""A leader and four representatives."""
ALWAYS_SEEN = 3
"""Rows that do not lie in a fold: one leader with AMR and TR, as most groups are."""


@require_http_methods(["GET", "HEAD", "POST"])
def sign_up(request: HttpRequest, code: str) -> HttpResponse:
    """The form, while the link is open; then that a letter is on its way."""
    view = door.behind(code, now=clock.now())
    if request.method != "POST":
        return _form(request, view, {})
    _brake(request)
    people = [
        (request.POST.get(f"role.{at}", ""), request.POST.get(f"name.{at}", ""), request.POST.get(f"address.{at}", ""))
        for at in range(ROWS)
    ]
    people[0] = ("leader", *people[0][1:])
    try:
        courses.sign_up(
            code=code, workplace=request.POST.get("workplace", ""), people=people, language=language(),
            form=sent_form(request), now=clock.now(),
        )  # fmt: skip
    except Faulty as faulty:
        return _form(request, view, faulty.fields, status=422)
    except (Refused, Gone) as error:
        return _form(request, view, {"all": error.text}, status=error.status)
    context = {"view": view, "address": request.POST.get("address.0", "").strip(), "days": TO_CONFIRM.days}
    return render(request, "participant/course/signed_up.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def lost(request: HttpRequest) -> HttpResponse:
    """One's own link again by letter; what is said is the same for an address that nobody has."""
    context: dict[str, object] = {"typed": request.POST.get("address", "")}
    if request.method != "POST":
        return render(request, "participant/course/lost.html", context)
    _brake(request)
    try:
        courses.ask_link(
            address=request.POST.get("address", "")[:300], form=sent_form(request), now=clock.now()
        )
    except Faulty as faulty:
        context["fault"] = say(faulty.text)
        return render(request, "participant/course/lost.html", context, status=422)
    return render(request, "participant/course/lost.html", {**context, "is_sent": True})


def _brake(request: HttpRequest) -> None:
    """Raise SlowDown for a place from which many letters were asked for."""
    here = place(request)
    if MINE.seconds_to_wait(here) > 0 or ALL.seconds_to_wait(EVERYBODY) > 0:
        raise SlowDown(OFTEN)
    MINE.take(here)
    ALL.take(EVERYBODY)


def _form(request: HttpRequest, view: door.SignUp, faults: Mapping[str, Text], status: int = 200) -> HttpResponse:
    rows = [
        {
            "at": at, "name": request.POST.get(f"name.{at}", ""), "address": request.POST.get(f"address.{at}", ""),
            "role": request.POST.get(f"role.{at}", "amr" if at == 1 else "tr"),
            "name_fault": _said(faults, f"name.{at}"), "address_fault": _said(faults, f"address.{at}"),
        }
        for at in range(ROWS)
    ]  # fmt: skip
    context = {
        "view": view, "rows": rows, "workplace": request.POST.get("workplace", ""),
        "workplace_fault": _said(faults, "workplace"), "told": _said(faults, "all"), "has_faults": bool(faults),
        "to_confirm": TO_CONFIRM.days, "has_more": any(row["name"] or row["address"] for row in rows[ALWAYS_SEEN:]),
    }  # fmt: skip
    return render(request, "participant/course/sign_up.html", context, status=status)


def _said(faults: Mapping[str, Text], name: str) -> str:
    return say(faults[name]) if name in faults else ""
