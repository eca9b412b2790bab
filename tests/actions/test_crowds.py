"""Who comes in a crowd is written with it: a commit costs the same for ten as for two hundred."""

from collections import deque

import pytest

from kulturspejl.actions import writer


def door(items):
    return [None] * len(items)


@pytest.fixture
def waiting(monkeypatch):
    """A writer without a thread, and a row at its door that grows by so many whenever it sleeps."""
    made, more = writer._Writer(), deque()
    made._waiting[door] = deque()

    def sleep(_seconds):
        made._waiting[door].extend([writer._Waiting(door, None, None)] * (more.popleft() if more else 0))

    monkeypatch.setattr(writer.time, "sleep", sleep)

    def taken(first, *then):
        made._waiting[door] = deque([writer._Waiting(door, None, None)] * first)
        more.extend(then)
        batch = made._take()
        more.clear()
        return len(batch)

    return taken


def test_a_crowd_is_taken_together_until_nobody_more_comes(waiting):
    assert waiting(writer.CROWD, 20, 30, 0, 40) == writer.CROWD + 50


def test_a_few_wait_for_nobody(waiting):
    assert waiting(writer.CROWD - 1, 20) == writer.CROWD - 1


def test_who_has_just_been_answered_in_a_crowd_comes_back_in_one(waiting):
    assert waiting(writer.CROWD, 2) == writer.CROWD + 2
    assert waiting(1, 4, 1) == writer.CROWD + 2
    assert waiting(1, 0, 5) == 1
    assert waiting(1, 5) == 1, "the crowd has gone"


def test_once_as_many_have_come_as_there_were_nobody_else_is_waited_for(waiting):
    assert waiting(writer.CROWD, 20) == 24
    assert waiting(1, 23, 5) == 24
    assert waiting(30, 5) == 30


def test_nobody_waits_for_longer_than_a_batch_or_for_ever(waiting):
    assert waiting(writer.BATCH + 5, 20) == writer.BATCH
    assert waiting(writer.CROWD, *[1] * 100) == writer.CROWD + writer.LOOKS
