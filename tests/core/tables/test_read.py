"""One reader for every table: encodings, separators, what stands above the headings, and rows that end early."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.core.errors import Refused
from kulturspejl.core.tables.read import MOST_ROWS, Table, read, rows_as_they_stand

UNITS = "unit_id;parent_id;name;headcount\n9001;;Teknik og Miljø;8\n9002;9001;Vejafdelingen;7\n"


def cells(table: Table) -> list[tuple[str, ...]]:
    return [row.cells for row in table.rows]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (UNITS, ""),
        (UNITS.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + UNITS.encode(), "utf-8-sig"),
        (UNITS.encode("cp1252"), "cp1252"),
        (UNITS.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + UNITS.encode("utf-16-be"), "utf-16"),
        (UNITS.encode("utf-16-le"), "utf-16-le"),
        (UNITS.replace(";", "\t").encode("utf-16"), "utf-16"),
        (UNITS.replace(";", ",").replace("\n", "\r\n").encode(), "utf-8"),
        (UNITS.replace("\n", "\r").encode(), "utf-8"),
        (UNITS.encode("utf-16") + b"\n", "utf-16"),
        (UNITS.encode("utf-16-be"), "utf-16-be"),
        (UNITS[:20].encode() + b"\xef\xbb\xbf" + UNITS[20:].encode(), "utf-8"),
        ("sep=,\r\n" + UNITS, ""),
        ("sep= ;\r\n" + UNITS, ""),
        (UNITS.replace("9001;;", "-------;---;---;---\n9001;;"), ""),
        ("\ufeff" + UNITS.replace(";", "|").replace("9001||", ":--|---|--|--:\n9001||"), ""),
    ],
)
def test_a_table_is_read_as_spreadsheets_and_survey_tools_write_it(data, encoding):
    table = read(data)
    assert table.headings == ("unit_id", "parent_id", "name", "headcount")
    assert cells(table) == [("9001", "", "Teknik og Miljø", "8"), ("9002", "9001", "Vejafdelingen", "7")]
    assert table.encoding == encoding
    assert table.readings == table.told == ()


@pytest.mark.parametrize(
    ("written", "right", "wrong"),
    [
        ("mac_roman", "Macintosh", "B¿rnehaven · Bl¾ksprutten"),
        ("cp850", "MS-DOS", "B›rnehaven · Bl‘ksprutten"),
    ],
)
def test_macintosh_and_dos_are_asked_about_with_names_as_each_would_read(written, right, wrong):
    data = "unit_id;name;headcount\n1;Børnehaven Blæksprutten;8\n".encode(written)
    table = read(data)
    first = table.readings[0]
    assert (first.label.da, first.sample) == (right, "Børnehaven · Blæksprutten")
    assert wrong in [reading.sample for reading in table.readings]
    assert read(data, encoding="cp1252").readings == ()
    assert cells(read(data, encoding=first.encoding)) == [("1", "Børnehaven Blæksprutten", "8")]


@pytest.mark.parametrize(
    "name", ["Søens Børn", "Pædagogernes “hus”", "Renés team – nord", "Børnenes’ hus", "½ tid", "Müller & Šimon"]
)
def test_windows_is_not_asked_about_where_names_read_as_names(name):
    table = read(f"name;headcount\n{name};8\n".encode("cp1252"))
    assert (table.encoding, table.readings, cells(table)) == ("cp1252", (), [(name, "8")])


@pytest.mark.parametrize("base", ["utf-8", "cp1252"])
def test_what_was_converted_twice_is_asked_about(base):
    """Half of such a file may be right: then it is no UTF-8, and reads as Windows."""
    twice = "name;headcount\nBørnehaven Æblet;8\n".encode().decode("cp1252")
    data = f"{twice}Søen;3\n".encode() if base == "utf-8" else twice.encode("cp1252") + "Søen;3\n".encode("cp1252")
    table = read(data)
    samples = [(one.encoding, one.sample) for one in table.readings]
    assert samples == [("utf-8-twice", "Børnehaven · Æblet"), (base, "BÃ¸rnehaven · Ã†blet")]
    right = [("Børnehaven Æblet", "8"), ("Søen", "3")]
    assert cells(table) == cells(read(data, encoding="utf-8-twice")) == right
    assert cells(read(data, encoding=base))[0][0] == "BÃ¸rnehaven Ã†blet"
    pasted = f"{twice}Søen;3\n"
    assert [one.encoding for one in read(pasted).readings] == ["utf-8-twice", "utf-8"]
    assert cells(read(pasted, encoding="utf-8-twice")) == right
    assert cells(read(pasted, encoding="utf-8"))[0][0] == "BÃ¸rnehaven Ã†blet"


@pytest.mark.parametrize("end", ["\x0b", "\x1e", "\x85", "\u2028", "\u2029"])
def test_rows_may_end_in_another_way(end):
    assert cells(read(f"name;headcount{end}Vej;8{end}Park;3{end}")) == [("Vej", "8"), ("Park", "3")]
    within = read(f"name;headcount\nVej{end}og park;8\n")
    assert cells(within) == [("Vej og park", "8")]


@pytest.mark.parametrize("separator", [":", "~", "^", "\u00a6", "#"])
def test_a_rare_separator_is_one_where_headings_come_out_of_it(separator):
    assert cells(read(f"id{separator}navn{separator}antal\n1{separator}Vej{separator}8\n")) == [("1", "Vej", "8")]
    assert read(f"navn\nVej{separator} nord\nPark{separator} syd\n").headings == ("navn",)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("\n\nname;headcount\nVej, nord;8\n", 4),
        ("sep=;\nname;headcount\nVej, nord;8\n", 3),
        ('\nsep=,\r\nname,headcount\r\n"Vej, nord",8\r\n', 4),
        ('name, headcount\n"Vej, nord", 8\n', 2),
        ('id, name, headcount\n, "Vej, nord", 8\n', 2),
        ("Kulturmåling, marts, 2026;;\nname;headcount\nVej, nord;8\n", 3),
        ('"Spørgsmål, et, to, tre, fire";name;headcount\n;"Vej, nord";8', 2),
        ('"Spørgsmål; på\nflere; linjer";name;headcount\n;"Vej, nord";8', 3),
    ],
)
def test_what_stands_above_or_within_the_headings_does_not_change_the_table(text, line):
    table = read(text)
    (row,) = table.rows
    assert [cell for cell in row.cells if cell] == ["Vej, nord", "8"]
    assert row.line == line
    assert len(table.told) == ("Kulturmåling" in text)


def test_lines_are_the_files_own_also_after_a_quoted_line_break():
    table = read('a;b\n1;"x\ny"\n\n ; \n2;z\n3\n')
    assert [(row.line, row.cells) for row in table.rows] == [(2, ("1", "x y")), (6, ("2", "z")), (7, ("3", ""))]


def test_a_row_that_ends_early_is_filled_up_and_one_that_is_too_long_is_told():
    table = read("unit_id;name;headcount;note;;\n1;Nord;8\n2;Syd;8;;;\n3;Vest;8;ny;x\n")
    assert cells(table) == [("1", "Nord", "8", ""), ("2", "Syd", "8", "")]
    ((line, text),) = [(told.line, told.text) for told in table.told]
    assert line == 4
    assert "more cells than the header" in text.en


@pytest.mark.parametrize(
    "text",
    [
        "<html><table><tr><td>Enhed</td></tr></table>", "\ufeff\n<!DOCTYPE html>\n<p>",
        '<?xml version="1.0"?><Workbook/>', "<table border=1><tr><td>Enhed;Antal",
        "%PDF-1.7\nEnhed;Antal", "{\\rtf1 Enhed;Antal}",
    ],
)
def test_a_page_that_is_called_xls_is_refused_with_what_to_do(text):
    with pytest.raises(Refused, match="save it as XLSX"):
        read(text.encode())


def test_headings_that_are_printed_on_each_page_are_no_rows():
    table = read("id;name;headcount\n1;Nord;8\nID;Name;Headcount\n2;Syd;9\n")
    assert cells(table) == [("1", "Nord", "8"), ("2", "Syd", "9")]
    assert [(told.line, "står her igen" in told.text.da) for told in table.told] == [(3, True)]


def test_a_table_that_excel_kept_in_one_column_is_cut_after_all():
    table = read('unit_id,parent_id,name,headcount\r\n"8da4,,""Børn, Unge og Kultur"",9"\r\n')
    assert cells(table) == [("8da4", "", "Børn, Unge og Kultur", "9")]


@pytest.mark.parametrize(
    "text", ['name;headcount\n"Nord;8\nSyd;9\n', 'name;x;y\nA;"Nord;8\nB;Syd;9\nC;Vest";10\nD;Øst;3\n']
)
def test_a_quote_that_is_not_closed_in_time_swallows_no_rows_in_silence(text):
    with pytest.raises(Refused, match="Line 2 cannot be read"):
        read(text)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "no lines"),
        ("\n;;\n \n", "no lines"),
        (b"%PDF-1.4\x00\x01\x02 ...", "neither text nor a spreadsheet"),
        (b"\xd0\xcf\x11\xe0" + bytes(500), "older Excel"),
        (b"PK\x03\x04 no archive", "cannot be read"),
        ("a\n" * (MOST_ROWS + 2), "more than 50,000 rows"),
        (";".join("b" * 900) + "\n" + "a\n" * 4_500, "too large"),
        (";".join(["name"] * 1_001), "1,000 columns"),
        ("x" * 7_000_000, "too large"),
    ],
)
def test_what_is_no_table_is_refused_with_what_to_do(data, told):
    with pytest.raises(Refused, match=told) as refusal:
        read(data)
    assert refusal.value.text.da != refusal.value.text.en
    with pytest.raises(Refused, match=r"a\.csv: "):
        read(data, name="a.csv")


def test_signs_that_nobody_sees_do_not_come_in():
    table = read("na\u00adme;headcount\nVej\u200b og\u2028Park\x07;8\ufeff\nA\u030ase;9\n")
    assert table.headings == ("name", "headcount")
    assert cells(table) == [("Vej og Park", "8"), ("Åse", "9")]


def test_a_table_without_headings_can_be_said_to_have_none():
    table = read("9001;;Teknik;8\n9002;9001;Vej;7\n", has_headings=False)
    assert (table.headings, table.heading_line, len(table.rows)) == (("",) * 4, 0, 2)


@pytest.mark.slow
@given(st.text(max_size=200) | st.binary(max_size=200) | st.text(alphabet='";,\t\r\n a1', max_size=60))
def test_whatever_comes_in_is_a_table_or_a_sentence(data):
    try:
        table = read(data)
    except Refused:
        return
    assert all(len(row.cells) == len(table.headings) for row in table.rows)
    assert all(cell == cell.strip() and "\n" not in cell for row in table.rows for cell in row.cells)
    assert [row.line for row in table.rows] == sorted({row.line for row in table.rows})
    rows_as_they_stand(data)


CELL = st.text(alphabet=st.sampled_from("abæøåÆ19 ;,\t\"'|=-"), max_size=8).map(lambda cell: " ".join(cell.split()))


@pytest.mark.slow
@given(
    st.lists(st.tuples(CELL, CELL, CELL), max_size=6), st.sampled_from(";,\t"),
    st.sampled_from(["utf-8-sig", "utf-16", "utf-8"]), st.sampled_from(["\r\n", "\n"]),
)  # fmt: skip
def test_what_is_written_by_the_rules_of_csv_is_read_as_it_was(rows, separator, encoding, end):
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator=end).writerows([("unit_id", "name", "headcount"), *rows])
    table = read(out.getvalue().encode(encoding))
    assert cells(table) == [row for row in rows if any(row)]
