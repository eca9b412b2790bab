"""Workbooks: the sheet with the table, numbers as people write them, and nothing that could end the process."""

import contextlib
import io
import time
from datetime import date

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.core.errors import Refused
from kulturspejl.core.tables import spreadsheet
from kulturspejl.core.tables.read import read
from tests.core.tables.workbooks import ods, ods_row, packed, parts_of, xlsx

HEAD = ("Enhedsnr", "Overordnet", "Enhedsnavn", "Antal ansatte")


def cells(data: bytes) -> list[tuple[str, ...]]:
    return [row.cells for row in read(data).rows]


def test_numbers_of_a_workbook_are_written_as_people_write_them():
    book = xlsx({"Ark1": [HEAD, [9001, None, "Teknik og Miljø", 8], ["0012", 9001.0, "Vej", 8.5], [True, "", "x", ""]]})
    assert read(book).headings == HEAD
    assert cells(book) == [("9001", "", "Teknik og Miljø", "8"), ("0012", "9001", "Vej", "8.5"), ("TRUE", "", "x", "")]


def test_days_and_line_breaks_and_unseen_signs_of_a_workbook():
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        sheet.write_row(3, 1, ["navn", "ansatte"])
        sheet.write(4, 1, "Teknik\nog Mil\u00adjø\u200b")
        sheet.write_datetime(4, 2, date(2026, 11, 28), book.add_format({"num_format": "dd-mm-yyyy"}))
    table = read(out.getvalue())
    assert (table.heading_line, table.rows[0].line) == (4, 5)
    assert table.rows[0].cells == ("Teknik og Miljø", "2026-11-28")


def test_of_several_sheets_the_one_with_the_table_is_read_and_the_others_are_named():
    book = xlsx({"Forside": [["Kulturmåling"]], "Tom": [], "Enheder": [HEAD, [1, "", "Vej", 8]], "Mere": [HEAD]})
    table = read(book)
    assert (table.sheet, table.sheets) == ("Enheder", ("Forside", "Enheder", "Mere"))
    ((line, text),) = [(told.line, told.text) for told in table.told]
    assert line == 0
    assert "»Enheder« er læst, ikke »Forside«, »Mere«" in text.da
    assert read(book, sheet="Mere").rows == ()


def test_a_sheet_that_holds_the_table_in_one_column_is_cut():
    book = xlsx({"Ark1": [["unit_id,name,headcount"], ['1,"Børn, Unge og Kultur",9']]})
    assert cells(book) == [("1", "Børn, Unge og Kultur", "9")]


