import math

import pytest

from kulturspejl.core.tables.numbers import TEXT, count, is_in_thousands, is_unsaid, number


@pytest.mark.parametrize(
    ("cell", "value"), [("", math.nan), (" 7 ", 7), ("-1,5", -1.5), ("1e1", 10), (".5", 0.5), ("3,", 3)]
)
def test_numbers(cell: str, value: float) -> None:
    assert number(cell) == pytest.approx(value, nan_ok=True)


@pytest.mark.parametrize(
    "cell",
    [
        "NA", "n/a", ".", "-", "–", "#NULL!", "#I/T", "NaN", "NULL", "<NA>", "(null)", "\\N", "..", "…", "--", "(tom)",
        "None", " \u00a0", "Ved ikke", "ved ikke.", "Don’t know", "uoplyst", "Ikke besvaret", "?",
    ],
)  # fmt: skip
def test_a_missing_number_is_written_in_many_ways(cell: str) -> None:
    assert math.isnan(number(cell))
    assert count(cell) is None


@pytest.mark.parametrize("cell", ["x", "inf", "1_0", "1.2.3", "--1", "3 4", "٣", "3..4", "ca. 12"])
def test_no_numbers(cell: str) -> None:
    assert number(cell) == TEXT
    assert count(cell) is None


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("8", 8), ("8,0", 8), ("8.00", 8), ("0", 0), ("1.200", 1200), ("1 200", 1200), ("1\u00a0200", 1200),
        ("1\u202f200", 1200), ("1.200,00", 1200), ("1,200.00", 1200), ("8 personer", 8), ("8 medarb.", 8), ("'8", 8),
        ("1.200 ansatte", 1200),
    ],
)  # fmt: skip
def test_whole_numbers_as_spreadsheets_write_them(cell: str, value: int) -> None:
    assert count(cell) == value
    assert is_in_thousands(cell) == (value == 1200)


def test_a_percent_is_its_number_and_a_fault_of_a_spreadsheet_is_missing_but_no_count():
    assert [number(cell) for cell in ("25%", "25 %", "33,3\u00a0%")] == [25, 25, 33.3]
    assert number("%") == TEXT
    assert math.isnan(number("#VÆRDI!"))
    assert not is_unsaid("#VÆRDI!")


@pytest.mark.parametrize(
    "cell",
    ["8,5", "-3", "12,5", "1.2000", "0.200", "1.200,5", "9" * 30, "12 årsværk", "12-15", "1,234,00", "1.234.00,0"],
)
def test_what_is_no_count(cell: str) -> None:
    assert count(cell) is None
