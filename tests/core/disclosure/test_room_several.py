"""What each has several of: nothing is told of one or two people, and whoever knows the rule works out nothing."""

from collections import defaultdict
from random import Random

import pytest

from kulturspejl.core.disclosure.room.several import of_several
from kulturspejl.core.kinds.base.counts import ONE_SIDED, counted_in_several
from kulturspejl.core.kinds.base.items import Item
from kulturspejl.core.kinds.base.picture import NOT_BY_ITSELF
from kulturspejl.core.text import Text
from tests.core.disclosure.all_counts import all_counts
from tests.kinds.showing import LET

TWO = 2
SEEDS = range(12)
"""Enough for every way in which chance can break a tie of four."""


def told(*counts: int, people: int = 8) -> dict[int, int] | None:
    return of_several(dict(enumerate(counts)), people, TWO, Random(1))


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ((5, 5, 3, 3), {0: 5, 1: 5, 2: 3, 3: 3}),
        ((8, 5, 3, 0), {0: 8, 1: 5, 2: 3, 3: 0}),  # all, and nobody: everything is told
        ((5, 5, 4, 1, 1), {0: 5, 1: 5}),  # two people at most have the rest: the next goes along
        ((5, 4, 2, 2, 3), {0: 5, 1: 4}),  # four of the rest may be two people
        ((7, 6, 3), None),  # of the first two, three at most have one not
    ],
)
def test_neither_those_who_have_it_nor_those_who_have_not_are_one_or_two(counts, shown):
    assert told(*counts) == shown


def test_one_alone_would_follow_by_subtraction_and_of_those_alike_chance_says_which_goes_along():
    made = {frozenset(of_several({"a": 5, "b": 3, "c": 3, "d": 3, "e": 2}, 8, TWO, Random(n)) or ()) for n in SEEDS}
    assert made == {frozenset("abc"), frozenset("abd"), frozenset("acd")}


def test_what_is_told_is_out_of_people_and_the_rest_is_named_without_a_number():
    a, b, c, d = items = tuple(Item(id, Text(f"da {id}", f"en {id}")) for id in "abcd")
    made = counted_in_several(dict(zip(items, (4, 7, 5, 0), strict=True)), 8, TWO, LET)
    few = NOT_BY_ITSELF
    assert [(label, value.da, share) for label, value, share in made.rows] == [
        (c.label, "5 af 8", 0.625), (a.label, "4 af 8", 0.5), (b.label, few.da, 0.0), (d.label, few.da, 0.0),
    ]  # fmt: skip
    assert made.sentence.en == "8 have answered. en c: 5. en a: 4."
    assert counted_in_several(dict(zip(items, (8, 7, 1, 0), strict=True)), 8, TWO, LET).hidden == ONE_SIDED


@pytest.mark.slow
@pytest.mark.parametrize(("places", "people"), [(3, 8), (3, 9), (3, 12), (4, 8), (4, 9), (5, 8)])
def test_whoever_knows_the_rule_works_out_nothing_of_one_or_two(places, people):
    behind = defaultdict(list)
    for counts in all_counts(places, TWO * people, people):
        for seed in SEEDS:
            shown = of_several(dict(enumerate(counts)), people, TWO, Random(seed))
            behind[None if shown is None else tuple(sorted(shown.items()))].append(counts)
    for shown, possible in behind.items():
        for place in range(places):
            found = {counts[place] for counts in possible}
            assert len(found) > 1 or not found & {1, 2, people - 1, people - 2}, (shown, place, found)
