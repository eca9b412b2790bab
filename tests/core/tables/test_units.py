"""Units of a table in the words and shapes people use; nothing is left aside in silence."""

import pytest

from kulturspejl.core.tables.headings import Column, bare, is_known, understood
from kulturspejl.core.tables.read import read
from kulturspejl.core.tables.units import UNIT_COLUMNS, Units, missing_columns, units_from
from tests.core.tables.workbooks import xlsx


def units(data: str | bytes, said: dict[str, Column] | None = None) -> Units:
    table = read(data)
    return units_from(table, understood(table.headings, said, UNIT_COLUMNS))


def tree(found: Units) -> dict[str, tuple[str | None, int | None]]:
    by_line = {line.line: line.name for line in found.lines}
    above = {line.line: by_line.get(line.parent_line or 0, line.parent) for line in found.lines}
    return {line.name: (above[line.line], line.headcount) for line in found.lines}


@pytest.mark.parametrize(
    "heading",
    [
        "unit_id;parent_id;name;headcount", '"id";"parentId";name;headcount',
        "Enheds-ID;Overordnet enhed;Enhed;Ansatte",
        "Enhedsnr;Overordnet;Enhedsnavn;Antal ansatte", "Nr.;Parent;Afdeling;Antal medarbejdere",
        "enhed_id;overenhed_id;navn;antal",
    ],
)  # fmt: skip
def test_headings_are_understood_in_the_words_people_use(heading):
    found = units(f"{heading}\nA2;;Koncern;5\nB8;A2;Digital;6\n")
    assert [(one.line, one.unit_id, one.name, one.parent, one.headcount) for one in found.lines] == [
        (2, "A2", "Koncern", "", 5), (3, "B8", "Digital", "A2", 6),
    ]  # fmt: skip
    assert (found.faults, found.told) == ([], [])


def test_what_is_not_understood_is_told_and_can_be_said():
    text = "Enhedsnr;Refererer til;Enhedsnavn;FTE\n1;;Koncern;4,5\n2;1;Digital;6\n"
    found = units(text)
    assert [line.parent for line in found.lines] == [None, None], "nobody says where they stand"
    ((line, told),) = [(one.line, one.text.da) for one in found.told]
    assert (line, told) == (1, "Ikke brugt: kolonnen »Refererer til«, »FTE«.")
    said = units(text, {bare("REFERERER  TIL"): Column.PARENT})
    assert [line.parent for line in said.lines] == ["", "1"]
    assert not is_known("Refererer til")
    assert missing_columns(understood(("a", "b"))) == (Column.NAME,)


@pytest.mark.parametrize(
    "text",
    [
        "Forvaltning;Center;Afdeling;Antal ansatte\nTeknik;Vej;Nord;8\nTeknik;Vej;Administration;7\nTeknik;;;2\n"
        "Teknik;Park;Administration;6\n",
        "Forvaltning;Center;Afdeling;Antal ansatte\nTeknik;;;2\n;Vej;Nord;8\n;;Administration;7\n"
        ";Park;Administration;6\n",
        "Niveau 1;Niveau 2;Niveau 3;Antal\nTeknik;Vej;Nord;8\n;;Administration;7\n;Park;Administration;6\n"
        "Teknik;Teknik;Teknik;2\n",
    ],
)
def test_one_column_a_level_is_a_tree_also_where_names_are_alike(text):
    found = units(text)
    assert found.faults == []
    assert len({line.line for line in found.lines}) == len(found.lines) == 6
    by_line = {line.line: line for line in found.lines}
    parents = {line.line: by_line[line.parent_line].name if line.parent_line else "" for line in found.lines}
    assert {(line.name, line.headcount): parents[line.line] for line in found.lines} == {
        ("Teknik", 2): "", ("Vej", None): "Teknik", ("Park", None): "Teknik", ("Nord", 8): "Vej",
        ("Administration", 7): "Vej", ("Administration", 6): "Park",
    }  # fmt: skip
    ((line, told),) = [(one.line, one.text.da) for one in found.told]
    assert (line, told) == (0, "Uden egen række, så uden antal: »Vej«, »Park«.")


def test_a_unit_that_stands_twice_in_one_place_is_a_fault():
    found = units("Forvaltning;Afdeling;Antal\nTeknik;Vej;8\nTeknik;Vej;9\n")
    assert [(fault.line, "linje 2" in fault.text.da) for fault in found.faults] == [(3, True)]


@pytest.mark.parametrize("words", ["I alt", "I alt:", "Total", "total ansatte", "SUM", "Hovedtotal", "Teknik i alt"])
def test_a_row_that_sums_up_is_told_and_makes_no_unit(words):
    found = units(f"name;headcount\nVej;8\nSumatra;7\n{words};15\n")
    assert tree(found) == {"Vej": (None, 8), "Sumatra": (None, 7)}
    assert [(one.line, "lægger de andre sammen" in one.text.da) for one in found.told] == [(4, True)]
    assert len(units(f"id;name;headcount\n7;{words};15\n").lines) == 1, "with an id of its own it is a unit"
    in_front = units(f"id;name;headcount\n7;Vej;15\n{words};;15\n")
    assert (len(in_front.lines), in_front.faults, len(in_front.told)) == (1, [], 1)


