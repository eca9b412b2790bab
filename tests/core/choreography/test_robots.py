"""Robots of a practice room: always the same 26, and whatever they fill in is taken as a person's would be."""

import random
from collections import Counter

import pytest

from kulturspejl.core.choreography import robots
from kulturspejl.core.kinds.base.items import Item
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import Text
from kulturspejl.library.crew import crew_in
from kulturspejl.library.load import load
from tests.every import every
from tests.kinds import some as kinds_of

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


def some(kind: str, **more) -> Part:
    items = more.pop("items", ("a", "b"))
    return kinds_of.some(kind, visibility=Visibility.TEAM, items=tuple(Item(id, WORDS) for id in items), **more)


def filled(part: Part, times: int = 400) -> list[dict]:
    rng = random.Random(5)
    return [robots.fill_in(part, crew_in("da"), rng) for _ in range(times)]


def test_words_fit_their_place_and_where_none_does_three_dots_do():
    short = some("board", longest=min(map(len, crew_in("da").lines)))
    assert {len(line) for one in filled(short) for line in one.values()} == {short.shape.longest}
    assert {line for one in filled(some("board", longest=1)) for line in one.values()} == {"…"}
    assert {line for one in filled(some("sheet")) for line in one.values()} == set(crew_in("da").lines)


def test_statements_get_every_number_and_mostly_the_upper_half():
    numbers = [one["a"] for one in filled(some("agreement_items", least=1, most=5))]
    assert set(numbers) == {1, 2, 3, 4, 5}
    assert sum(number >= 3 for number in numbers) / 400 == pytest.approx(0.8 + 0.2 * 3 / 5, abs=0.05)


def test_marks_lie_a_little_to_the_left_and_now_and_then_somebody_does_not_know():
    pairs = some("pairs")
    marks = [one["a"] for one in filled(pairs)]
    assert set(marks) <= set(range(-3, 4))
    assert sum(marks) / 400 == pytest.approx(-0.8, abs=0.2)
    assert all(set(one) == {"a", "b"} for one in filled(pairs))
    unsure = filled(some("pairs", skip=WORDS))
    assert sum("a" not in one for one in unsure) / 400 == pytest.approx(0.05, abs=0.04)
    alone = filled(some("pairs", items="a", skip=WORDS))
    assert all(set(one) == {"a"} for one in alone)


def test_a_line_has_now_and_a_goal_above_it():
    line = some("anchored_scale", least=1, most=10)
    answers = filled(line)
    assert {number for one in answers for number in one.values()} <= set(range(1, 11))
    assert sum(one["a"] for one in answers) / 400 == pytest.approx(5.5, abs=0.3)
    assert sum(one["b"] for one in answers) / 400 == pytest.approx(7.4, abs=0.3)


def test_choices_lean_to_the_first():
    chosen = Counter(one["choice"] for one in filled(some("choice", items=("a", "b", "c")), 900))
    assert [chosen[id] / 900 for id in "abc"] == pytest.approx([5 / 9, 3 / 9, 1 / 9], abs=0.05)


def test_points_add_up_with_more_for_the_first():
    part = kinds_of.some("allocation", instrument="culture_profile", asks="both")
    answers = filled(part, 60)
    for one in answers:
        assert sum(one[f"wish_{letter}"] for letter in "ABCD") == 60
        assert min(one.values()) >= 0
    means = [sum(one[f"now_d{n}_{letter}"] for one in answers for n in range(1, 7)) / 360 for letter in "ABCD"]
    assert sum(means) == pytest.approx(10)
    assert means[0] == pytest.approx(2.6, abs=0.5)


def test_somebody_gets_done_by_chance_within_the_seconds_it_takes():
    robot, rng = robots.crew(crew_in("da"))[1], random.Random(6)
    assert sum(robots.is_ready(robot, robot.takes, rng) for _ in range(2_000)) / 2_000 == pytest.approx(0.632, abs=0.03)
    assert not robots.is_ready(robot, 0, rng)


def test_they_take_eighteen_seconds_or_fifty_five_and_every_fifth_is_slow():
    assert [one.takes for one in robots.crew(crew_in("da"))[:6]] == [55, 18, 18, 18, 18, 55]
    assert [one.number for one in robots.crew(crew_in("da"))] == list(range(26))
