"""The demo's pages. In an instance that is no demo they do not exist."""

from dataclasses import replace

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from kulturspejl.faces.shared import played
from kulturspejl.faces.steward.demo import guide as keeping
from kulturspejl.faces.steward.demo import playing
from kulturspejl.faces.steward.demo.guide import Guide, Pile
from kulturspejl.readers import demo as reader

MOST_CARDS = 3


def _guide() -> Guide:
    found = keeping.read()
    if found is None:
        raise Http404
    # At a stop of the half-year the same people are there; cards and the course are that stop's own.
    return found if played.shown() is None else replace(found, piles=(), course_name="", course_path="")


@require_GET
def roles(request: HttpRequest) -> HttpResponse:
    """Whom one can be, and a card to answer with."""
    found = _guide()
    piles = [Pile(one.unit, one.what, one.cards[:MOST_CARDS]) for one in found.piles]
    context = {"guide": found, "piles": piles, "can_play": playing.is_possible()}
    return render(request, "steward/demo/roles.html", context)


@require_GET
def course(_request: HttpRequest) -> HttpResponse:
    """The page of somebody on a course, who needs no account."""
    found, shown = _guide(), played.shown()
    if shown is not None:
        return redirect("demo_stop", shown.id)
    if not found.course_path:
        raise Http404
    return redirect(found.course_path)


@require_POST
def sign_in(request: HttpRequest, key: str) -> HttpResponse:
    """Step into the role, without a code."""
    part = next((part for part in _guide().parts if part.key == key), None)
    user = reader.account(part.email) if part else None
    if user is None:
        raise Http404
    logout(request)
    login(request, user)
    return redirect("home")


@require_GET
def mails(request: HttpRequest) -> HttpResponse:
    """What would have been sent, the newest first."""
    if not settings.KULTURSPEJL_DEMO:
        raise Http404
    return render(request, "steward/demo/mails.html", {"mails": reader.mails()})
