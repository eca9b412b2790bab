"""What one person ever opens never gives one unit's own by adding and subtracting, whoever answered."""

from datetime import datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.core.disclosure import greedy
from kulturspejl.core.disclosure.persons import Published, Right, Way, open_in_order
from kulturspejl.core.disclosure.tree import Tree, remainders

DAY_ONE = datetime(2026, 11, 1)
FOR_EVER = DAY_ONE + timedelta(days=99)
FLAT = Tree({"top": None, "a": "top", "b": "top", "c": "top"}, {"a": 9, "b": 9, "c": 9})
ALL_SHOWN = Published(FLAT, {"top": 0, "a": 7, "b": 7, "c": 7})


def day(number):
    return DAY_ONE + timedelta(days=number)


def right(way, unit, begins, ends=None):
    return Right(way, unit, day(begins), day(begins), None if ends is None else day(ends))


def opened(*rights, published=ALL_SHOWN, until=FOR_EVER):
    return open_in_order(published, rights, until).pictures


def test_the_second_own_team_of_a_leader_of_all_three_gives_way():
    assert opened(right(Way.WIDE, "top", 0), right(Way.OWN, "a", 1), right(Way.OWN, "b", 2)) == {"top", "a"}


def test_the_wide_picture_gives_way_where_it_comes_last():
    assert opened(right(Way.OWN, "a", 0), right(Way.OWN, "b", 1), right(Way.WIDE, "top", 2)) == {"a", "b"}


def test_of_rights_that_began_together_the_teams_own_come_first():
    assert opened(right(Way.WIDE, "top", 0), right(Way.OWN, "b", 0), right(Way.OWN, "a", 0)) == {"a", "b"}


def test_a_share_that_would_tell_the_third_unit_stays_shut_for_whoever_leads_the_other():
    assert opened(right(Way.WIDE, "top", 0), right(Way.OWN, "b", 1), right(Way.SHARED, "a", 2)) == {"top", "b"}


def test_who_leads_all_three_sees_all_that_is_theirs():
    everything = [right(Way.OWN, unit, number) for number, unit in enumerate("abc")]
    assert opened(right(Way.WIDE, "top", 0), *everything) == {"top", "a", "b", "c"}


def test_what_was_open_for_a_moment_counts_for_ever():
    assert opened(right(Way.OWN, "a", 0, 0), right(Way.OWN, "b", 1, 2), right(Way.WIDE, "top", 3)) == {"a", "b"}


def test_what_gave_way_opens_when_the_unit_it_would_tell_is_this_persons_too():
    rights = [right(Way.WIDE, "top", 0), right(Way.OWN, "a", 1), right(Way.OWN, "b", 2), right(Way.SHARED, "c", 5)]
    assert opened(*rights, until=day(4)) == {"top", "a"}
    assert opened(*rights) == {"top", "a", "b", "c"}


def test_not_when_its_own_right_is_over_by_then():
    rights = [right(Way.WIDE, "top", 0), right(Way.OWN, "a", 1), right(Way.OWN, "b", 2, 3), right(Way.SHARED, "c", 5)]
    assert opened(*rights) == {"top", "a"}


def test_a_right_that_never_began_before_it_ended_opens_nothing():
    assert opened(right(Way.OWN, "a", 5, 4)) == frozenset()


def test_a_silent_neighbour_hides_nobody():
    """C was asked and has no picture; nobody but the plan's own keeper knows that nobody there answered."""
    published = Published(FLAT, {"top": 9, "a": 7})
    assert opened(right(Way.WIDE, "top", 0), right(Way.OWN, "a", 1), published=published) == {"top"}
    assert opened(
        right(Way.WIDE, "top", 0), right(Way.OWN, "a", 1), published=Published(FLAT, {"top": 10, "a": 7})
    ) == {"top", "a"}


def test_a_hidden_unit_has_nothing_to_share():
    """B has no picture; if it »shared« it, what A and top leave would still be B's alone, and not theirs to see."""
    published = Published(FLAT, {"top": 7, "a": 7})
    rights = [right(Way.SHARED, "b", 0), right(Way.WIDE, "top", 1), right(Way.OWN, "a", 2)]
    assert opened(*rights, published=published) == {"top"}
    assert opened(right(Way.OWN, "b", 0), right(Way.OWN, "c", 0), *rights[1:], published=published) == {"top", "a"}


