"""The two steps of an answer as JSON. Neither reads a session, and neither leaves an address anywhere."""

import base64
import binascii
import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from kulturspejl.actions import eligibility, responses
from kulturspejl.core.errors import Faulty, Gone, NotThere
from kulturspejl.core.text import Text
from kulturspejl.faces.respondent.lost import or_lost
from kulturspejl.faces.shared import clock, guesses
from kulturspejl.readers.doors import is_short

UNREADABLE = Text(da="Det, der kom, kan ikke læses.", en="What came in cannot be read.")
SECRET = Text(
    da="Her skal stå mindst 16 tilfældige byte som base64, eller ingenting.",
    en="This must be at least 16 random bytes as base64, or null.",
)
ID = Text(da="Her skal stå et UUID.", en="This must be a UUID.")
ANSWERS = Text(
    da="Her skal stå et navn og et tal for hvert svar.", en="This must be a name and a number for each answer."
)
SAID = {"stored": True}
STATUS = {responses.Dropped.STORED: 201, responses.Dropped.AGAIN: 200}


@csrf_exempt  # No cookie gives any right here: the code does.
@require_POST
def admit(request: HttpRequest, code: str) -> JsonResponse:
    """`POST /r/<code>/admit`: the code for a voucher; the same request, the same answer."""
    blinded = read_admission(request.body)
    if is_short(code):
        guesses.guard(request)
    try:
        return JsonResponse({"voucher": eligibility.admit(code=code, blinded=blinded, now=clock.now())})
    except NotThere as error:
        if is_short(code):
            guesses.was_wrong(request)
        raise or_lost(error, clock.now()) from error


@csrf_exempt
@require_POST
def submit(request: HttpRequest) -> JsonResponse:
    """`POST /answers`: 201 stored, 200 the same id again."""
    try:
        outcome = responses.submit(**vars(read_submission(request.body)), now=clock.now())
    except Gone as error:
        raise or_lost(error, clock.now()) from error
    return JsonResponse(SAID, status=STATUS[outcome])


@dataclass(frozen=True)
class Submission:
    """What came in with an answer, not believed yet."""

    voucher: str
    retry_id: uuid.UUID
    answers: Mapping[str, object]


def read_admission(body: bytes) -> bytes | None:
    """The device's secret number. Raises Faulty for what cannot be read."""
    return _blinded(_read(body).get("blinded"))


def read_submission(body: bytes) -> Submission:
    """The answer. Raises Faulty for what cannot be read."""
    data = _read(body)
    return Submission(str(data.get("voucher", "")), _id(data.get("id")), _answers(data.get("answers")))


def _read(body: bytes) -> Mapping[str, Any]:
    try:
        data = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Faulty(UNREADABLE, {}) from error
    if not isinstance(data, dict):
        raise Faulty(UNREADABLE, {})
    return data


def _blinded(value: object) -> bytes | None:
    if value is None:
        return None
    try:
        raw = base64.b64decode(str(value), validate=True)
    except (binascii.Error, ValueError) as error:
        raise Faulty(UNREADABLE, {"blinded": SECRET}) from error
    if not 16 <= len(raw) <= 1024:
        raise Faulty(UNREADABLE, {"blinded": SECRET})
    return raw


def _id(value: object) -> uuid.UUID:
    try:
        return uuid.UUID(str(value))
    except ValueError as error:
        raise Faulty(UNREADABLE, {"id": ID}) from error


def _answers(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise Faulty(UNREADABLE, {"answers": ANSWERS})
    return value
