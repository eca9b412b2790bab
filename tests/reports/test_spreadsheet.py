"""A workbook as calamine reads it back: typed cells, header rows, and no cell that a program would reckon."""

import io
import zipfile
from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from kulturspejl.reports.spreadsheet import LONGEST_NAME, MOST_SIGNS, Sheet, workbook

TRICKS = ("=1+1", "@SUM(A1)", "+1", "-1", "=cmd|' /C calc'!A0", "\t=1", "https://example.test", "'=1", "12")


def book(*sheets: Sheet, lang: str = "da") -> bytes:
    return workbook(sheets, title="Et hold", lang=lang)


def read(made: bytes) -> dict[str, list[list[object]]]:
    found = CalamineWorkbook.from_filelike(io.BytesIO(made))
    return {name: found.get_sheet_by_name(name).to_python() for name in found.sheet_names}


def test_what_somebody_wrote_is_text_and_never_a_formula_or_a_link():
    made = book(Sheet("Tekster", ("Tekst",), tuple((one,) for one in TRICKS)))
    assert [row[0] for row in read(made)["Tekster"]] == ["Tekst", *TRICKS]
    with zipfile.ZipFile(io.BytesIO(made)) as folder:
        sheet = folder.read("xl/worksheets/sheet1.xml").decode()
        assert "<f>" not in sheet
        assert "hyperlink" not in sheet
        assert sheet.count('t="s"') == 1 + len(TRICKS)
        assert 'state="frozen"' in sheet
        assert "autoFilter" in sheet


def test_numbers_days_and_empty_cells_keep_their_kind():
    made = book(Sheet("Tal", ("Dag", "Antal", "Gennemsnit", ""), ((date(2026, 11, 23), 12, 3.5, None),)))
    assert read(made)["Tal"][1] == [date(2026, 11, 23), 12.0, 3.5, ""]


@pytest.mark.parametrize("names", [("Tal: a/b?", "tal a b"), ("x" * 40, "x" * 40), ("'", "")])
def test_every_sheet_has_a_name_of_its_own_that_a_workbook_takes(names):
    found = list(read(book(*(Sheet(name, ("a",), ()) for name in names))))
    assert len({name.casefold() for name in found}) == 2
    assert all(0 < len(name) <= LONGEST_NAME for name in found)


def test_a_text_that_no_cell_holds_goes_on_below_and_signs_without_a_shape_are_left_out():
    long = "æ" * (MOST_SIGNS + 5)
    rows = read(book(Sheet("Tekster", ("Tekst", "Nr."), ((long, 1), ("a\x00b\x1f", 2)))))["Tekster"]
    assert [len(row[0]) for row in rows[1:]] == [MOST_SIGNS, 5, 2]
    assert [row[1] for row in rows[1:]] == [1.0, "", 2.0]


def test_the_same_facts_give_the_same_file():
    sheet = Sheet("Tal", ("a",), ((1,), ("b",)))
    assert book(sheet) == book(sheet)
