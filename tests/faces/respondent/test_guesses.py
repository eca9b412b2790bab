"""Wrong typed codes are slowed for the whole instance; links never are."""

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.faces.shared import guesses
from kulturspejl.faces.shared.guesses import Bucket


@given(st.lists(st.tuples(st.floats(0, 5), st.booleans()), max_size=200))
@pytest.mark.slow
def test_never_more_guesses_than_the_bucket_and_its_refill_allow(steps):
    bucket, now, made = Bucket(10, 0.5, 10, 0.0), 0.0, 0
    for wait, guess in steps:
        now += wait
        if guess and bucket.seconds_to_wait(now) == 0:
            bucket.take(now)
            made += 1
    assert made <= 10 + now * 0.5 + 1e-6


def test_an_empty_bucket_says_how_long_to_wait():
    bucket = Bucket(2, 0.5, 0, 100.0)
    assert bucket.seconds_to_wait(100.0) == 2
    assert bucket.seconds_to_wait(101.0) == 1
    assert bucket.seconds_to_wait(102.0) == 0


def test_a_clock_that_stands_still_gives_nothing():
    bucket = Bucket(1, 1.0, 1, 10.0)
    bucket.take(10.0)
    assert bucket.seconds_to_wait(10.0) == 1


@pytest.fixture
def _almost_empty(monkeypatch):
    monkeypatch.setattr(guesses, "_bucket", Bucket(2, 0.001, 2, guesses.time.monotonic()))


@pytest.mark.usefixtures("_almost_empty")
def test_wrong_short_codes_are_slowed_everywhere_and_links_go_on(team):
    client = Client()
    assert [client.get("/r/ABCD2345").status_code for _ in range(3)] == [404, 404, 429]
    slow = client.post("/", {"code": "ABCD 2345"})
    assert slow.status_code == 429
    assert slow["Retry-After"]
    assert client.post("/r/ABCD2345/admit", "{}", content_type="application/json").status_code == 429
    assert client.get(f"/r/{team.short[0]}").status_code == 429
    assert client.get(f"/r/{team.codes[0]}").status_code == 200


@pytest.mark.usefixtures("_almost_empty")
def test_right_codes_cost_nothing(team):
    assert {Client().get(f"/r/{code}").status_code for code in team.short} == {200}
