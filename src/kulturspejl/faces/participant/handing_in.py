"""Handing in what was filled in: by the page's script as JSON, or as a plain form; kept once for each id."""

import json
import re
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from kulturspejl.actions import rooms
from kulturspejl.core.errors import Faulty, NotThere
from kulturspejl.core.text import Text
from kulturspejl.faces.participant import keys
from kulturspejl.faces.participant.doors import in_the_room
from kulturspejl.faces.shared import clock, guesses
from kulturspejl.faces.shared.templatetags.saying import language

NOT_READ = Text(
    da="Det, telefonen sendte, kan ikke læses. Genindlæs siden, og send igen.",
    en="What the phone sent cannot be read. Reload the page and send again.",
)
NUMBER = re.compile(r"-?[0-9]{1,3}")
SECRET = re.compile(r"(?:[0-9a-f]{2}){16,64}")
STATUS = {"stored": 201, "again": 200}


@csrf_exempt  # The key's cookie is SameSite=Lax, and what has no name behind it has no cookie either.
@require_POST
def contributions(request: HttpRequest, code: str) -> HttpResponse:
    """JSON {"id", "part", "values"} of a part with a name behind it, or the plain form of any part.

    A plain form of a part without a name brings key and answer in one sending; they part here, in two transactions.
    """
    in_the_room(request, code)
    if request.content_type == "application/json":
        # Key and voucher never come to the same address.
        outcome = _hand_in(code, contribution_of(read(request.body)), keys.key_in(request.COOKIES) or None)
        return JsonResponse({"outcome": outcome}, status=STATUS[outcome])
    key = keys.key_in(request.COOKIES) or None
    if "withdraw" in request.POST:
        rooms.withdraw(code=code, part=request.POST.get("part", "")[:120], key=key, now=clock.now())
        return redirect("room", code)
    try:
        _hand_in(code, contribution_of(_form(request)), key)
    except Faulty as faulty:
        told = {"text": faulty.text.into(language()), "back": reverse("room", args=[code])}
        return render(request, "shared/refused.html", told, status=faulty.status)
    return redirect("room", code)


@csrf_exempt  # The key's cookie is SameSite=Lax: a page elsewhere cannot send it.
@require_POST
def voucher(request: HttpRequest, code: str) -> HttpResponse:
    """JSON {"part", "secret"}: the right to one answer without a name. No answer comes here."""
    in_the_room(request, code)
    wanted = purchase_of(read(request.body))
    given = rooms.buy_voucher(code=code, **vars(wanted), key=keys.key_in(request.COOKIES), now=clock.now())
    reply = JsonResponse({"voucher": given})
    reply["Cache-Control"] = "no-store"
    return reply


@csrf_exempt  # Nobody stands behind it: that is the point of the address.
@require_POST
def without_a_name(request: HttpRequest, code: str) -> HttpResponse:
    """JSON {"id", "part", "values", "voucher"}. The phone's key does not come here.

    The voucher is looked at before the code: whoever has none hears the same at every code, of a room or of none.
    """
    data = read(request.body)
    given = voucher_of(data)
    rooms.require_voucher(given)
    with _counted(request):
        outcome = _hand_in(code, contribution_of(data), None, given)
    return JsonResponse({"outcome": outcome}, status=STATUS[outcome])


@csrf_exempt  # Nobody stands behind it here either: the voucher is the receipt.
@require_POST
def back_without_a_name(request: HttpRequest, code: str) -> HttpResponse:
    """JSON {"part", "voucher"}: what was handed in with this voucher is taken out again."""
    data = read(request.body)
    part, given = data.get("part"), data.get("voucher")
    if not isinstance(part, str) or not isinstance(given, str):
        raise Faulty(NOT_READ, {"part": NOT_READ})
    rooms.require_voucher(given[:200])
    with _counted(request):
        rooms.withdraw(code=code, part=part[:120], voucher=given[:200], now=clock.now())
    return JsonResponse({"outcome": "gone"})


def _hand_in(code: str, came: "Contribution", key: str | None, voucher: str | None = None) -> str:
    return rooms.contribute(code=code, **vars(came), key=key, voucher=voucher, now=clock.now())


@contextmanager
def _counted(request: HttpRequest) -> Iterator[None]:
    """A voucher of one room at the code of another is a guess at that code."""
    try:
        yield
    except NotThere:
        guesses.guard(request)
        guesses.was_wrong(request)
        raise


@dataclass(frozen=True)
class Contribution:
    """What came in at a part, not checked yet."""

    id: uuid.UUID
    part: str
    values: Mapping[str, object]


@dataclass(frozen=True)
class Purchase:
    """For which part somebody wants a voucher, and their phone's random number."""

    part: str
    secret: bytes


def contribution_of(data: Mapping[str, Any]) -> Contribution:
    """Raises Faulty for what is none."""
    part, values = data.get("part"), data.get("values")
    if not isinstance(part, str) or not isinstance(values, Mapping):
        raise Faulty(NOT_READ, {"part": NOT_READ})
    return Contribution(_id(data.get("id")), part[:120], values)


def purchase_of(data: Mapping[str, Any]) -> Purchase:
    """Raises Faulty for what is none."""
    part, secret = data.get("part"), data.get("secret")
    if not isinstance(part, str) or not isinstance(secret, str) or not SECRET.fullmatch(secret):
        raise Faulty(NOT_READ, {"part": NOT_READ})
    return Purchase(part[:120], bytes.fromhex(secret))


def voucher_of(data: Mapping[str, Any]) -> str | None:
    """The voucher, as far as there is one."""
    given = data.get("voucher")
    return given[:200] if isinstance(given, str) else None


def read(body: bytes) -> Mapping[str, Any]:
    """JSON with names. Raises Faulty for what is none."""
    try:
        data = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Faulty(NOT_READ, {"id": NOT_READ}) from error
    if not isinstance(data, dict):
        raise Faulty(NOT_READ, {"id": NOT_READ})
    return data


def _form(request: HttpRequest) -> Mapping[str, Any]:
    """A form without JavaScript: its fields are called "value.<item>", and "number.<item>" where a number is meant."""
    fields = {name: str(value) for name, value in request.POST.items()}
    values: dict[str, Any] = {name[6:]: value for name, value in fields.items() if name.startswith("value.")}
    for name, value in fields.items():
        if name.startswith("number.") and NUMBER.fullmatch(value):
            values[name[7:]] = int(value)
    return {"id": request.POST.get("id") or str(uuid.uuid4()), "part": request.POST.get("part", ""), "values": values}


def _id(raw: object) -> uuid.UUID:
    try:
        return uuid.UUID(str(raw))
    except ValueError as error:
        raise Faulty(NOT_READ, {"id": NOT_READ}) from error
