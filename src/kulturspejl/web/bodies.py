"""A request's head made plain and its whole body taken in, before a thread is given to it.

A thread that waits for a slow body answers nobody else: sixteen connections that say half a sentence would stop
every page. And an upload of any size would be written to disk before somebody asks who sends it.
"""

import asyncio
from collections import Counter
from typing import Any

from kulturspejl.live.limits import Limit
from kulturspejl.vault.wiping import wipe_ours
from kulturspejl.web import plain_headers
from kulturspejl.web.peers import place_of_scope

LONGEST = 8_000_000
"""No form of the house is longer: a list of twenty thousand people in a field, and the same as a file of UTF-16."""
LARGER, MOST_LARGER = 31_000_000, 4
"""A facilitator's own slides, by that address alone, and so many at the same time beyond `LONGEST`: 124 MB more."""
SMALL = 64_000
"""As long as any answer. So much is always taken in; more only for a few at a time, and for few of one address."""
MOST_LARGE, MOST_LARGE_OF_ONE = 24, 4
"""Bodies beyond `SMALL` that come in at the same time: of everybody, and of one address. At most 192 MB wait here."""
CUT_OFF = Limit("uploads that never arrived", 8.0, 1 / 60)
"""Whoever lets large bodies hang may for a while send small ones only."""
PATIENCE = 60.0
"""Seconds for the whole body: a megabyte at the pace of a bad telephone line."""
DRAIN = 10
"""A body that is too long is heard out and thrown away, this many times the longest: browsers read no reply before."""

Refusal = tuple[int, str]
TOO_LONG: Refusal = (413, "Det, der blev sendt, er for langt.\nWhat was sent is too long.\n")
TOO_SLOW: Refusal = (
    408, "Det, der blev sendt, kom ikke helt frem. Prøv igen.\nWhat was sent did not all arrive. Try again.\n",
)  # fmt: skip
TOO_MANY: Refusal = (
    503, "Mange sender noget stort lige nu. Prøv igen om lidt.\nMany are sending much just now. Try again soon.\n",
)  # fmt: skip
_large: Counter[str] = Counter()
"""Large bodies on their way, by place. In this process alone, and gone with the last byte."""
_larger: set[object] = set()
"""Those beyond `LONGEST`."""


def longest_at(path: str) -> int:
    """Bytes that an address takes in."""
    return LARGER if path.startswith("/facilitate/") and path.endswith("/slides") else LONGEST


def plain(scope: Any) -> Any:
    """The scope with a query that every part of the house can read, and without headers that could pass for others.

    `X_Forwarded_For` and `X-Forwarded-For` are one name to a WSGI application, and a proxy knows only the second.
    """
    headers = [(name, value) for name, value in scope["headers"] if b"_" not in name]
    query = b"".join(b"%%%02X" % sign if sign > 126 else bytes([sign]) for sign in scope["query_string"])
    return {**scope, "headers": headers, "query_string": query}


def with_length(scope: Any, body: bytes) -> Any:
    """The scope of a request whose body has been taken in: its length is what came, in pieces or not."""
    headers = [(name, value) for name, value in scope["headers"] if name.lower() != b"content-length"]
    return {**scope, "headers": [*headers, (b"content-length", str(len(body)).encode())]}


async def take_in(scope: Any, receive: Any, longest: int = LONGEST) -> bytes | Refusal:
    """The whole body, or why there is none."""
    if not _has_body(scope):
        return b""
    try:
        async with asyncio.timeout(PATIENCE):
            return await _take_in(receive, longest, scope)
    except TimeoutError:
        return TOO_SLOW


async def refuse(send: Any, refusal: Refusal) -> None:
    """Say why, in both languages: nobody has asked yet which one is wanted."""
    status, words = refusal
    content = words.encode()
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(content)).encode()),
        *plain_headers.said(),
    ]  # fmt: skip
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": content})


def _has_body(scope: Any) -> bool:
    """HTTP/2 needs no header to say so."""
    if scope["method"] not in {"GET", "HEAD"}:
        return True
    return any(name.lower() in (b"content-length", b"transfer-encoding") for name, _value in scope["headers"])


async def _take_in(receive: Any, longest: int, scope: Any) -> bytes | Refusal:
    taken, is_large, is_kept, is_whole = bytearray(), False, False, False
    refusal: Refusal | None = None
    place, me = "", object()
    heard, is_more = 0, True
    try:
        while is_more and heard <= longest * DRAIN:
            message = await receive()
            if message["type"] == "http.disconnect":
                return TOO_SLOW
            part: bytes = message.get("body", b"")
            heard, is_more = heard + len(part), message.get("more_body", False)
            if not is_large and heard > SMALL:
                place = place_of_scope(scope)
                is_large, is_kept = True, _has_room(place)
                refusal = None if is_kept else TOO_MANY
                _large[place] += is_kept
            if heard > LONGEST and me not in _larger:
                refusal = TOO_MANY if len(_larger) >= MOST_LARGER else refusal
                _larger.add(me)
            refusal = TOO_LONG if heard > longest else refusal
            if refusal:
                taken.clear()
            else:
                taken.extend(part)
                del message
                wipe_ours(part)
        is_whole = True
        return refusal or bytes(taken)
    finally:
        taken[:] = bytes(len(taken))
        _larger.discard(me)
        if is_large:
            _end_large(place, is_kept=is_kept, is_whole=is_whole)


def _has_room(place: str) -> bool:
    if _large[place] >= MOST_LARGE_OF_ONE or _large.total() >= MOST_LARGE:
        return False
    return CUT_OFF.seconds_to_wait(place) == 0


def _end_large(place: str, *, is_kept: bool, is_whole: bool) -> None:
    _large[place] -= is_kept
    if not _large[place]:
        del _large[place]
    if not is_whole:
        CUT_OFF.take(place)