def test_what_stands_in_merged_cells_stands_in_each_row_that_they_cover():
    """A spreadsheet keeps it in the first row, and the units below would stand at the top of the organisation."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.merge_range(0, 0, 0, 2, "Organisation 2026")
        sheet.write_row(1, 0, ["Overenhed", "Enhed", "Antal"])
        sheet.write_row(2, 1, ["Teknik", 2])
        sheet.merge_range(3, 0, 4, 0, "Teknik")
        sheet.write_row(3, 1, ["Vej", 8])
        sheet.write_row(4, 1, ["Park", 9])
        sheet.merge_range(6, 0, 60_000, 0, "")
    table = read(out.getvalue())
    assert [row.cells for row in table.rows] == [("", "Teknik", "2"), ("Teknik", "Vej", "8"), ("Teknik", "Park", "9")]
    assert "Flettede celler" in table.told[0].text.da


def test_merged_cells_of_an_open_document_are_told():
    rows = ods_row("Overenhed", "Enhed") + ods_row("Teknik", "Vej").replace(
        "<table:table-cell", '<table:table-cell table:number-rows-spanned="2"', 1
    )
    table = read(ods(rows + ods_row(None, "Park")))
    assert [row.cells for row in table.rows] == [("Teknik", "Vej"), ("", "Park")]
    assert "Gem filen som XLSX" in table.told[0].text.da
    assert read(ods(rows.replace('spanned="2"', 'spanned="1"'))).told == ()


def test_rows_that_a_filter_hides_are_read_and_told():
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate([["Enhed", "Antal"], ["Vej", 8], ["Park", 9]]):
            sheet.write_row(at, 0, row)
        sheet.set_row(2, None, None, {"hidden": True})
    table = read(out.getvalue())
    assert [row.cells for row in table.rows] == [("Vej", "8"), ("Park", "9")]
    assert "skjult" in table.told[0].text.da


def test_formulas_that_no_program_has_reckoned_are_told():
    book = xlsx({"Ark1": [HEAD, [9001, "", "Vej", "=4+4"]]})
    assert read(book).told == ()
    parts = parts_of(book)
    sheet = parts["xl/worksheets/sheet1.xml"]
    for written in (b"</f></c>", b"</f><v></v></c>", b"</f><v/></c>"):
        table = read(packed(parts | {"xl/worksheets/sheet1.xml": sheet.replace(b"</f><v>0</v></c>", written)}))
        assert table.rows[0].cells == ("9001", "", "Vej", "")
        assert "formler uden værdi" in table.told[0].text.da


def test_an_open_document_is_read_and_its_empty_rest_costs_nothing():
    rows = ods_row(*HEAD) + ods_row(9001, None, "Teknik", 8) + ods_row(times=1_048_574)
    assert cells(ods(rows)) == [("9001", "", "Teknik", "8")]
    assert [row.line for row in read(ods(ods_row(times=2) + ods_row(*HEAD) + ods_row(1, None, "Vej", 7))).rows] == [4]


SHEET = "xl/worksheets/sheet1.xml"


def with_sheet(book: bytes, change: tuple[bytes, bytes]) -> bytes:
    parts = parts_of(book)
    assert change[0] in parts[SHEET]
    return packed(parts | {SHEET: parts[SHEET].replace(*change)})


def test_a_file_of_five_kilobytes_cannot_ask_for_half_a_terabyte():
    small = xlsx({"Ark1": [HEAD, ["", 5.0]]})
    corner = with_sheet(small, (b'"B2"', b'"XFD1048576"'))
    assert len(corner) < 10_000
    hidden = parts_of(corner)
    sheet_part = hidden.pop(SHEET)
    relations = hidden["xl/_rels/workbook.xml.rels"].replace(b"worksheets/sheet1.xml", b"media/image1.png")
    wide = '<table:table-cell office:value-type="string" table:number-columns-repeated="16000"><text:p>a</text:p>'
    wide += "</table:table-cell>"
    for book in (
        corner,
        packed(hidden | {"xl/media/image1.png": sheet_part, "xl/_rels/workbook.xml.rels": relations}),
        # The cells say nothing of where they stand: they are counted on from their row, or from the one before.
        with_sheet(with_sheet(small, (b'<row r="2"', b'<row r="1048576"')), (b'<c r="B2"', b"<c")),
        with_sheet(corner, (b"<sheetData>", b"<sheetData></oops>")),
        with_sheet(corner, (b"<worksheet", b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet')),
        with_sheet(small, (b'"B2"', b'"' + 9 * b"XFD" + b'2"')),
        ods(f'<table:table-row table:number-rows-repeated="1000000">{wide}</table:table-row>'),
        ods(ods_row("navn") + ods_row(times=1_000_000) + f"<table:table-row>{wide}</table:table-row>"),
        ods(f'<table:table-row table:number-rows-repeated="{10**13}">{wide}</table:table-row>'),
    ):
        with pytest.raises(Refused):
            read(book)


def test_one_text_in_thousands_of_cells_cannot_ask_for_gigabytes(monkeypatch):
    """Each cell has a text for itself, be it shared or repeated."""
    monkeypatch.setattr(spreadsheet, "MOST_SIGNS", 200_000)
    shared = parts_of(xlsx({"Ark1": [["navn"] + ["x" * 3_000] * 100]}))
    texts = shared["xl/sharedStrings.xml"]
    text = "<text:p>" + "x" * 3_000 + "</text:p>"
    cell = f'<table:table-cell office:value-type="string" table:number-columns-repeated="100">{text}</table:table-cell>'
    spaces = cell.replace(text, '<text:p><text:s text:c="900000"/></text:p>').replace('"100"', '"1"')
    for book in (
        packed(shared),
        packed(shared | {"xl/more.xml": texts}),
        packed(shared | {"xl/sharedStrings.xml": texts.replace(b"<si>", b"<si></si><si>")}),
        ods(f"<table:table-row>{cell}</table:table-row>"),
        ods(f"<table:table-row>{spaces}</table:table-row>"),
    ):
        with pytest.raises(Refused):
            read(book)
    assert len(read(xlsx({"Ark1": [HEAD, *([1, "", "x" * 3_000, 8] for _ in range(60))]})).rows) == 60


def test_many_sheets_are_counted_together(monkeypatch):
    """All of them are read, and each is kept as its whole rectangle."""
    monkeypatch.setattr(spreadsheet, "MOST_CELLS", 2_000)
    corner = [["navn"], *([[]] * 50), [*[None] * 15, "x"]]
    assert cells(xlsx({"Ark1": corner})) == []
    with pytest.raises(Refused, match="too large"):
        read(xlsx({f"Ark{n}": corner for n in range(3)}))
    row = '<table:table-row table:number-rows-repeated="100"><table:table-cell office:value-type="string" '
    row += 'table:number-columns-repeated="15"><text:p>a</text:p></table:table-cell></table:table-row>'
    with pytest.raises(Refused, match="too large"):
        read(ods(f'{row}</table:table><table:table table:name="B">{row}'))


@pytest.mark.slow
def test_a_workbook_of_many_parts_is_counted_once():
    """Counted again for each part, this one would take ten times as long as its one sheet."""
    named = "".join(f'<c t="s"><v>{number}</v></c>' for number in range(30_000))
    sheet = f"<worksheet><sheetData><row>{named}</row></sheetData></worksheet>"

    def seconds(parts: int) -> float:
        book = packed({"a.xml": sheet, **{f"b{number}.xml": "<b/>" for number in range(parts)}})
        begun = time.process_time()
        spreadsheet._looked_through(book)
        return time.process_time() - begun

    assert seconds(950) < 4 * seconds(1)



@pytest.mark.parametrize("count", [b"4294967296", b"+4294967296", b"9" * 5_000])
def test_a_part_cannot_announce_what_it_does_not_hold(count):
    """calamine makes room for all announced strings at once."""
    book = parts_of(xlsx({"Ark1": [HEAD]}))
    texts = book["xl/sharedStrings.xml"]
    assert b'uniqueCount="4"' in texts
    with pytest.raises(Refused):
        read(packed(book | {"xl/sharedStrings.xml": texts.replace(b'uniqueCount="4"', b'uniqueCount="%b"' % count)}))


def test_a_cell_that_contradicts_its_row_is_in_no_workbook():
    """calamine goes on counting from the row, and we from the cell: the rectangles would be others."""
    small = xlsx({"Ark1": [HEAD, ["", 5.0]]})
    with pytest.raises(Refused):
        read(with_sheet(small, (b'<row r="2"', b'<row r="1048576"')))
    with pytest.raises(Refused):
        read(with_sheet(small, (b'<row r="2"', b'<table/><row r="2"')))


def test_a_cell_that_has_a_colour_and_nothing_else_makes_no_sheet_large():
    book = xlsx({"Ark1": [HEAD, [1, "", "Vej", 8]]})
    coloured = with_sheet(book, (b"</sheetData>", b'<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'))
    assert cells(coloured) == [("1", "", "Vej", "8")]


def test_what_unpacks_to_more_than_is_read_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr(spreadsheet, "MOST_UNPACKED", 1_000_000)
    book = parts_of(xlsx({"Ark1": [HEAD]}))
    for part in ({"xl/sharedStrings.xml": b"<a>" + b" " * 1_000_000 + b"</a>"}, {f"x/{n}": b"" for n in range(1_001)}):
        with pytest.raises(Refused, match="too large"):
            read(packed(book | part))


PARTS = parts_of(xlsx({"Ark1": [HEAD, [1, "", "Vej", 8.5], [True, None, "x", 7]], "Ark2": [["a"]]}))


@pytest.mark.slow
@given(st.sampled_from(sorted(PARTS)), st.data())
def test_whatever_a_workbook_holds_is_a_table_or_a_sentence(name, data):
    part = bytearray(PARTS[name])
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(part) - 1))
        part[place] = data.draw(st.sampled_from(b"0123456789XFDabcst<>/\" "))
    with contextlib.suppress(Refused):
        assert len(read(packed(PARTS | {name: bytes(part)})).headings) >= 1


@given(st.binary(max_size=200))
def test_no_archive_is_a_sentence(data):
    with contextlib.suppress(Refused):
        read(b"PK\x03\x04" + data)
