"""Two published pictures of one unit: what is compared, what is not, and that a team of one mind shows nowhere."""

import json
from dataclasses import replace

import pytest

from kulturspejl.core.disclosure.codec import to_plain
from kulturspejl.core.disclosure.policy import WITHOUT_CONTROL
from kulturspejl.core.disclosure.release import Place, make_release
from kulturspejl.core.disclosure.since import Side, WhyNot, compare
from kulturspejl.core.instruments.allocation.asked import AskedPoints
from kulturspejl.library.policies import load_policy
from tests.core.disclosure.alike import TOTAL, WIDE, apart, equal_team
from tests.core.disclosure.people import CONTENT, READING, answers, release


def side(released, unit="a", units=("a",)):
    return Side(released, released.units[unit], frozenset(units))


def of(n, seed=1, invited=None, **more):
    return release({"a": n}, invited={"a": n + 2 if invited is None else invited}, seed=seed, **more)


def test_two_pictures_are_compared_for_now_and_for_the_wish():
    found = compare(side(of(8, 1)), side(of(12, 2)))
    assert found.why_not is None
    assert set(found.changes.now) == set(found.changes.preferred) == set("ABCD")
    first, second = of(8, 1).units["a"].numbers, of(12, 2).units["a"].numbers
    assert found.changes.now["A"].d == second.now["A"].mean - first.now["A"].mean
    assert found.changes.preferred["A"].d == second.preferred["A"].mean - first.preferred["A"].mean


def test_a_wish_that_was_asked_in_another_way_is_not_compared():
    found = compare(side(of(8, 1)), side(of(8, 2, form="dimensions")))
    assert found.changes.now
    assert found.changes.preferred is None
    assert compare(side(of(8, 1, form=None)), side(of(8, 2))).changes.preferred is None


def test_a_unit_without_a_picture_is_compared_with_nothing():
    assert compare(side(of(4)), side(of(8))) is None
    assert compare(side(of(8)), side(of(4))) is None


def asked_by(version, id=CONTENT.id):
    """As if another questionnaire, or another edition of it, had been answered."""
    return replace(of(8, 2), content=replace(CONTENT, id=id, version=version))


def test_two_questionnaires_are_not_compared_and_a_small_change_of_words_is_no_other():
    assert compare(side(of(8)), side(asked_by(CONTENT.version, id="another"))) is None
    edition = CONTENT.version.partition(".")[0]
    assert compare(side(of(8)), side(asked_by(f"{edition}.99"))).changes is not None


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        (side(of(8)), side(asked_by("99.0")), WhyNot.OTHER_TEXT),
        (side(of(8)), side(of(8, 2), units=("a", "b")), WhyNot.OTHER_UNITS),
        (side(replace(of(8), total=100)), side(of(8, 2)), WhyNot.OTHER_POINTS),
        (side(of(8, invited=8)), side(of(9, 2, invited=9)), WhyNot.ONE_PERSON),
        (side(of(9, invited=9)), side(of(8, 2, invited=8)), WhyNot.ONE_PERSON),
        (side(of(8, invited=8), units=("a", "b", "c")), side(of(9, 2, invited=9)), WhyNot.ONE_PERSON),
    ],
)
def test_what_cannot_be_held_together_says_why(before, after, why):
    found = compare(before, after)
    assert found.why_not is why
    assert found.changes is None


def test_one_more_answer_is_told_and_not_held_back_where_somebody_was_silent():
    found = compare(side(of(8, invited=9)), side(of(9, 2, invited=9)))
    assert found.why_not is None
    assert found.unchanged.people == 1
    assert not found.unchanged.are_known


def test_where_the_spread_is_held_back_both_pictures_stand_and_no_difference():
    """Between the branch and the unit in it are 5 to 7 people, so the branch tells no spread (science 2.8)."""
    tree = {"top": None, "a": "top"}
    found = [release({"top": 6, "a": 9}, parent=tree, seed=seed) for seed in (1, 2)]
    assert found[0].units["top"].numbers.now["A"].sd is None
    held = compare(*(side(one, "top", ("top", "a")) for one in found))
    assert held.why_not is WhyNot.NO_SPREAD
    assert held.changes is None
    assert compare(*(side(one, "a") for one in found)).changes


@pytest.mark.slow
def test_what_is_held_back_hangs_on_counts_and_never_on_answers():
    for n, invited in ((8, 8), (9, 9), (8, 10), (5, 7)):
        whys = {
            compare(side(of(8, seed, invited=8)), side(of(n, seed + 50, invited=invited))).why_not
            for seed in range(5)
        }
        assert len(whys) == 1


def of_hundred(rows):
    """A release of one unit in which a question has a hundred points."""
    return make_release(
        places=[Place("a", "A", None, len(rows) + 2)], answers={"a": rows}, content=CONTENT,
        asked=AskedPoints(TOTAL, "drawn", READING), policy=load_policy(),
    )  # fmt: skip


@pytest.mark.parametrize("people", [5, 8, 12])
@pytest.mark.parametrize("at", [0, 1])
def test_a_team_of_one_mind_looks_like_one_nearly_so(people, at):
    """Whichever of the two rounds it was (science 1.5, the floor)."""
    other = answers(9, 5, "drawn", TOTAL)

    def held(rows):
        pair = [other, rows] if at else [rows, other]
        return json.dumps(to_plain(compare(*(side(of_hundred(one)) for one in pair))))

    equal, nearly = held(equal_team(people)), held(apart(people, 3, 3))
    assert equal == nearly
    assert held(apart(people, 3, WIDE)) != equal


def test_without_control_the_spread_has_no_floor():
    same = answers(1, 1).repeat(6, axis=0)
    found = [
        release({"a": 6}, given={"a": rows}, policy=WITHOUT_CONTROL) for rows in (same, answers(6, 4))
    ]
    assert compare(side(found[0]), side(found[0])).changes.now["A"].welch == (0.0, 0.0)
    assert compare(*map(side, found)).changes.now["A"].smallest_visible > 0
