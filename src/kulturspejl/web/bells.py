"""The addresses where bells are heard, who may listen, and the stream itself."""

import asyncio
import contextlib
import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user
from django.http import HttpRequest
from django.utils import timezone

from kulturspejl.access import session_age
from kulturspejl.access.room_access import DeskKey
from kulturspejl.core.errors import SlowDown
from kulturspejl.faces.facilitator import runner
from kulturspejl.faces.shared import clock, guesses, signed_in
from kulturspejl.live import bell
from kulturspejl.readers import rooms, rounds
from kulturspejl.records.models import User
from kulturspejl.values import links
from kulturspejl.vault import codes
from kulturspejl.web import plain_headers, pushing
from kulturspejl.web.cookies import cookies_in
from kulturspejl.web.door import waiting
from kulturspejl.web.peers import place_of_scope
from kulturspejl.web.streams import AGAIN_AFTER, Seats, most_in_a_room, streams

_UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    # nginx would else gather the events until it has a whole buffer of them.
    (b"x-accel-buffering", b"no"),
]
NOTHING = (b"content-length", b"0")
SECONDS_BETWEEN_LOOKS = 20.0
"""How soon a stream knows that whoever listens may no longer; a ring carries nothing, and pages know at once."""


@dataclass(frozen=True)
class Topic:
    """What is listened to, and the question whether somebody may (asked in a thread)."""

    name: str
    key: str
    may_listen: "MayListen"
    carries_pages: bool = False


Listener = User | DeskKey | None
MayListen = Callable[..., Seats | None]
"""From a topic's key, who listens and where they come from to the seats that there are; None for whoever may not."""


def _may_hear_round(key: str, user: Listener, _place: str = "") -> Seats | None:
    return Seats() if isinstance(user, User) and rounds.may_read(user, uuid.UUID(key), now=clock.now()) else None


def _may_hear_desk(key: str, user: Listener, _place: str = "") -> Seats | None:
    """A facilitator, or the browser that holds the key of a borrowed room's desk."""
    if user is None or not rooms.may_hear_desk(user, uuid.UUID(key), now=clock.now()):
        return None
    return Seats(most_in_a_room(0), is_lent=isinstance(user, DeskKey))


def _may_hear_room(key: str, user: Listener, place: str = "") -> Seats | None:
    """Whoever has typed the code; not whoever has tried too many wrong ones."""
    try:
        guesses.guard_place(place)
    except SlowDown:
        return None
    found = _may_hear_shown_room(key, user)
    if found is None:
        guesses.note_wrong(place)
    return found


def _may_hear_shown_room(key: str, _user: Listener, _place: str = "") -> Seats | None:
    """Whoever has the address from a page of the room: nobody can have guessed that."""
    hall = rooms.may_hear(key)
    return None if hall is None else Seats(most_in_a_room(hall.people), hall.is_lent)


_ADDRESSES: list[tuple[re.Pattern[str], str, MayListen, bool]] = [
    (re.compile(rf"/rounds/({_UUID})/bell"), "round:{}", _may_hear_round, False),
    (re.compile(rf"/facilitate/({_UUID})/bell"), "desk:{}", _may_hear_desk, False),
    (re.compile(rf"/room/([{codes.ALPHABET}]{{{codes.ROOM}}})/bell"), "room:{}", _may_hear_room, True),
]


def topic_of(path: str, given: str = "") -> Topic | None:
    """The topic of an address with the pass `given` in it, or None when the address is no bell's."""
    for pattern, name, may_listen, carries_pages in _ADDRESSES:
        match = pattern.fullmatch(path)
        if match:
            if may_listen is _may_hear_room and links.is_pass(given, match[1]):
                may_listen = _may_hear_shown_room
            return Topic(name.format(match[1]), match[1], may_listen, carries_pages)
    return None


async def serve(topic: Topic, scope: Any, receive: Any, send: Any) -> None:
    """Server-sent events until the listener leaves or the instance stops; 404 for whoever may not.

    503 where there is no more room for a stream: the page asks again by itself, and works without as well.
    """
    seats = await _seats(topic, scope)
    if seats is None:
        await _turn_away(send, 404)
    elif not streams.enter(topic.name, seats):
        await _turn_away(send, 503, (b"retry-after", str(AGAIN_AFTER).encode()))
    else:
        try:
            await _stream(topic, scope, receive, send)
        finally:
            streams.leave(topic.name, seats)


async def _stream(topic: Topic, scope: Any, receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": [*HEADERS, *plain_headers.said()]})
    ends = [_left(receive), _send_all(topic, scope, send), _stop_event().wait()]
    if not topic.carries_pages:
        ends.append(_no_longer_permitted(topic, scope))
    await _until_first(*ends)
    await send({"type": "http.response.body", "body": b""})


async def _turn_away(send: Any, status: int, *headers: tuple[bytes, bytes]) -> None:
    told = [NOTHING, *headers, *plain_headers.said()]
    await send({"type": "http.response.start", "status": status, "headers": told})
    await send({"type": "http.response.body", "body": b""})


async def _send_all(topic: Topic, scope: Any, send: Any) -> None:
    heard = pushing.listen(topic.key, topic.name, scope) if topic.carries_pages else bell.listen(topic.name)
    async with contextlib.aclosing(heard) as messages:
        async for message in messages:
            await send({"type": "http.response.body", "body": message, "more_body": True})


async def _no_longer_permitted(topic: Topic, scope: Any) -> None:
    """Until a session has ended, or a right: then the stream ends too."""
    while True:
        await asyncio.sleep(SECONDS_BETWEEN_LOOKS)
        if not await _seats(topic, scope):
            return


async def _left(receive: Any) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _until_first(*waits: Any) -> None:
    """Run all until one ends, then let go of the others; an error in one of them is raised."""
    tasks = [asyncio.ensure_future(one) for one in waits]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    for task in done:
        task.result()


_stops: dict[asyncio.AbstractEventLoop, asyncio.Event] = {}


def _stop_event() -> asyncio.Event:
    return _stops.setdefault(asyncio.get_running_loop(), asyncio.Event())


def stop_all() -> None:
    """End every stream of the running loop, so that the server can stop at once; the pages come back by themselves."""
    _stop_event().set()


async def _seats(topic: Topic, scope: Any) -> Seats | None:
    """What `_permitted` says, asked in a thread that stays.

    Once the server has started again a whole room comes back in one moment: it is counted once for all of them, and
    nobody asks who they are.
    """
    if not topic.carries_pages:
        return await waiting.apart(partial(_permitted, topic, scope))
    place = place_of_scope(scope)
    question = partial(topic.may_listen, topic.key, None, place)
    return await waiting.together((topic.name, topic.may_listen, place), question)


def _permitted(topic: Topic, scope: Any) -> Seats | None:
    headers = scope["headers"]
    listener = runner.key_in(cookies_in(headers)) or _signed_in(headers)
    return topic.may_listen(topic.key, listener, place_of_scope(scope))


def _signed_in(headers: list[tuple[bytes, bytes]]) -> User | None:
    """Who the session cookie belongs to, by the same rules as every page."""
    request = HttpRequest()
    request.COOKIES = cookies_in(headers)
    session = import_module(settings.SESSION_ENGINE).SessionStore(
        request.COOKIES.get(settings.SESSION_COOKIE_NAME)
    )
    request.session = session
    mark = signed_in.mark_of(session)
    if mark and session_age.why_over(began=mark.began, used=mark.used, now=timezone.now()):
        return None
    user = get_user(request)
    return user if isinstance(user, User) and user.is_active else None
