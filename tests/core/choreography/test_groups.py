"""Pairs and groups: never two where three can be, the same workplace apart."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.core.choreography.groups import (
    Person,
    count_off,
    divide,
    group_of,
    move,
    number_of_groups,
    of_one_place,
    place_beside,
    place_late,
    sizes,
    together,
    without,
)


@pytest.mark.parametrize(
    ("people", "size", "expected"),
    [
        (26, 4, (4, 4, 4, 4, 4, 3, 3)),
        (5, 4, (5,)),
        (6, 4, (3, 3)),
        (9, 4, (3, 3, 3)),
        (4, 3, (4,)),
        (7, 3, (4, 3)),
        (26, 2, (2,) * 13),
        (7, 2, (3, 2, 2)),
        (1, 2, (1,)),
        (2, 4, (2,)),
        (0, 4, ()),
    ],
)
def test_a_remainder_makes_threes_or_fives(people, size, expected):
    assert sizes(people, size) == expected


@pytest.mark.slow
@given(st.integers(3, 200), st.integers(3, 8))
def test_nobody_is_ever_two(people, size):
    assert min(sizes(people, size)) >= 3
    assert sum(sizes(people, size)) == people
    assert max(sizes(people, size)) <= size + 2


def test_a_group_of_one_is_refused():
    with pytest.raises(ValueError, match="at least two"):
        number_of_groups(5, 1)


@given(
    st.lists(st.sampled_from(["", "Nord", "Syd", " nord "]), min_size=2, max_size=40),
    st.integers(2, 5),
    st.data(),
)
@pytest.mark.slow
def test_everybody_is_placed_once_and_workplaces_are_spread_as_far_as_they_go(workplaces, size, data):
    people = [Person(str(index), workplace) for index, workplace in enumerate(workplaces)]
    order = data.draw(st.permutations(range(len(people))))
    made = divide(people, size, order)
    assert sorted(one for group in made for one in group) == sorted(person.id for person in people)
    where = {person.id: person.workplace.strip().casefold() for person in people}
    most = Counter(one for one in where.values() if one)
    for group in made:
        for workplace, count in Counter(where[one] for one in group if where[one]).items():
            assert count <= -(-most[workplace] // len(made))


def test_other_chances_make_other_groups():
    people = [Person(str(index)) for index in range(12)]
    assert divide(people, 4, range(12)) != divide(people, 4, range(11, -1, -1))


def test_counting_aloud_makes_the_groups_that_were_said():
    assert count_off(["a", "b", "c", "d"], {"a": 1, "b": 2, "c": 1}, 2) == (("a", "c"), ("b", "d"))
    assert count_off(["a", "b"], {"a": 9}, 2) == (("a",), ("b",))


def test_somebody_who_comes_late_gets_a_partner_from_a_trio():
    assert place_late((("a", "b", "c"), ("d", "e")), "f", 2) == (("a", "b"), ("d", "e"), ("c", "f"))
    assert place_late((("a", "b"), ("c",)), "d", 2) == (("a", "b"), ("c", "d"))
    assert place_late((("a", "b"), ("c", "d")), "e", 2) == (("a", "b", "e"), ("c", "d"))


def test_somebody_who_comes_late_goes_to_the_smallest_group():
    assert place_late((("a", "b", "c", "d"), ("e", "f", "g")), "h", 4)[1] == ("e", "f", "g", "h")
    assert place_late((("a", "b", "c"),), "a", 4) == (("a", "b", "c"),)


def test_moving_and_leaving_keep_the_numbers_of_the_groups():
    made = (("a", "b"), ("c",))
    assert move(made, "c", 0) == (("a", "b", "c"), ())
    assert move(made, "a", 2) == (("b",), ("c",), ("a",))
    assert without(made, "c") == (("a", "b"), ())
    assert group_of(made, "c") == 1
    assert group_of(made, "x") is None
    with pytest.raises(IndexError):
        move(made, "a", 5)


def test_one_person_alone_is_a_group_and_three_by_four_are_one():
    assert number_of_groups(0, 2) == number_of_groups(1, 2) == number_of_groups(3, 2) == 1
    assert number_of_groups(4, 2) == 2
    assert number_of_groups(0, 4) == number_of_groups(3, 4) == number_of_groups(5, 4) == 1
    assert number_of_groups(5, 3) == 1
    assert number_of_groups(6, 3) == 2


def test_the_largest_workplace_is_dealt_out_first():
    places = {"a": "", "b": "Nord", "c": "Syd", "d": "Syd", "e": "NORD ", "f": "Syd"}
    people = [Person(id, workplace) for id, workplace in places.items()]
    assert divide(people, 3, range(6)) == (("c", "f", "e"), ("d", "b", "a"))
    assert divide([], 3, []) == ()


def test_whoever_said_no_number_goes_to_the_smallest_group():
    assert count_off(["a", "b", "c", "d"], {"a": 1, "b": 1, "c": 2}, 2) == (("a", "b"), ("c", "d"))
    assert count_off(["a", "b"], {"a": 0, "b": 2}, 2) == (("a",), ("b",))
    assert count_off(["a"], {"a": 1}, 1) == (("a",),)
    assert count_off(["a", "b"], {"a": 3, "b": 1}, 3) == (("b",), (), ("a",))


def test_the_first_to_come_is_a_group_and_whoever_sits_there_stays():
    assert place_late((), "a", 2) == place_late((), "a", 4) == (("a",),)
    assert place_late((("a", "b"), ("c",)), "a", 2) == (("a", "b"), ("c",))
    assert place_late((("a", "b", "c"), ("d", "e")), "f", 3) == (("a", "b", "c"), ("d", "e", "f"))
    assert place_late((("a", "b"), ()), "c", 2) == (("a", "b"), ("c",))


def test_a_group_that_does_not_exist_is_refused_at_both_ends():
    for wrong in (-1, 2):
        with pytest.raises(IndexError):
            move((("a", "b"),), "a", wrong)
    assert move((("a", "b"), ("c",), ("d",)), "a", 1) == (("b",), ("c", "a"), ("d",))


def test_those_who_came_together_sit_together_and_whoever_named_no_workplace_sits_alone():
    places = {"a": "Skolen  Nord", "b": "", "c": "skolen nord", "d": "Syd", "e": "", "f": "Skolen Nord "}
    people = [Person(id, place) for id, place in places.items()]
    assert together(people) == (("a", "c", "f"), ("b",), ("d",), ("e",))
    assert of_one_place(Person("x", "SYD"), people) == ("d",)
    assert of_one_place(Person("x", " "), people) == ()


def test_those_of_one_group_of_a_course_sit_together_and_two_that_call_their_place_alike_stay_two():
    people = [
        Person("a", "Skolen", "one"), Person("b", "skolen ", "two"), Person("c", "Skolen, Nord", "one"),
        Person("d", "Skolen"), Person("e", "Skolen"), Person("f", "skolen, nord"), Person("g", "", "two"), Person("h"),
    ]  # fmt: skip
    assert together(people) == (("a", "c", "f"), ("b", "g"), ("d", "e"), ("h",))
    assert of_one_place(Person("x", "Skolen, Nord"), people) == ("a", "c", "f")
    assert of_one_place(Person("x", "Skolen"), people) == ("d", "e")
    assert of_one_place(Person("x", "", "two"), people) == ("b", "g")
    for group in divide(people, 4, range(8)):
        assert len({"one", "two"} & {one.group for one in people if one.id in group}) == 2, "kept apart elsewhere"


def test_somebody_who_comes_late_finds_those_of_the_same_workplace_or_sits_alone():
    made = (("a", "c"), ("d",))
    assert place_beside(made, "x", ("c",)) == (("a", "c", "x"), ("d",))
    assert place_beside(made, "x", ()) == (("a", "c"), ("d",), ("x",))
    assert place_beside(made, "a", ("d",)) == made