def test_the_own_people_beside_a_picture_give_way_too():
    tree = Tree({"top": None, "a": "top", "b": "top"}, {"top": 9, "a": 9, "b": 9})
    published = Published(tree, {"top": 7, "a": 7, "b": 7})
    rights = [right(Way.OWN, "top", 0), right(Way.OWN, "a", 1), right(Way.REST, "top", 2)]
    found = open_in_order(published, rights, FOR_EVER)
    assert (found.pictures, found.rests) == ({"top", "a"}, frozenset())
    assert open_in_order(published, rights[::2], FOR_EVER).rests == {"top"}


def test_an_own_picture_that_was_open_stays_this_persons_when_the_role_is_over():
    """Top has people of its own: when A is shared later, what is left of top's picture is those, seen before."""
    tree = Tree({"top": None, "a": "top"}, {"top": 9, "a": 9})
    published = Published(tree, {"top": 7, "a": 7})
    assert opened(right(Way.OWN, "top", 0, 1), right(Way.SHARED, "a", 2), published=published) == {"top", "a"}


def test_a_picture_that_tells_nothing_new_opens():
    """Middle holds the same people as top: whoever had top's picture while leading a hidden unit has seen them."""
    tree = Tree({"top": None, "middle": "top", "a": "middle"}, {"a": 9})
    published = Published(tree, {"top": 0, "middle": 7})
    rights = [right(Way.OWN, "a", 0, 1), right(Way.WIDE, "middle", 1), right(Way.WIDE, "top", 3)]
    assert opened(*rights, published=published) == {"top", "middle"}
    assert opened(rights[0], right(Way.WIDE, "top", 1), right(Way.WIDE, "middle", 3), published=published) == {
        "top", "middle"
    }  # fmt: skip


@st.composite
def histories(draw):
    """A round's tree with those asked and those who answered, and the rights of one person over some days."""
    count = draw(st.integers(1, 9))
    parent = {str(n): None if n == 0 else str(draw(st.integers(0, n - 1))) for n in range(count)}
    asked = {unit: draw(st.sampled_from([0, 1, 4, 6, 9, 12])) for unit in parent}
    answered = {unit: draw(st.integers(0, most)) for unit, most in asked.items()}
    rights = []
    for _ in range(draw(st.integers(0, 8))):
        begins = draw(st.integers(0, 6))
        ends = draw(st.one_of(st.none(), st.integers(begins, 8)))
        rights.append(right(draw(st.sampled_from(Way)), draw(st.sampled_from([*parent])), begins, ends))
    return Tree(parent, asked), Tree(parent, answered), rights


def people_of(tree, unit):
    """The units that spoke in a picture, as a row."""
    inside = {unit}
    for one in tree.parents_first:
        if tree.parent[one] in inside:
            inside.add(one)
    return np.array([float(one in inside and tree.direct[one] > 0) for one in tree.parents_first])


def found_by_an_attacker(answered, published, family):
    """The units whose own people follow from these pictures and rests, by exact elimination over units that spoke."""
    rows = [people_of(answered, unit) for unit in family.pictures]
    for unit in family.rests:
        below = [people_of(answered, one) for one, above in published.parent.items() if above == unit]
        rows.append(people_of(answered, unit) - sum(below, np.zeros(len(answered.parent))))
    units = answered.parents_first
    rank = np.linalg.matrix_rank(np.array(rows)) if rows else 0
    return {
        unit
        for unit, alone in zip(units, np.eye(len(units)), strict=True)
        if rows and answered.direct[unit] and np.linalg.matrix_rank(np.array([*rows, alone])) == rank
    }


def is_for_one_unit(published, one):
    return one.way is Way.OWN or (one.way is Way.SHARED and one.unit in published.remainders)


def published_of(asked, answered):
    plan = greedy.plan(answered, 5)
    return Published(asked, remainders(answered, plan.published))


