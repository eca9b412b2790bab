import math
from pathlib import Path

import pytest

from kulturspejl.cli.bad_file import BadFile
from kulturspejl.cli.table import TEXT, number, read_table


def write(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "t.csv"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    "content",
    [
        "navn,tal\nÆbleø,3.5\n".encode(),
        "navn;tal\r\nÆbleø;3,5\r\n".encode("cp1252"),
        "\ufeffnavn;tal\nÆbleø;3,5\n".encode(),
        "navn\ttal\nÆbleø\t3,5".encode(),
        'navn,tal\n"Æbleø","3,5"\n'.encode(),
    ],
)
def test_a_table_is_read_as_spreadsheets_write_it(tmp_path: Path, content: bytes) -> None:
    table = read_table(write(tmp_path, content))
    assert table.column("navn") == ["Æbleø"]
    assert table.numbers(["tal"]) == [[3.5]]


def test_lines_are_the_files_own(tmp_path: Path) -> None:
    table = read_table(write(tmp_path, b'a,b\n1,"x\ny"\n\n , \n2,z\n3\n'))
    assert table.lines == [2, 6]
    assert table.ragged == [7]


@pytest.mark.parametrize(
    ("cell", "value"), [("", math.nan), (" 7 ", 7), ("-1,5", -1.5), ("1e1", 10), (".5", 0.5)]
)
def test_numbers(cell: str, value: float) -> None:
    assert number(cell) == pytest.approx(value, nan_ok=True)


@pytest.mark.parametrize("cell", ["x", "nan", "inf", "1_0", "1.2.3", "--1", "3 4"])
def test_no_numbers(cell: str) -> None:
    assert number(cell) == TEXT


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"", "empty"), (b"a,b,a\n", "twice"), (b"PK\x00\x01", "not a CSV"), (b"\n\n", "empty")],
)
def test_no_table_is_refused_with_what_to_do(tmp_path: Path, content: bytes, told: str) -> None:
    with pytest.raises(BadFile, match=told) as caught:
        read_table(write(tmp_path, content))
    assert caught.value.text.da != caught.value.text.en


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="cannot be opened"):
        read_table(tmp_path / "none.csv")
