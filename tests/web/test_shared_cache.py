"""Django's cache in shared memory: what allauth counts, counts once for all processes."""

import multiprocessing
import uuid

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.core.cache import cache

from kulturspejl.live.shared_memory import memory
from kulturspejl.web.shared_cache import AN_APPS_CODE, USED, SharedCache


@pytest.mark.slow
def test_an_apps_code_is_used_once_in_all_processes():
    """`totp_replay_processes`: the same six digits were let in by 3 of 6 processes."""
    memory.clear()
    context = multiprocessing.get_context("fork")
    told, app = context.SimpleQueue(), TOTP(Authenticator(user_id=uuid.uuid4()))
    assert app._get_used_cache_key("123456").startswith(USED)

    def sign_in():
        told.put(app._mark_code_used("123456"))

    copies = [context.Process(target=sign_in) for _ in range(6)]
    for one in copies:
        one.start()
    for one in copies:
        one.join(60)
    assert sorted(told.get() for _ in copies) == [False] * 5 + [True]


def test_its_use_is_remembered_for_as_long_as_clocks_may_be_off(monkeypatch):
    memory.clear()
    now = [1_800_000_000.0]
    monkeypatch.setattr("time.time", lambda: now[0])
    assert cache.add(f"{USED}user=1&code=1", "y", timeout=30)
    now[0] += 100
    assert not cache.add(f"{USED}user=1&code=1", "y", timeout=30), "three steps of 30 seconds are let in"
    now[0] += AN_APPS_CODE
    assert cache.add(f"{USED}user=1&code=1", "y", timeout=30)


def test_it_does_what_djangos_caches_do():
    memory.clear()
    assert isinstance(cache._connections[cache._alias], SharedCache)
    cache.set("a", [1.5, 2.5], 30)
    assert cache.get("a") == [1.5, 2.5]
    assert not cache.add("a", "x")
    assert cache.touch("a", 60)
    assert not cache.touch("b", 60)
    assert cache.delete("a")
    assert not cache.delete("a")
    assert cache.get("a", "nothing") == "nothing"
    cache.set("c", 1)
    cache.clear()
    assert cache.get("c") is None


def test_a_long_history_keeps_its_newest_hits():
    cache.set("hits", [float(number) + 0.123456 for number in range(500)], 60)
    kept = cache.get("hits")
    assert 100 < len(kept) < 500
    assert kept[0] == 0.123456


def test_no_address_of_a_key_stands_in_the_memory():
    cache.set("allauth:rl:login:ip:192.0.2.99", [1.0], 60)
    assert b"192.0.2.99" not in memory._memory[:]
