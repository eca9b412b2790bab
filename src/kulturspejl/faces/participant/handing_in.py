"""Handing in what was filled in: by the page's script as JSON, or as a plain form; kept once for each id."""

import json
import re
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
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
        data = {**_read(request), "voucher": None}  # Key and voucher never come to the same address.
        outcome = _hand_in(code, data, keys.key_in(request.COOKIES) or None)
        return JsonResponse({"outcome": outcome}, status=STATUS[outcome])
    key = keys.key_in(request.COOKIES) or None
    if "withdraw" in request.POST:
        rooms.withdraw(code=code, part=request.POST.get("part", "")[:120], key=key, now=clock.now())
        return redirect("room", code)
    try:
        _hand_in(code, _form(request), key)
    except Faulty as faulty:
        told = {"text": faulty.text.into(language()), "back": reverse("room", args=[code])}
        return render(request, "shared/refused.html", told, status=faulty.status)
    return redirect("room", code)


@csrf_exempt  # The key's cookie is SameSite=Lax: a page elsewhere cannot send it.
@require_POST
def voucher(request: HttpRequest, code: str) -> HttpResponse:
    """JSON {"part", "secret"}: the right to one answer without a name. No answer comes here."""
    in_the_room(request, code)
    data = _read(request)
    part, secret = data.get("part"), data.get("secret")
    if not isinstance(part, str) or not isinstance(secret, str) or not SECRET.fullmatch(secret):
        raise Faulty(NOT_READ, {"part": NOT_READ})
    given = rooms.buy_voucher(
        code=code, part=part[:120], key=keys.key_in(request.COOKIES), secret=bytes.fromhex(secret), now=clock.now()
    )
    reply = JsonResponse({"voucher": given})
    reply["Cache-Control"] = "no-store"
    return reply


@csrf_exempt  # Nobody stands behind it: that is the point of the address.
@require_POST
def without_a_name(request: HttpRequest, code: str) -> HttpResponse:
    """JSON {"id", "part", "values", "voucher"}. The phone's key does not come here.

    The voucher is looked at before the code: whoever has none hears the same at every code, of a room or of none.
    """
    data = _read(request)
    given = data.get("voucher")
    rooms.require_voucher(given[:200] if isinstance(given, str) else None)
    with _counted(request):
        outcome = _hand_in(code, data, None)
    return JsonResponse({"outcome": outcome}, status=STATUS[outcome])


@csrf_exempt  # Nobody stands behind it here either: the voucher is the receipt.
@require_POST
def back_without_a_name(request: HttpRequest, code: str) -> HttpResponse:
    """JSON {"part", "voucher"}: what was handed in with this voucher is taken out again."""
    data = _read(request)
    part, given = data.get("part"), data.get("voucher")
    if not isinstance(part, str) or not isinstance(given, str):
        raise Faulty(NOT_READ, {"part": NOT_READ})
    rooms.require_voucher(given[:200])
    with _counted(request):
        rooms.withdraw(code=code, part=part[:120], voucher=given[:200], now=clock.now())
    return JsonResponse({"outcome": "gone"})


def _hand_in(code: str, data: Mapping[str, Any], key: str | None) -> str:
    part, values, given = data.get("part"), data.get("values"), data.get("voucher")
    if not isinstance(part, str) or not isinstance(values, Mapping):
        raise Faulty(NOT_READ, {"part": NOT_READ})
    return rooms.contribute(
        code=code, id=_id(data.get("id")), part=part[:120], values=values, key=key,
        voucher=given[:200] if isinstance(given, str) else None, now=clock.now(),
    )  # fmt: skip


@contextmanager
def _counted(request: HttpRequest) -> Iterator[None]:
    """A voucher of one room at the code of another is a guess at that code."""
    try:
        yield
    except NotThere:
        guesses.guard(request)
        guesses.was_wrong(request)
        raise


def _read(request: HttpRequest) -> Mapping[str, Any]:
    try:
        data = json.loads(request.body)
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
