"""Robots of a practice room: always the same 26, and whatever they fill in is taken as a person's would be."""

import random
from collections import Counter

import pytest

from kulturspejl.core.choreography import robots
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import Text
from kulturspejl.library.crew import crew_in
from kulturspejl.library.load import load
from tests.every import every

WORDS = Text("ord", "words")
PARTS = {
    f"{exercise.id}-{part.id}": part
    for exercise in load().exercises.values()
    for step in exercise.steps
    for part in step.parts
}


def test_twenty_six_come_within_half_a_minute_and_two_have_no_phone():
    crew = robots.crew(crew_in("da"))
    assert len({one.name for one in crew}) == 26
    assert [one.comes_after for one in crew[:2]] == pytest.approx([0, 30 / 26])
    assert max(one.comes_after for one in crew) < 30
    assert [one.number for one in crew if one.is_on_paper] == [24, 25]
    assert Counter(one.takes for one in crew) == {robots.QUICK: 20, robots.SLOW: 6}
    assert robots.crew(crew_in("da")) == crew
    assert max(Counter(one.workplace for one in crew).values()) <= 3


@every({f"{name} ({language})": (part, language) for name, part in PARTS.items() for language in ("da", "en")})
def test_what_they_fill_in_is_taken_by_the_same_check(part, language):
    values = robots.fill_in(part, crew_in(language), random.Random(3))
    if part.visibility is Visibility.PRIVATE:
        assert values is None
    else:
        assert values is not None
        assert set(part.check(values)) == set(values)


def test_they_take_as_long_as_they_take_on_average():
    rng, robot = random.Random(4), robots.crew(crew_in("da"))[1]
    turns = 0
    for _ in range(400):
        while True:
            turns += 1
            if robots.is_ready(robot, 2, rng):
                break
    assert turns / 400 * 2 == pytest.approx(robot.takes, rel=0.15)


def test_they_count_one_after_the_other():
    crew = robots.crew(crew_in("da"))
    assert [robots.number_of(one, 7) for one in crew[:8]] == [1, 2, 3, 4, 5, 6, 7, 1]


def test_somebody_gets_done_by_chance_within_the_seconds_it_takes():
    robot, rng = robots.crew(crew_in("da"))[1], random.Random(6)
    assert sum(robots.is_ready(robot, robot.takes, rng) for _ in range(2_000)) / 2_000 == pytest.approx(0.632, abs=0.03)
    assert not robots.is_ready(robot, 0, rng)


def test_they_take_eighteen_seconds_or_fifty_five_and_every_fifth_is_slow():
    assert [one.takes for one in robots.crew(crew_in("da"))[:6]] == [55, 18, 18, 18, 18, 55]
    assert [one.number for one in robots.crew(crew_in("da"))] == list(range(26))
