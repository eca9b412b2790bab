"""The front door: a code, a try, a sign-in. No account and no cookie is needed here."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from kulturspejl.actions import whole_store
from kulturspejl.core.content.code_in import LONGEST, code_in, why_none
from kulturspejl.core.errors import NotThere
from kulturspejl.faces.respondent import doors, shown_first
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.readers import organisation
from kulturspejl.vault import codes


@csrf_exempt  # A code is typed, nothing is changed, and the page shall set no cookie.
@require_http_methods(["GET", "HEAD", "POST"])
def front_door(request: HttpRequest) -> HttpResponse:
    """Three things; an instance without an organisation greets with its first page instead."""
    if request.method == "POST":
        return _code(request)
    if organisation.is_empty():
        return redirect("start")
    return _page(request)


def _code(request: HttpRequest) -> HttpResponse:
    typed = request.POST.get("code", "").strip()[:LONGEST]
    tidy = code_in(typed)
    if not tidy:
        return _page(request, typed, _("Write the code from your card or mail."), 422)
    fault = why_none(tidy)
    if fault is not None:
        # Whoever guesses gets no other brake for it.
        doors.count_wrong(request, tidy)
        return _page(request, typed, fault.into(language()), 404)
    try:
        if doors.is_of_a_room(request, tidy):
            return redirect("room", tidy)
        doors.open_door(request, tidy, now=clock.now())
    except NotThere as error:
        of_a_room = len(tidy) == codes.ROOM
        said = _("No room that is open has this code. Look at the wall: it may be a new one.") if of_a_room else None
        return _page(request, typed, said or error.text.into(language()), 404)
    return redirect("answer", tidy)


def _page(request: HttpRequest, typed: str = "", fault: str = "", status: int = 200) -> HttpResponse:
    context = {
        "typed": typed, "fault": fault, "shown": shown_first.made_up_team(),
        "demo_roles": _demo_roles() if settings.KULTURSPEJL_DEMO else [],
        "can_play": whole_store.can_be_kept(),
    }  # fmt: skip
    return render(request, "respondent/front_door.html", context, status=status)


def _demo_roles() -> list[tuple[str, str]]:
    return [
        ("leader", _("Leader")), ("amr", _("AMR")), ("tr", _("TR")), ("steward", _("Administrator")), ("hr", _("HR")),
    ]  # fmt: skip
