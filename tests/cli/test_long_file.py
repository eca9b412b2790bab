"""A long file read block by block says what the reader of whole tables says of it; what it cannot take it leaves."""

import csv
import io
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from kulturspejl.cli import long_file
from kulturspejl.cli.answer_rows import AnswerRows, of_table, stacked
from kulturspejl.cli.bad_file import BadFile
from kulturspejl.cli.dispatch import main
from kulturspejl.cli.long_file import NotPlain, read_long
from kulturspejl.cli.progress import silent
from kulturspejl.cli.responses_file import COLUMNS, NOW, POINTS, PREFERRED, read_responses
from kulturspejl.cli.table_file import read_file
from tests.core.disclosure.people import answers

HEADINGS = ["resp_id", "unit_id", *NOW, *PREFERRED, "kommentar"]
Cells = list[list[str]]


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that files of some hundred rows are long ones."""
    monkeypatch.setattr(long_file, "HEAD", 30_000)
    monkeypatch.setattr(long_file, "BLOCK", 3_000)


def rows(people: int = 400) -> Cells:
    points = answers(people, 3, "dimensions").astype(int).tolist()
    return [[f"p{at}", f"u{at % 7}", *map(str, row), ""] for at, row in enumerate(points)]


def written(cells: Cells, separator: str = ",", ends: str = "\n") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator=ends).writerows([HEADINGS, *cells])
    return out.getvalue()


def changed(change: Callable[[int, list[str]], list[str]]) -> Cells:
    return [change(at, row) for at, row in enumerate(rows())]


def at(places: dict[int, str], every: int = 1) -> Callable[[int, list[str]], list[str]]:
    def change(line: int, row: list[str]) -> list[str]:
        return [places.get(place, cell) if line % every == 0 else cell for place, cell in enumerate(row)]

    return change


def long(path: Path, encoding: str | None = None) -> AnswerRows:
    return read_long(path, names=POINTS, used=COLUMNS, encoding=encoding, progress=silent)


def assert_same(one: AnswerRows, other: AnswerRows) -> None:
    np.testing.assert_array_equal(stacked(one.parts), stacked(other.parts))
    for name in ("lines", "has_person", "has_unit"):
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name))
    named = [[found.unit_names[unit] for unit in found.units.tolist()] for found in (one, other)]
    assert named[0] == named[1]
    assert list(one.names) == list(other.names)
    assert (one.heading_line, list(one.unused)) == (other.heading_line, list(other.unused))
    assert sorted(one.told, key=repr) == sorted(other.told, key=repr)


PLAIN = {
    "as it is": written(rows()),
    "Windows line ends": written(rows(), ends="\r\n"),
    "no end of the last line": written(rows())[:-1],
    "semicolons and decimal commas": written(changed(at({2: "3,0", 3: "2,5"}, 5)), ";"),
    "tabs": written(changed(at({50: "godt"}, 90)), "\t"),
    "as pandas writes whole numbers": written(changed(lambda _at, row: [*row[:2], *(f"{c}.0" for c in row[2:50]), ""])),
    "missing in many ways": written(changed(at({4: "NA", 9: ".", 20: "", 33: " ", 40: "#NULL!"}, 3))),
    "words, signs, room": written(changed(at({4: "x", 9: "-1", 20: " 3 ", 33: "+2", 40: "1e1", 41: "007"}, 4))),
    "large and small": written(changed(at({4: "123", 9: "1234", 20: "99999", 33: "0.5", 40: "10.00"}, 50))),
    "a nameless row": written(changed(at({0: "", 30: "9"}, 60))),
    "no unit": written(changed(at({1: " "}, 70))),
    "names longer than seven letters here and there": written(
        changed(lambda at, row: [f"person-number-{at}" if at % 90 == 8 else row[0], row[1] * (at % 5 + 1), *row[2:]])
    ),
    "everything quoted": "\n".join(",".join(f'"{cell}"' for cell in row) for row in [HEADINGS, *rows()]) + "\n",
    "quoted words with separators": written(changed(at({1: "Team, nord", 50: 'sagt "nej", igen'}, 2))),
    "rows that end early": "\n".join(
        [",".join(HEADINGS), *(",".join(row[:50] if at % 4 else row[:40]) for at, row in enumerate(rows()))]
    ),
    "a cell too many": written([*rows()[:200], [*rows()[200], "x"], *rows()[201:], ["new", *rows()[0][1:], " "]]),
    "nothing but separators, and blank lines": written(rows()).replace("\np300,", "\n\n" + "," * 50 + "\n , ,\np300,"),
    "Danish names": written(changed(at({1: "Børnehaven Æblet", 50: "én"}, 2))),
    "a mark first": "\ufeff" + written(rows()),
    "what separates said": "sep=;\n" + written(rows(), ";"),
    "a title above": "Kulturmåling 2026\n\n" + written(rows()),
    "a separator after the last": written(rows()).replace("\n", ",\n"),
}


@pytest.mark.parametrize("name", PLAIN)
def test_block_by_block_is_as_the_whole_table(name: str, tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_bytes(PLAIN[name].encode())
    assert_same(long(path), of_table(read_file(path, COLUMNS, None), POINTS, COLUMNS))


def test_an_encoding_that_is_named_is_read_block_by_block_too(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_bytes(PLAIN["Danish names"].encode("cp1252"))
    assert_same(long(path, "windows"), of_table(read_file(path, COLUMNS, "windows"), POINTS, COLUMNS))
    with pytest.raises(NotPlain):
        long(path)
    assert set(read_responses(path, 10).unit_ids) >= {"Børnehaven Æblet", "u1"}


NOT_PLAIN = {
    "a cell of two lines": written(changed(at({50: "to\nlinjer"}, 350))).encode(),
    "UTF-16": PLAIN["as it is"].encode("utf-16"),
    "two ways to end a line": PLAIN["as it is"].replace("\np300,", "\r\np300,").encode(),
    "a sign that nobody sees": written(changed(at({1: "u\u200b1"}, 350))).encode(),
    "an unseen control": written(changed(at({50: "a\x0bb"}, 350))).encode(),
    "a tab within a cell": written(changed(at({50: "a\tb"}, 350))).encode(),
    "converted twice": written(changed(at({1: "BÃ¸rnehaven"}, 350))).encode(),
    "a quote that is never closed": PLAIN["as it is"].replace("\np300,", '\n"p300,').encode(),
    "a person with a long name twice": written(changed(at({0: "person-number-1"}, 350))).encode(),
    "a person twice": written(changed(at({0: "p1"}, 350))).encode(),
    "too short to show what it is": written(rows(30)).encode(),
    "a byte of another encoding": PLAIN["as it is"].encode().replace(b"\np300,", b"\np\xf8300,"),
}


@pytest.mark.parametrize("name", NOT_PLAIN)
def test_what_is_not_plain_is_left_to_the_reader_of_whole_tables(name: str, tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_bytes(NOT_PLAIN[name])
    with pytest.raises(NotPlain):
        long(path)


def test_a_person_twice_in_a_long_file_is_said_with_both_lines(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_bytes(written(changed(at({0: "p1"}, 350))).encode())
    with pytest.raises(BadFile, match="resp_id p1 stands there twice, on lines 2 and 3"):
        read_responses(path, 10)


def test_what_is_wrong_with_a_long_file_is_listed_as_of_a_short_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "r.csv"
    path.write_text(PLAIN["words, signs, room"], encoding="utf-8")
    found = read_responses(path, None)
    monkeypatch.setattr(long_file, "HEAD", 10**9)
    whole = read_responses(path, None)
    assert list(found.left_out) == list(whole.left_out)
    assert (found.unit_ids, found.points.tolist()) == (whole.unit_ids, whole.points.tolist())
    assert len(found.left_out) > 100


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.slow
def test_whoever_waits_at_a_terminal_sees_how_far_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path, terminal = tmp_path / "r.csv", Terminal()
    path.write_text(PLAIN["as it is"], encoding="utf-8")
    monkeypatch.setattr(sys, "stderr", terminal)
    assert main(["analyse", str(path), "--language", "en", "--json"]) == 0
    said = terminal.getvalue()
    assert "Reading the answers: 9" in said
    assert "Counting the units: 42 %" in said
    assert said.endswith("100 %\r\x1b[K"), "the line is taken away"
    assert capsys.readouterr().out.startswith("{")


def test_more_cells_than_a_page_takes_are_read_on_the_command_line(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_text(";".join(["unit_id", *(f"c{at}" for at in range(899))]) + "\n" + "u\n" * 4_600, encoding="utf-8")
    assert len(read_file(path, {"unit_id": ()}, None).lines) == 4_600
