"""A list of units held against those that are here: what is different, what is missing, and what has to be asked."""

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.core.levels import MOST_LEVELS
from kulturspejl.core.tables.units import UnitLine
from kulturspejl.core.units.difference import Kind, closed_with, counts, difference, left_hanging
from kulturspejl.core.units.line import Known
from kulturspejl.core.units.questions import IDS, NAMES, NEW, Asked

TEKNIK, VEJ, PARK, DRIFT = (uuid.UUID(int=number) for number in range(1, 5))
HERE = [
    Known(TEKNIK, "9001", "Teknik og Miljø", None, 8),
    Known(VEJ, "9002", "Vejafdelingen", TEKNIK, 7),
    Known(PARK, "9003", "Parkafdelingen", TEKNIK, 9),
]
SAME = [("9001", "", "Teknik og Miljø", 8), ("9002", "9001", "Vejafdelingen", 7), ("9003", "9001", "Parkafdelingen", 9)]


def lines(*rows):
    """(id, parent, name, headcount), the heading being line 1."""
    return [UnitLine(number, id, name, parent, people) for number, (id, parent, name, people) in enumerate(rows, 2)]


def held(*rows, here=HERE, answers=None):
    return difference(lines(*rows), here, answers or {})


def kinds(found):
    return {one.name: {kind.value for kind in one.kinds} for one in found.changes}


def why(found):
    return [(one.line, one.why, one.units) for one in found.open_questions]


def test_the_same_list_again_changes_nothing():
    found = held(*SAME)
    assert (found.changes, found.same, found.missing, found.questions, found.faults) == ((), 3, (), (), {})


@pytest.mark.parametrize("above", ["9001 Teknik og Miljø", "9001 - teknik og miljø", "Teknik og Miljø (9001)"])
def test_a_unit_above_may_be_said_by_id_and_name_together(above):
    same = [("9001", "", "Teknik og Miljø", 8), ("9002", above, "Vejafdelingen", 7)]
    found = held(*same)
    assert (found.changes, found.faults, found.same) == ((), {}, 2)
    assert held(*same[1:]).same == 1
    assert list(held(same[0], ("9002", "9003 Teknik og Miljø", "Vejafdelingen", 7)).faults) == [3]


def test_next_month_is_a_difference_by_name():
    found = held(
        ("9001", "", "Teknik og Miljø", 8), ("9003", "9001", "Park og Natur", 11), ("9010", "9003", "Drift", 4)
    )
    assert kinds(found) == {"Park og Natur": {"renamed", "size"}, "Drift": {"new"}}
    assert found.same == 1
    assert [one.name for one in found.missing] == ["Vejafdelingen"]
    (park, drift) = found.changes
    assert (park.ref, park.was.name, park.was.headcount) == (PARK, "Parkafdelingen", 9)
    assert (drift.ref, drift.parent, drift.own_id) == (4, PARK, "9010")
    assert counts(found.changes)[Kind.NEW] == counts(found.changes)[Kind.SIZE] == 1


def test_our_own_ids_mean_our_units_and_stay_out_of_the_organisations_ids():
    found = held((str(VEJ).upper(), "9001", "Vejafdelingen", 7), (str(PARK), str(VEJ), "Parkafdelingen", 9))
    assert kinds(found) == {"Parkafdelingen": {"moved"}}
    assert found.changes[0].own_id == "9003"


def test_units_without_ids_are_known_by_their_place_and_get_the_ids_of_the_list():
    bare = [Known(one.id, "", one.name, one.parent, one.headcount) for one in HERE]
    assert held(*[("", parent, name, people) for _, parent, name, people in SAME[:1]], here=bare).same == 1
    found = held(*SAME, here=bare)
    assert kinds(found) == {name: {"id"} for _, _, name, _ in SAME}
    assert [one.own_id for one in found.changes] == ["9001", "9002", "9003"]


