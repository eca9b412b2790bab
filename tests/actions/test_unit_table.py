"""Units from a table, read: rows, or nothing at all when a line is wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.actions.unit_table import read_units


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
