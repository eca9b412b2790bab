"""Handing in what was filled in: by the page's script as JSON, or as a plain form; kept once for each id."""

import json
import secrets
import uuid
from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from kulturspejl.actions import rooms
from kulturspejl.core.content.text import Text
from kulturspejl.core.errors import Faulty
from kulturspejl.faces.participant import keys
from kulturspejl.faces.shared import clock

NOT_READ = Text(
    da="Det, telefonen sendte, kan ikke læses. Genindlæs siden, og send igen.",
    en="What the phone sent cannot be read. Reload the page and send again.",
)
STATUS = {"stored": 201, "again": 200}


@csrf_exempt  # The key's cookie is SameSite=Lax, and what has no name behind it has no cookie either.
@require_POST
def contributions(request: HttpRequest, code: str) -> HttpResponse:
    """JSON {"id", "part", "values", "token"?}, or the plain form of a part with a name behind it."""
    if request.content_type == "application/json":
        data = _read(request)
        outcome = _hand_in(code, data, keys.key_in(request) or None)
        return JsonResponse({"outcome": outcome}, status=STATUS[outcome])
    _hand_in(code, _form(request), keys.key_in(request) or None)
    return redirect("room", code)


@csrf_exempt  # Nobody stands behind it: that is the point of the address.
@require_POST
def without_a_name(request: HttpRequest, code: str) -> HttpResponse:
    """The same for what is handed in without a name. The phone's key does not come here."""
    if request.content_type == "application/json":
        outcome = _hand_in(code, _read(request), None)
        return JsonResponse({"outcome": outcome}, status=STATUS[outcome])
    _hand_in(code, _form(request), None)
    return redirect("room", code)


def _hand_in(code: str, data: Mapping[str, Any], key: str | None) -> str:
    part, values, token = data.get("part"), data.get("values"), data.get("token")
    if not isinstance(part, str) or not isinstance(values, Mapping):
        raise Faulty(NOT_READ, {"part": NOT_READ})
    return rooms.contribute(
        code=code, id=_id(data.get("id")), part=part[:120], values=values, key=key,
        token=token if isinstance(token, str) else None, now=clock.now(),
    )  # fmt: skip


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
        if name.startswith("number.") and value.isascii() and value.isdigit() and len(value) < 4:
            values[name[7:]] = int(value)
    return {
        "id": request.POST.get("id") or str(uuid.uuid4()), "part": request.POST.get("part", ""), "values": values,
        "token": request.POST.get("token") or secrets.token_urlsafe(16),
    }  # fmt: skip


def _id(raw: object) -> uuid.UUID:
    try:
        return uuid.UUID(str(raw))
    except ValueError as error:
        raise Faulty(NOT_READ, {"id": NOT_READ}) from error
