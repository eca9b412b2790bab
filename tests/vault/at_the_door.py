"""Answers by the quick door over the whole program in this process, as a phone sends them."""

import asyncio
import base64
import json
import os
import uuid
from collections.abc import Iterable, Mapping

from kulturspejl.records import questions
from tests.web.door.asking import ask_soon, quick_door_alone


def answer_all(given: Iterable[tuple[str, Mapping[str, int]]], at_once: int = 1) -> None:
    """Everybody's code and numbers, so many at a time; raises where one is not stored, or takes another way."""
    waiting = list(given)[::-1]

    async def phone() -> None:
        while waiting:
            await _one(*waiting.pop())

    async def everybody() -> None:
        try:
            await asyncio.gather(*(phone() for _ in range(at_once)))
        finally:
            questions.close()

    with quick_door_alone():
        asyncio.run(everybody())


async def _one(code: str, numbers: Mapping[str, int]) -> None:
    secret = base64.b64encode(os.urandom(32)).decode()
    admitted = await _sent(f"/r/{code}/admit", {"blinded": secret})
    said = await _sent("/answers", {"voucher": admitted["voucher"], "id": str(uuid.uuid4()), "answers": numbers})
    assert said == {"stored": True}


async def _sent(path: str, data: object) -> dict[str, str]:
    body = json.dumps(data).encode()
    said = await ask_soon("POST", path, body, {"content-type": "application/json", "content-length": str(len(body))})
    assert said.status in (200, 201), said
    return dict(said.json())