def test_a_parent_may_be_named_by_its_name():
    found = held(("", "", "Teknik og Miljø", 8), ("", "Teknik og Miljø", "VEJAFDELINGEN", 7))
    assert kinds(found) == {"VEJAFDELINGEN": {"renamed"}}
    two = held(("1", "", "Nord", 1), ("2", "", "Nord", 1), ("3", "Nord", "Team", 1), here=[])
    assert "Flere enheder hedder" in two.faults[4].da


def test_a_renamed_parent_still_leads_to_the_units_below_it():
    found = held(("9001", "", "By og Land", 8), ("", "9001", "Vejafdelingen", 7))
    assert kinds(found) == {"By og Land": {"renamed"}}


def test_a_line_that_is_known_to_be_above_is_the_parent_whatever_its_name():
    nord, below = UnitLine(2, "", "Nord", "", 1), UnitLine(3, "", "Nord", "Nord", 2, 2)
    rows = [nord, below, UnitLine(4, "", "Team", "Nord", 3, 3)]
    found = difference(rows, [], {})
    assert {one.line: one.parent for one in found.changes} == {2: None, 3: 2, 4: 3}


def test_a_list_that_does_not_say_where_units_stand_moves_none():
    assert held(("9002", None, "Vejafdelingen", 7)).changes == ()


def test_nothing_written_as_size_keeps_the_number_and_is_told():
    found = held(("9002", "9001", "Vejafdelingen", None), ("9010", "9001", "Drift", None))
    assert [line.name for line in found.uncounted] == ["Vejafdelingen", "Drift"]
    assert kinds(found) == {"Drift": {"new"}}


def test_the_same_name_with_another_id_is_asked_and_nothing_is_guessed():
    rows = [SAME[0], ("7777", "9001", "Vejafdelingen", 7), SAME[2]]
    assert why(held(*rows)) == [(3, Asked.RENUMBERED, (VEJ,))]
    same = held(*rows, answers={3: str(VEJ)})
    assert (kinds(same), why(same), same.missing) == ({"Vejafdelingen": {"id"}}, [], ())
    new = held(*rows, answers={3: NEW})
    assert (kinds(new), [one.id for one in new.missing]) == ({"Vejafdelingen": {"new"}}, [VEJ])
    assert why(held(*rows, answers={3: str(uuid.UUID(int=99))})), "that was not among the answers"


def test_a_name_that_several_have_is_asked():
    twins = [*HERE, Known(DRIFT, "", "Vejafdelingen", TEKNIK, 3)]
    assert why(held(("", "9001", "Vejafdelingen", 7), here=twins)) == [(2, Asked.WHICH, (VEJ, DRIFT))]
    found = held(("", "9001", "Vejafdelingen", 7), here=twins, answers={2: str(DRIFT)})
    assert kinds(found) == {"Vejafdelingen": {"size"}}


def test_a_missing_unit_that_stands_elsewhere_in_the_list_is_asked():
    rows = [("9001", "", "Teknik og Miljø", 8), ("", "", "Vejafdelingen", 7), SAME[2]]
    assert why(held(*rows)) == [(3, Asked.ELSEWHERE, (VEJ,))]
    assert kinds(held(*rows, answers={3: str(VEJ)})) == {"Vejafdelingen": {"moved"}}


def test_swapped_ids_are_asked_and_either_answer_holds():
    rows = [SAME[0], ("9002", "9001", "Parkafdelingen", 9), ("9003", "9001", "Vejafdelingen", 7)]
    assert why(held(*rows)) == [(3, Asked.SWAPPED, (VEJ, PARK))]
    names = held(*rows, answers={3: NAMES})
    assert {one.ref: one.name for one in names.changes} == {VEJ: "Parkafdelingen", PARK: "Vejafdelingen"}
    ids = held(*rows, answers={3: IDS})
    assert {one.ref: (one.own_id, *one.kinds) for one in ids.changes} == {
        VEJ: ("9003", Kind.ID), PARK: ("9002", Kind.ID)
    }  # fmt: skip