def test_counts_as_spreadsheets_write_them_and_what_is_missing_is_not_nought():
    found = units("name;headcount\nA;8,0\nB;7.0\nC;1.200\nD;\nE;-\nF;NA\n")
    assert [line.headcount for line in found.lines] == [8, 7, 1200, None, None, None]
    assert [(one.line, "1200" in one.text.da) for one in found.told] == [(4, True)]
    wrong = units("name;headcount\nA;8,5\nB;ca. 12\nC;-3\n;4\nD;7\n")
    assert [line.name for line in wrong.lines] == ["D"]
    assert [fault.line for fault in wrong.faults] == [2, 3, 4, 5]
    assert "“8,5” is not a number of employees" in wrong.faults[0].text.en


def test_names_are_one_line_and_lose_the_mark_that_a_spreadsheet_was_given():
    found = units('id;name;headcount\nx1;\'+Plus-teamet;4\nx2;"Teknik\nog Miljø";5\nx3;\'s-Hertogenbosch;6\n')
    assert [line.name for line in found.lines] == ["+Plus-teamet", "Teknik og Miljø", "'s-Hertogenbosch"]
    (long,) = units(f"name;headcount\n{'x' * 300};4\n").lines
    assert len(long.name) == 200


def test_ids_of_units_above_that_became_decimals_are_the_ids():
    """A program that keeps a column with an empty cell as decimals: the first unit has none above it."""
    found = units("Enhedsnr;Overenhed;Enhed\n9001;;Teknik\n9002;9001.0;Vej\n9003.0;9002,0;Park\n7;9003.0;Nord\n")
    assert [line.parent for line in found.lines] == ["", "9001", "9002", "9003.0"]


def test_a_column_of_names_without_any_address_is_told_and_stops_nothing():
    """Most lists have their leaders' names alone; a role that nobody is named for ends no permission."""
    found = units("Enhed;Antal;Nærmeste leder;AMR\nVej;8;Anna Hansen;Bo <bo@x.dk>\nPark;7;Ida Holm;\n")
    assert (found.faults, found.roles) == ([], ["amr"])
    assert [one.address for one in found.people] == ["bo@x.dk"]
    assert [one.text.da[:52] for one in found.told] == ["Kolonnen »Nærmeste leder« har ingen mailadresser. De"]


def test_leaders_and_representatives_stand_beside_their_unit():
    found = units(
        "Enhed;Antal;Leder;Leders mail;AMR;TR\n"
        "Vej;8;Anna Hansen;ANNA@x.dk;Bo <bo@x.dk>;c@x.dk, d@x.dk\nPark;7;;;;\nHavn;6;Ida;;e@;\n"
    )
    assert [(one.line, one.role, one.name, one.address) for one in found.people] == [
        (2, "leader", "Anna Hansen", "anna@x.dk"), (2, "amr", "Bo", "bo@x.dk"), (2, "tr", "", "c@x.dk"),
        (2, "tr", "", "d@x.dk"),
    ]  # fmt: skip
    assert [fault.line for fault in found.faults] == [4, 4]
    assert "uden mailadresse" in found.faults[0].text.da


def test_a_workbook_s_own_ids_are_no_decimal_numbers():
    head = ["Enhedsnr", "Overordnet", "Enhed", "Ansatte"]
    found = units(xlsx({"Ark1": [head, [12, None, "Vej", 8], [13, 12, "Park", 7]]}))
    assert [(one.unit_id, one.parent) for one in found.lines] == [("12", ""), ("13", "12")]


def test_a_row_with_a_cell_too_many_must_be_mended_and_is_no_unit_that_is_missing():
    found = units("id;name;headcount\n1;Vej;8\n2;Park;7;9\n")
    assert [line.name for line in found.lines] == ["Vej"]
    assert ([fault.line for fault in found.faults], found.told) == ([3], [])


@pytest.mark.parametrize("above", ["0", "NULL", "NA", "-", "none", "(ingen)", "A1", "a1"])
def test_a_unit_under_nothing_or_under_itself_stands_at_the_top(above):
    found = units(f"id;overenhed;navn;antal\nA1;{above};Top;5\nB2;A1;Vej;6\n")
    assert tree(found) == {"Top": ("", 5), "Vej": ("A1", 6)}
    assert (found.faults, found.told) == ([], [])


def test_a_unit_that_is_called_as_nothing_is_one():
    found = units("id;overenhed;navn;antal\n0;;Top;5\nB2;0;Vej;6\n")
    assert [(one.name, one.parent) for one in found.lines] == [("Top", ""), ("Vej", "0")]


def test_a_name_that_has_lost_letters_is_no_name_and_one_that_may_have_is_told():
    found = units("navn;antal\nB\ufffdrnehaven;8\nS?en;3\nHvad er kultur?;2\n")
    assert [(one.line, "har mistet bogstaver" in one.text.da) for one in found.faults] == [(2, True)]
    assert [(one.line, "ser ud til" in one.text.da) for one in found.told] == [(3, True)]
