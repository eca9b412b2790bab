"""The bell over PostgreSQL: two processes' bells in one, so that each loss and each order can be made to happen."""

import asyncio
import time
from contextlib import contextmanager

import psycopg
import pytest

from kulturspejl.live import postgres as module
from kulturspejl.live.frames import frame
from kulturspejl.live.postgres import PostgresBell

pytestmark = [pytest.mark.postgres, pytest.mark.slow]
PATIENCE = 15.0


class Process:
    """A bell with its own Django connection, as another process has it."""

    def __init__(self, url, monkeypatch):
        self.url = url
        self.topics, self.losses = [], 0
        self.bell = PostgresBell(self.topics.append, self.lose)

    def lose(self):
        self.losses += 1

    @contextmanager
    def at_work(self, monkeypatch):
        with psycopg.connect(self.url, autocommit=True) as own:
            own.get_connection_params = lambda: {"conninfo": self.url}
            monkeypatch.setattr(module, "connection", own)
            yield own


@pytest.fixture
def processes(postgres_url, monkeypatch):
    made = [Process(postgres_url, monkeypatch) for _ in range(2)]
    for one in made:
        with one.at_work(monkeypatch):
            one.bell.start()
    until(lambda: not any(one.bell.trouble() for one in made))
    yield made
    monkeypatch.setattr(module, "SECONDS_BETWEEN_LOOKS", 0.1)
    for one in made:
        one.bell.stop(0)


def until(is_so):
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.02)


async def hear(stream):
    return await asyncio.wait_for(anext(stream), PATIENCE)


def test_a_ring_is_heard_in_the_other_process_with_the_same_stamp(processes, monkeypatch):
    one, other = processes

    async def scene():
        stream = other.bell.listen("room:ABC234")
        await hear(stream)
        with one.at_work(monkeypatch):
            one.bell.ring("room:ABC234")
        assert await hear(stream) == frame(one.bell.stamp("room:ABC234"))
        await stream.aclose()

    asyncio.run(scene())
    assert other.bell.stamp("room:ABC234") == one.bell.stamp("room:ABC234")
    assert other.topics == ["room:ABC234"]
    assert one.topics == [], "nobody takes the own ring for another's"


def test_a_ring_in_a_transaction_comes_with_it_or_not_at_all(processes, monkeypatch):
    one, other = processes
    monkeypatch.setattr(module.transaction, "on_commit", lambda then: None)
    with one.at_work(monkeypatch) as connection:
        with pytest.raises(KeyError), connection.transaction():
            one.bell.ring_on_commit("room:TAKEN2")
            raise KeyError
        with connection.transaction():
            one.bell.ring_on_commit("room:KEPT22")
            time.sleep(0.2)
            assert other.topics == [], "not before it is committed"
    until(lambda: other.topics == ["room:KEPT22"])


def test_a_lost_connection_is_said_and_after_it_everybody_asks_again(processes, postgres, monkeypatch, caplog):
    one, other = processes

    async def scene():
        stream = other.bell.listen("room:ABC234")
        before = await hear(stream)
        losses = [each.losses for each in processes]
        postgres.do(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'kulturspejl bell'"
        )
        with one.at_work(monkeypatch):
            one.bell.ring("room:ABC234")  # at a moment when perhaps nobody hears
        after = await hear(stream)
        assert after != before
        # Both: who hears anew has other stamps from then on.
        await asyncio.to_thread(until, lambda: all(a.losses > b for a, b in zip(processes, losses, strict=True)))
        await asyncio.to_thread(until, lambda: not any(each.bell.trouble() for each in processes))
        with one.at_work(monkeypatch):
            one.bell.ring("room:ABC234")
        wanted = frame(one.bell.stamp("room:ABC234"))
        while after != wanted:
            after = await hear(stream)
        await stream.aclose()

    asyncio.run(scene())
    assert "The bell has lost PostgreSQL" in caplog.text


def test_without_postgresql_it_is_said_until_it_is_there(postgres_url, monkeypatch):
    bell = PostgresBell()
    nowhere = {"conninfo": "postgresql://nobody@127.0.0.1:1/nothing"}
    with psycopg.connect(postgres_url) as own:
        own.get_connection_params = lambda: nowhere
        monkeypatch.setattr(module, "connection", own)
        bell.start()
    time.sleep(0.5)
    assert bell.trouble() == module.DEAF
    bell.stop(6)


def test_nonsense_in_the_channel_makes_nobody_deaf(processes, postgres_url, monkeypatch):
    one, other = processes
    other.bell._heard = lambda topic: {"good": None}[topic]
    with psycopg.connect(postgres_url, autocommit=True) as stranger:
        for payload in ("", "x", "a b c", "æ" * 2000):
            stranger.execute("SELECT pg_notify(%s, %s)", [module.CHANNEL, payload])
    with one.at_work(monkeypatch):
        one.bell.ring("good")
    until(lambda: other.bell.stamp("good") == one.bell.stamp("good"))


def test_a_copy_of_the_process_is_not_taken_for_the_same(postgres_url, monkeypatch):
    original = Process(postgres_url, monkeypatch)
    before = original.bell._origin
    with original.at_work(monkeypatch):
        original.bell.start()
    assert original.bell._origin != before
    original.bell.stop(0)