def test_the_id_of_a_closed_unit_is_asked_before_it_is_used_again():
    here = [*HERE[:2], Known(PARK, "9003", "Parkafdelingen", TEKNIK, 9, is_closed=True)]
    assert why(held(*SAME, here=here)) == [(4, Asked.CLOSED, (PARK,))]
    assert kinds(held(*SAME, here=here, answers={4: str(PARK)})) == {"Parkafdelingen": {"opened"}}
    assert kinds(held(*SAME, here=here, answers={4: NEW})) == {"Parkafdelingen": {"new"}}
    below = held(("9010", "9003", "Drift", 4), here=here)
    assert "nedlagt" in below.faults[2].da


@pytest.mark.parametrize(
    ("rows", "line", "told"),
    [
        ([("1", "", "Nord", 1), ("1", "", "Syd", 1)], 3, "to gange"),
        ([("1", "99", "Nord", 1)], 2, "Ingen enhed har id eller navn »99«"),
        ([("1", "2", "Nord", 1), ("2", "1", "Syd", 1)], 2, "under sig selv"),
        ([("9001", "9002", "Teknik og Miljø", 8)], 2, "under sig selv"),
        ([("1", "", " ", 1)], 2, "mangler et navn"),
        ([("9002", "", "Vej", 1), (str(VEJ), "", "Vej", 1)], 3, "den samme enhed"),
    ],
)
def test_a_tree_that_cannot_be_is_told_by_line(rows, line, told):
    assert told in held(*rows).faults[line].da


def test_a_list_that_goes_too_far_down_is_told_at_the_first_line_that_does():
    deep = [(str(number), str(number - 1) if number else "", f"Enhed {number}", 1) for number in range(30)]
    assert list(held(*deep, here=[]).faults) == [2 + MOST_LEVELS]


def test_closing_takes_the_missing_ones_below_and_never_what_stays():
    below = [*HERE, Known(DRIFT, "", "Drift", VEJ, 3)]
    found = held(SAME[0], SAME[2], here=below)
    assert closed_with({VEJ}, found.missing) == {VEJ, DRIFT}
    assert closed_with({PARK}, found.missing) == frozenset(), "it is in the list"
    kept = held(SAME[0], SAME[2], (str(DRIFT), "9002", "Drift", 3), here=below)
    assert closed_with({VEJ}, kept.missing) == {VEJ}
    assert "»Drift« bliver liggende" in left_hanging({VEJ}, kept, below).da
    moved = held(SAME[0], SAME[2], (str(DRIFT), "9001", "Drift", 3), here=below)
    assert left_hanging({VEJ}, moved, below) is None


def test_another_organisation_or_other_answers_are_another_difference():
    assert held(*SAME).digest == held(*SAME).digest
    assert held(*SAME).digest != held(*SAME, here=HERE[:2]).digest
    rows = [SAME[0], ("7777", "9001", "Vejafdelingen", 7), SAME[2]]
    assert held(*rows).digest != held(*rows, answers={3: NEW}).digest


words = st.sampled_from(["", "1", "2", "3", "A", "B", "a", str(VEJ), "9002", "9003"])
rows_of_any_kind = st.lists(
    st.tuples(words, st.one_of(st.none(), words), words, st.one_of(st.none(), st.integers(0, 9))), max_size=7
)


@pytest.mark.slow
@given(rows_of_any_kind)
def test_whatever_is_listed_each_unit_is_one_line_and_taken_in_twice_it_changes_nothing(rows):
    found = held(*rows)
    if found.faults or found.questions:
        return
    refs = [one.ref for one in found.changes]
    assert len(refs) == len(set(refs))
    ids = {ref: ref if isinstance(ref, uuid.UUID) else uuid.UUID(int=1000 + ref) for ref in refs}
    after = {one.id: one for one in HERE}
    for one in found.changes:
        parent = ids.get(one.parent, one.parent) if one.parent is not None else None
        after[ids[one.ref]] = Known(ids[one.ref], one.own_id, one.name, parent, one.headcount)
    again = held(*rows, here=list(after.values()))
    assert again.faults == {}
    assert again.changes == () or again.open_questions, "lines without an id, and alike, are asked about"
