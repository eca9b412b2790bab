"""Units from a table: new ones, changed ones, and nothing at all when a line is wrong."""

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.access.permission import day_of
from kulturspejl.actions.unit_table import Change, change_of, import_units, read_units
from kulturspejl.core.errors import Faulty, NotThere
from kulturspejl.records.models import AuditEntry, UnitVersion
from kulturspejl.values.tree import tree_on
from tests.actions import town

LATER = town.NOW.replace(year=2027)


def take(where, text, by=None, now=LATER):
    read = read_units(text)
    assert read.faults == ()
    return import_units(by=by or where.steward, organisation_id=where.organisation, rows=read.rows, now=now)


def tree(where, now=LATER):
    found = tree_on(where.organisation, day_of(now)).units
    return {one.name: (found[one.parent].name if one.parent else "", one.headcount) for one in found.values()}


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_headings_may_be_english_or_danish_and_the_marks_any(mark):
    english = (
        mark.join(["unit_id", "parent_id", "name", "headcount"]) + "\n" + mark.join(["1", "", "Nord", "9"])
    )
    danish = mark.join(["Antal", "Navn", "Enhed_id"]) + "\n" + mark.join(["9", "Nord", "1"])
    for text in (english, danish, "\ufeff" + english.replace("\n", "\r\n")):
        (row,) = read_units(text).rows
        assert (row.unit_id, row.name, row.headcount) == ("1", "Nord", 9)


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("", 1, "no lines"),
        ("navn;a\nNord;1", 1, "headcount"),
        ("name,headcount\nNord,many", 2, "“many” is not a number"),
        ("name,headcount\nNord,-1", 2, "“-1” is not a number"),
        ("name,headcount\n,4", 2, "no name"),
        ("unit_id,name,headcount\n1,Nord,4\n1,Syd,5", 3, "twice"),
    ],
)
def test_a_wrong_line_is_told_with_its_number_and_nothing_is_read(text, line, told):
    read = read_units(text)
    assert read.rows == ()
    assert read.faults[0][0] == line
    assert told in read.faults[0][1].en


@given(st.text(max_size=300))
def test_any_text_gives_rows_or_faults(text):
    read = read_units(text)
    assert bool(read.rows) != bool(read.faults) or text.strip().count("\n") == 0


@pytest.mark.django_db
def test_a_branch_is_made_with_ids_of_its_own_in_any_order():
    where = town.found_town()
    change = take(where, "unit_id,parent_id,name,headcount\n11,10,Vejdrift,13\n10,,Teknik,7\n")
    assert change == Change(made=2, changed=0, same=0)
    assert tree(where)["Vejdrift"] == ("Teknik", 13)
    assert tree(where)["Hjemmepleje Nord"] == ("Hjemmeplejen", 12)


@pytest.mark.django_db
def test_an_own_id_renames_moves_and_counts_anew_and_keeps_the_past():
    where = town.found_town()
    text = f"unit_id,parent_id,name,headcount\n{where.unit},,Nord og Syd,20\n{where.top},,Hjemmeplejen,0\n"
    assert take(where, text) == Change(made=0, changed=1, same=1)
    assert tree(where)["Nord og Syd"] == ("", 20)
    assert tree(where, now=town.NOW)["Hjemmepleje Nord"] == ("Hjemmeplejen", 12)
    assert UnitVersion.objects.filter(unit_id=where.unit).count() == 2
    assert take(where, text) == Change(made=0, changed=0, same=2)
    assert AuditEntry.objects.filter(verb="unit.import").count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("unit_id,parent_id,name,headcount\n1,99,Nord,4", "No unit has the id “99”"),
        ("unit_id,parent_id,name,headcount\n1,2,Nord,4\n2,1,Syd,4", "under itself"),
        ("unit_id,parent_id,name,headcount\n1,1,Nord,4", "under itself"),
    ],
)
def test_a_tree_that_cannot_be_is_refused_whole(text, told):
    where = town.found_town()
    before = tree(where)
    with pytest.raises(Faulty) as refusal:
        take(where, text)
    assert told in next(iter(refusal.value.fields.values())).en
    assert tree(where) == before


@pytest.mark.django_db
def test_a_unit_cannot_be_moved_under_one_that_is_below_it():
    where = town.found_town()
    with pytest.raises(Faulty):
        take(where, f"unit_id,parent_id,name,headcount\n{where.top},{where.unit},Hjemmeplejen,0")


@pytest.mark.django_db
def test_only_a_steward_may_and_looking_changes_nothing():
    where = town.found_town()
    text = "name,headcount\nVejdrift,13"
    with pytest.raises(NotThere):
        take(where, text, by=where.leader)
    before = tree(where)
    assert change_of(where.organisation, read_units(text).rows, now=LATER) == Change(1, 0, 0)
    assert tree(where) == before


@pytest.mark.django_db
def test_another_organisation_s_id_is_a_word_like_any_other():
    where = town.found_town()
    take(where, f"unit_id,name,headcount\n{uuid.uuid4()},Vejdrift,13")
    assert tree(where)["Vejdrift"] == ("", 13)


@pytest.mark.django_db
def test_a_table_that_is_too_deep_is_refused_at_the_first_line_too_far_down():
    where = town.found_town()
    rows = [f"{number};{number - 1 or ''};Enhed {number};1" for number in range(1, 1_501)]
    with pytest.raises(Faulty) as faulty:
        take(where, "\n".join(["unit_id;parent_id;name;headcount", *rows]))
    assert list(faulty.value.fields) == ["22"], "the line of unit 21; those below it are not named too"
    assert "20 levels" in faulty.value.fields["22"].en
    assert len(tree(where)) == 2


@pytest.mark.django_db
def test_a_table_that_sends_a_unit_it_does_not_name_too_far_down_is_refused_at_the_line_that_does():
    where = town.found_town()
    rows = [f"{number};{number - 1 or ''};Enhed {number};1" for number in range(1, 20)]
    take(where, "\n".join(["unit_id;parent_id;name;headcount", *rows]))
    lowest = next(one.id for one in tree_on(where.organisation, day_of(LATER)).units.values() if one.name == "Enhed 19")
    with pytest.raises(Faulty) as faulty:
        take(where, f"unit_id;parent_id;name;headcount\n{where.top};{lowest};Hjemmeplejen;0")
    assert list(faulty.value.fields) == ["2"]
