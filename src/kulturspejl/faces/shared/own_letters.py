"""Which letters one gets: on one's account, and by the address in each of them, without logging in."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from kulturspejl.access.letters_off import behind, is_off, kinds_off
from kulturspejl.actions.letters.choosing import choose_letter
from kulturspejl.core.letter_choice import MAY_REFUSE, OF_ACCOUNTS
from kulturspejl.core.writing.half_said import half_said
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.ended_often import note_end
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.records.models import User


@require_http_methods(["GET", "HEAD", "POST"])
@needs_login
def letters(request: SignedIn) -> HttpResponse:
    """All kinds, to whom each goes, and those that one may do without."""
    if request.method == "POST":
        kind, is_wanted = request.POST.get("kind", "")[:40], request.POST.get("verb") == "on"
        note_end(str(request.user.id))
        choose_letter(by=request.user, kind=kind, is_wanted=is_wanted, now=clock.now())
        messages.success(request, _("You get it again.") if is_wanted else _("You get no more of it."))
        return redirect("own_letters")
    off = kinds_off(request.user)
    rows = [(one, one.id in off) for one in OF_ACCOUNTS]
    return render(request, "account/letters.html", {"rows": rows})


@csrf_exempt  # A mail program does it by one POST without a page of ours (RFC 8058); the address is the key.
@require_http_methods(["GET", "HEAD", "POST"])
def one_kind(request: HttpRequest, key: str) -> HttpResponse:
    """No more of one kind, or again, for whoever has the letter."""
    person, kind = behind(key)
    if request.method == "POST":
        is_wanted = request.POST.get("verb") == "on"
        note_end(str(person.id))
        choose_letter(by=person, kind=kind, is_wanted=is_wanted, now=clock.now())
    is_of_account = isinstance(person, User)
    context = {
        "kind": MAY_REFUSE[kind], "is_off": is_off(person.id, kind), "is_of_account": is_of_account,
        "address": half_said(person.email if isinstance(person, User) else person.address),
    }  # fmt: skip
    response = render(request, "account/one_kind.html", context)
    response["Cache-Control"] = "no-store"
    return response