@given(histories())
@pytest.mark.slow
def test_no_unit_follows_that_was_never_rightly_theirs(history):
    asked, answered, rights = history
    published = published_of(asked, answered)
    theirs = {one.unit for one in rights if is_for_one_unit(published, one)}
    assert found_by_an_attacker(answered, published, open_in_order(published, rights, FOR_EVER)) <= theirs


@given(histories())
@pytest.mark.slow
def test_what_was_open_once_stays_counted_and_nothing_opens_without_a_right(history):
    asked, answered, rights = history
    published, before = published_of(asked, answered), frozenset()
    for number in range(9):
        now = open_in_order(published, rights, day(number)).pictures
        assert before <= now
        assert now <= {one.unit for one in rights if one.begins <= day(number)}
        before = now


@given(histories())
@pytest.mark.slow
def test_whoever_has_one_way_alone_never_gives_way(history):
    """Own pictures without those below them, of any teams: nothing can be subtracted from anything."""
    asked, answered, rights = history
    leaves = {one for one in asked.parent if one not in asked.parent.values()}
    own = [one for one in rights if one.way is Way.OWN and one.unit in leaves]
    published = published_of(asked, answered)
    wanted = {one.unit for one in own}.intersection(published.remainders)
    assert open_in_order(published, own, FOR_EVER).pictures == wanted


def slowly(published, rights, until):
    """The same rule told another way: try each picture, and look at every remainder of all that is open."""
    pictures, active, waiting = set(), [], []
    for moment in sorted({one.begins for one in rights} | {one.ends for one in rights if one.ends is not None}):
        if moment > until:
            break
        begun = sorted(
            (one for one in rights if one.begins == moment and (one.ends is None or one.ends >= moment)),
            key=lambda one: (one.since, one.way, published.invited.parents_first.index(one.unit)),
        )
        active, waiting, before = active + begun, waiting + begun, None
        while before != pictures:
            before = set(pictures)
            for one in waiting:
                theirs = {own.unit for own in active if is_for_one_unit(published, own)}
                if one.unit in published.remainders and not alone(published, {*pictures, one.unit}) - alone(
                    published, pictures
                ) - theirs:
                    pictures.add(one.unit)
        active = [one for one in active if one.ends is None or one.ends > moment or one.unit in pictures]
        waiting = [one for one in waiting if one.ends is None or one.ends > moment]
    return pictures


def alone(published, pictures):
    """Units that could be the only one to have spoken in what is left of an open picture."""
    found = set()
    for unit in pictures:
        atoms, waiting = [], [unit]
        while waiting:
            at = waiting.pop()
            atoms.append(at)
            waiting.extend(one for one in published.children[at] if one not in pictures)
        if sum(published.spoke[one] for one in atoms) == 1:
            found.update(*(published.could_be_alone[one] for one in atoms if published.spoke[one]))
    return found


@given(histories())
@pytest.mark.slow
def test_the_quick_way_and_the_slow_way_open_the_same(history):
    asked, answered, rights = history
    rights = [one for one in rights if one.way is not Way.REST]
    published = published_of(asked, answered)
    assert open_in_order(published, rights, FOR_EVER).pictures == slowly(published, rights, FOR_EVER)


@pytest.mark.parametrize("way", [Way.OWN, Way.SHARED])
def test_a_thousand_rights_over_a_branch_of_650_are_planned_at_once(way):
    import time

    parent = {"top": None} | {f"d{n}": "top" for n in range(25)} | {f"u{n}": f"d{n % 25}" for n in range(624)}
    asked = Tree(parent, {unit: 9 for unit in parent if unit.startswith("u")})
    published = Published(asked, {unit: 7 if unit.startswith("u") else 0 for unit in parent})
    rights = [right(Way.WIDE, f"d{n}", 0) for n in range(25)] + [right(Way.WIDE, "top", 0)]
    rights += [right(way, f"u{n}", n % 50, 60 if n % 3 else None) for n in range(624)]
    begun = time.process_time()
    found = open_in_order(published, rights, FOR_EVER).pictures
    assert len(found) >= 600
    assert time.process_time() - begun < 0.6
