"""What is counted stands in memory that processes share, under keyed hashes whose key lives an hour."""

import multiprocessing
import os
import signal
from pathlib import Path

import pytest

from kulturspejl.live.limits import Limit, place_of
from kulturspejl.live.shared_memory import A_ROW, GRACE, HOUR, LONGEST, SIZE, SharedMemory, memory

NOW = 1_800_000_000.0


def in_other_processes(work, count=4):
    """Let so many copies of this process do it, and wait for them."""
    context = multiprocessing.get_context("fork")
    copies = [context.Process(target=work) for _ in range(count)]
    for one in copies:
        one.start()
    for one in copies:
        one.join(60)
    return [one.exitcode for one in copies]


def test_what_one_process_keeps_the_others_find():
    shared = SharedMemory(64)
    assert in_other_processes(lambda: shared.put("a", b"seen", 60), 1) == [0]
    assert shared.get("a") == b"seen"
    shared.drop("a")
    assert shared.get("a") is None


@pytest.mark.slow
def test_of_many_at_once_none_is_lost():
    shared = SharedMemory(64)

    def count():
        for _ in range(200):
            with shared.held():
                shared.put("n", str(int(shared.get("n") or b"0") + 1).encode(), 60)

    assert in_other_processes(count) == [0] * 4
    assert shared.get("n") == b"800"


@pytest.mark.slow
def test_a_process_that_is_killed_lets_go():
    shared = SharedMemory(64)

    def die():
        with shared.held():
            os.kill(os.getpid(), signal.SIGKILL)

    assert in_other_processes(die, 1) == [-signal.SIGKILL]
    shared.put("a", b"x", 60)
    assert shared.get("a") == b"x"


def test_the_key_lives_an_hour_and_what_still_counts_five_minutes_more():
    shared = SharedMemory(64)
    shared.put("192.0.2.7", b"x", 10 * HOUR, now=NOW)
    assert shared.get("192.0.2.7", now=NOW + HOUR - 1) == b"x"
    assert shared.get("192.0.2.7", now=NOW + HOUR + 1) == b"x"
    assert shared.get("192.0.2.7", now=NOW + HOUR + GRACE + 2) is None


def test_an_address_stands_nowhere_in_it_nor_the_keys_of_before():
    shared = SharedMemory(64)
    shared.put("wrong guesses 192.0.2.7", b"12", 60, now=NOW)
    before = bytes(shared._memory[8:40])
    assert b"192.0.2.7" not in shared._memory[:]
    shared.get("x", now=NOW + HOUR + 1)
    shared.get("x", now=NOW + HOUR + GRACE + 2)
    assert before not in shared._memory[:]


def test_what_is_over_and_then_what_ends_first_gives_way():
    shared = SharedMemory(A_ROW)
    for number in range(A_ROW):
        shared.put(f"{number}", b"x", 100 + number, now=NOW)
    shared.put("new", b"y", 1000, now=NOW)
    assert shared.get("new", now=NOW) == b"y"
    assert shared.get("0", now=NOW) is None
    assert shared.get("1", now=NOW) == b"x"
    with pytest.raises(ValueError, match="at most"):
        shared.put("long", b"z" * (LONGEST + 1), 60)
    assert LONGEST < SIZE


def test_nothing_of_it_is_a_file():
    """The memory has a number and no name: nothing stands in any folder."""
    assert memory._file is not None
    link = Path(f"/proc/self/fd/{memory._file}")
    assert os.readlink(link).startswith("/memfd:")
    assert not os.get_inheritable(memory._file)


def test_a_limit_is_used_up_by_one_address_and_fills_again(monkeypatch):
    memory.clear()
    now = [NOW]
    monkeypatch.setattr("time.time", lambda: now[0])
    limit = Limit("try", 3.0, 0.5)
    for _ in range(3):
        assert limit.seconds_to_wait("192.0.2.7") == 0
        limit.take("192.0.2.7")
    assert limit.seconds_to_wait("192.0.2.7") == pytest.approx(2.0)
    assert limit.seconds_to_wait("192.0.2.8") == 0
    assert Limit("another", 3.0, 0.5).seconds_to_wait("192.0.2.7") == 0
    now[0] += 2.0
    assert limit.seconds_to_wait("192.0.2.7") == 0
    memory.clear()


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("192.0.2.7", "192.0.2.7"),
        (" 192.0.2.7 ", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::1", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("", ""),
        ("192.0.2.7:50412", "192.0.2.7"),
        ("[2001:db8:1:2::1]:443", "2001:db8:1:2::/64"),
        ('"[2001:db8:1:2::1]"', "2001:db8:1:2::/64"),
        ("[nonsense]:1", ""),
        ("nonsense", ""),
    ],
)
def test_what_is_counted_together(address, place):
    assert place_of(address) == place
