"""Coming into a room: a name as wished, no account; and coming back by the card with six words.

Where the browser can, it chooses the words itself and sends a key that they make (`key`), and none of the words.
"""

import random
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from kulturspejl.actions import rooms
from kulturspejl.core.errors import Faulty, KulturspejlError, NotThere
from kulturspejl.core.writing.line import one_line
from kulturspejl.faces.participant import keys, phone
from kulturspejl.faces.participant.doors import door_of, guard
from kulturspejl.faces.shared import clock, guesses
from kulturspejl.faces.shared.sent_form import sent_form
from kulturspejl.faces.shared.templatetags.saying import say
from kulturspejl.library.words import words_in
from kulturspejl.readers import rooms as readers

CARD = "participant/card.html"


@csrf_exempt  # No account stands behind it, and a join from elsewhere gains nothing.
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, code: str) -> HttpResponse:
    """The form, or the phone's own page for somebody who is in already."""
    if request.method == "POST":
        return _come_in(request, door_of(request, code))
    guard(request, code)
    try:
        return phone.page(request, code)
    except NotThere:
        return _form(request, door_of(request, code), {})


@csrf_exempt
@require_POST
def back(request: HttpRequest, code: str) -> HttpResponse:
    """The same participant again, by the six words."""
    door = door_of(request, code)
    words, key = request.POST.get("words", "")[:200], request.POST.get("key", "")[:80]
    try:
        joined = rooms.come_back(code=door.code, words=words, key=key, now=clock.now())
    except NotThere:
        guesses.was_wrong(request)
        return _form(request, door, {"words": True}, status=404)
    return keep(request, redirect("room", door.code), door.code, joined)


def _come_in(request: HttpRequest, door: readers.Door) -> HttpResponse:
    try:
        joined = rooms.join(code=door.code, **vars(wish_of(request)))
    except Faulty as faulty:
        faults = {"room" if name == "key" else name: say(text) for name, text in faulty.fields.items()}
        return _form(request, door, faults, status=422)
    except KulturspejlError as error:
        return refused(request, door, error)
    card = render(request, CARD, {"door": door, "words": joined.words, "called": called(request, joined)})
    return keep(request, card, door.code, joined)


def refused(request: HttpRequest, door: readers.Door, error: KulturspejlError) -> HttpResponse:
    """The form with what is typed in it, and why nobody is let in."""
    return _form(request, door, {"room": say(error.text)}, status=error.status)


@dataclass(frozen=True)
class Wish:
    """What somebody who wants to come in has written, and the chance that words are drawn by."""

    name: str
    workplace: str
    group: str
    key: str
    form: uuid.UUID | None
    now: datetime
    rng: random.Random


def wish_of(request: HttpRequest) -> Wish:
    """What the form says."""
    return Wish(
        request.POST.get("name", ""), request.POST.get("workplace", ""), request.POST.get("group", "")[:80],
        request.POST.get("key", "")[:80], sent_form(request), clock.now(), random.SystemRandom(),
    )  # fmt: skip


def called(request: HttpRequest, joined: rooms.Joined) -> str:
    """Somebody of the same name was here before: whoever comes later is told what the others see. "" for the rest."""
    return joined.name if joined.name != one_line(request.POST.get("name", "")) else ""


def keep(request: HttpRequest, card: HttpResponse, code: str, joined: rooms.Joined) -> HttpResponse:
    """The phone keeps its key, a device that others use too until its browser is closed."""
    return keys.keep(card, code, joined.key, is_shared=_is_shared(request))


def _is_shared(request: HttpRequest) -> bool:
    return request.POST.get("shared") == "1"


def _form(
    request: HttpRequest, door: readers.Door, faults: Mapping[str, object], status: int = 200
) -> HttpResponse:
    context = {"door": door, "faults": faults, "typed": request.POST, "card_words": words_in(door.language)}
    response = render(request, "participant/join.html", context, status=status)
    # What was typed stands beside nothing but what everybody gets; still, only the form that is asked for is shortened.
    return phone.for_the_way(request, response) if request.method == "GET" else response
