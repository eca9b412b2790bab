"""Answers and words by the quick door over the whole program in this process, as a phone sends them."""

import asyncio
import base64
import json
import os
import uuid
from collections.abc import Coroutine, Iterable, Mapping
from datetime import datetime
from typing import Any
from unittest.mock import patch
from urllib.parse import urlencode

from kulturspejl.faces.shared import clock
from kulturspejl.records import questions
from tests.actions.rooms.course import NOW, Course
from tests.web.door.asking import ask_soon, quick_door_alone

IN_JSON, FORM = "application/json", "application/x-www-form-urlencoded"


def answer_all(given: Iterable[tuple[str, Mapping[str, int]]], at_once: int = 1) -> None:
    """Everybody's code and numbers, so many at a time; raises where one is not stored, or takes another way."""
    waiting = list(given)[::-1]

    async def phone() -> None:
        while waiting:
            await _answer(*waiting.pop())

    async def everybody() -> None:
        await asyncio.gather(*(phone() for _ in range(at_once)))

    _now(everybody())


def answer(code: str, numbers: Mapping[str, int]) -> None:
    """One answer, at the moment of the tests' round, as `town.answer` gives it to the actions."""
    with _at(NOW):
        _now(_answer(code, numbers))


def send(course: Course, number: int, part: str, values: Mapping[str, str]) -> None:
    """Words without a name from somebody's phone: a voucher by its key, then the answer without it."""

    async def both() -> None:
        mine = {"part": part, "secret": f"{number:064x}"}
        voucher = await _sent(f"/room/{course.code}/voucher", mine, _cookie(course, number))
        letter = {"id": str(uuid.uuid4()), "part": part, "values": values, **voucher}
        await _sent(f"/without-a-name/{course.code}", letter, {})

    with _at(NOW):
        _now(both())


def done(course: Course, number: int, station: str) -> None:
    """Somebody says on their phone that they are done."""

    async def told() -> None:
        body = urlencode({"verb": "done", "station": station}).encode()
        said = await _asked(f"/room/{course.code}/do", body, FORM, _cookie(course, number))
        assert said.status == 302, said

    with _at(NOW):
        _now(told())


def _cookie(course: Course, number: int) -> Mapping[str, str]:
    return {"cookie": f"kulturspejl_room={course.keys[number]}"}


def _at(moment: datetime) -> Any:
    return patch.object(clock, "now", lambda: moment)


def _now(what: Coroutine[Any, Any, None]) -> None:
    async def once() -> None:
        try:
            await what
        finally:
            questions.close()

    with quick_door_alone():
        asyncio.run(once())


async def _answer(code: str, numbers: Mapping[str, int]) -> None:
    secret = base64.b64encode(os.urandom(32)).decode()
    admitted = await _sent(f"/r/{code}/admit", {"blinded": secret}, {})
    said = await _sent("/answers", {"voucher": admitted["voucher"], "id": str(uuid.uuid4()), "answers": numbers}, {})
    assert said == {"stored": True}


async def _sent(path: str, data: object, headers: Mapping[str, str]) -> dict[str, str]:
    said = await _asked(path, json.dumps(data).encode(), IN_JSON, headers)
    assert said.status in (200, 201), said
    return dict(said.json())


async def _asked(path: str, body: bytes, kind: str, headers: Mapping[str, str]) -> Any:
    given = {"content-type": kind, "content-length": str(len(body)), **headers}
    return await ask_soon("POST", path, body, given)
