"""What comes in before a thread is given to it: how much, how slowly, and under which names."""

import asyncio

import pytest

from kulturspejl.live.shared_memory import memory
from kulturspejl.web import bodies

POST = {"method": "POST", "headers": [(b"content-length", b"9")], "query_string": b""}


def source(*parts: bytes, end: bool = True):
    """A `receive` that gives these parts, and then waits for ever unless it is the end."""
    waiting = list(parts)

    async def receive():
        if not waiting:
            await asyncio.sleep(60)
        part = waiting.pop(0)
        return {"type": "http.request", "body": part, "more_body": bool(waiting) or not end}

    return receive


def taken(*parts: bytes, longest: int = 100, scope=POST, end: bool = True):
    return asyncio.run(bodies.take_in(scope, source(*parts, end=end), longest))


def test_a_body_in_pieces_is_one():
    assert taken(b"ab", b"c", b"") == b"abc"


def test_a_page_that_is_only_asked_for_is_not_waited_for():
    assert taken(scope={"method": "GET", "headers": []}) == b""


def test_a_body_that_is_too_long_is_thrown_away_and_told():
    assert taken(b"a" * 60, b"a" * 41) == bodies.TOO_LONG
    assert taken(b"a" * 100) == b"a" * 100


def test_a_body_that_never_ends_is_told_too():
    assert taken(*[b"a" * 100] * 11, end=False) == bodies.TOO_LONG


def test_a_body_that_does_not_come_is_given_up(monkeypatch):
    monkeypatch.setattr(bodies, "PATIENCE", 0.05)
    assert taken(b"a", end=False) == bodies.TOO_SLOW


def test_half_a_body_is_none():
    async def receive():
        return {"type": "http.disconnect"}

    assert asyncio.run(bodies.take_in(POST, receive)) == bodies.TOO_SLOW


def coming_from(address):
    return {**POST, "client": (address, 1)}


def begin_slowly(address, count):
    """So many uploads that say 70 kB and then nothing more."""
    return [
        asyncio.ensure_future(bodies.take_in(coming_from(address), source(b"a" * 70_000, end=False)))
        for _ in range(count)
    ]


@pytest.mark.slow
def test_slow_uploads_of_one_address_hold_nobody_else_up(monkeypatch):
    """Eight of them did, again and again; now an address may send four at once, and after such tries none."""
    monkeypatch.setattr(bodies, "PATIENCE", 1.0)
    memory.clear()

    async def several():
        slow = begin_slowly("192.0.2.1", 30)
        for _ in range(5):
            await asyncio.sleep(0)  # all of them begin, and no clock is asked
        others = await bodies.take_in(coming_from("198.51.100.7"), source(b"a" * 70_000))
        theirs = await bodies.take_in(coming_from("192.0.2.1"), source(b"a" * 60_000))
        gone = await asyncio.gather(*slow)
        return others, theirs, gone, await bodies.take_in(coming_from("192.0.2.1"), source(b"a" * 70_000))

    others, theirs, gone, later = asyncio.run(several())
    assert len(others) == 70_000
    assert len(theirs) == 60_000, "an answer of theirs is small, and comes through"
    assert set(gone) == {bodies.TOO_SLOW}
    assert later == bodies.TOO_MANY
    assert not bodies._large, "nothing is counted any more"


@pytest.mark.slow
def test_many_addresses_together_cannot_fill_the_memory(monkeypatch):
    monkeypatch.setattr(bodies, "PATIENCE", 1.0)
    memory.clear()

    async def several():
        slow = [one for number in range(10) for one in begin_slowly(f"192.0.2.{number}", 4)]
        for _ in range(5):
            await asyncio.sleep(0)
        large = await bodies.take_in(coming_from("198.51.100.7"), source(b"a" * 70_000))
        await asyncio.gather(*slow)
        return large, await bodies.take_in(coming_from("198.51.100.7"), source(b"a" * 70_000))

    large, later = asyncio.run(several())
    assert large == bodies.TOO_MANY
    assert len(later) == 70_000


@pytest.mark.parametrize("name", [b"x_forwarded_for", b"X_Forwarded_Proto", b"x-forwarded_for"])
def test_no_header_can_pass_for_another(name):
    scope = {"headers": [(name, b"1.2.3.4"), (b"x-forwarded-for", b"5.6.7.8")], "query_string": b""}
    assert bodies.plain(scope)["headers"] == [(b"x-forwarded-for", b"5.6.7.8")]


def test_a_query_is_ascii():
    made = bodies.plain({"headers": [], "query_string": "a=æ%20&b".encode()})
    assert made["query_string"] == b"a=%C3%A6%20&b"


def test_the_length_is_what_came():
    scope = {"headers": [(b"Content-Length", b"7"), (b"host", b"a")]}
    assert bodies.with_length(scope, b"abc")["headers"] == [(b"host", b"a"), (b"content-length", b"3")]
