"""Wrong typed codes are slowed for the place they come from; links never are."""

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.faces.shared import guesses
from kulturspejl.live import limits
from kulturspejl.live.limits import Limit

HERE = "192.0.2.7"


@given(st.lists(st.tuples(st.floats(0, 5), st.booleans()), max_size=100))
@pytest.mark.slow
def test_never_more_guesses_than_the_limit_and_its_refill_allow(steps):
    limit, now, made = Limit("tried", 10, 0.5), 1_000.0, 0
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(limits.time, "time", lambda: now)
        guesses.forget()
        for wait, guess in steps:
            now += wait
            if guess and limit.seconds_to_wait(HERE) == 0:
                limit.take(HERE)
                made += 1
    assert made <= 10 + (now - 1_000) * 0.5 + 1e-6


def test_whoever_has_used_it_up_is_told_how_long_to_wait(monkeypatch):
    now, limit = [100.0], Limit("waits", 2, 0.5)
    monkeypatch.setattr(limits.time, "time", lambda: now[0])
    for _ in range(2):
        limit.take(HERE)
    assert limit.seconds_to_wait(HERE) == 2
    now[0] = 101.0
    assert limit.seconds_to_wait(HERE) == 1
    now[0] = 102.0
    assert limit.seconds_to_wait(HERE) == 0


@pytest.fixture
def _almost_used_up(monkeypatch):
    guesses.forget()
    monkeypatch.setattr(guesses, "MINE", Limit("few", 2, 0.001))


@pytest.mark.usefixtures("_almost_used_up")
def test_wrong_short_codes_are_slowed_and_links_go_on(team):
    client = Client()
    assert [client.get("/r/ABCD2345").status_code for _ in range(3)] == [404, 404, 429]
    slow = client.post("/", {"code": "ABCD 2345"})
    assert slow.status_code == 429
    assert slow["Retry-After"]
    assert client.post("/r/ABCD2345/admit", "{}", content_type="application/json").status_code == 429
    assert client.get(f"/r/{team.short[0]}").status_code == 429
    assert client.get(f"/r/{team.codes[0]}").status_code == 200


@pytest.mark.usefixtures("_almost_used_up")
def test_right_codes_cost_nothing(team):
    assert {Client().get(f"/r/{code}").status_code for code in team.short} == {200}
