from pathlib import Path

import numpy as np
import pytest

from kulturspejl.cli.bad_file import BadFile
from kulturspejl.cli.responses_file import NOW, PREFERRED, WISH, Responses, read_responses

ROW = [3, 3, 2, 2] * 6
DRAWN = [18, 18, 12, 12]


def read(tmp_path: Path, rows: list[list[object]], more: tuple[str, ...] = (), total: int = 10) -> Responses:
    lines = [",".join(["resp_id", "unit_id", *NOW, *more])] + [",".join(map(str, row)) for row in rows]
    path = tmp_path / "r.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return read_responses(path, total)


def changed(places: dict[int, object]) -> list[object]:
    row: list[object] = [*ROW]
    for place, cell in places.items():
        row[place] = cell
    return row


def test_whole_rows_are_read_as_points(tmp_path: Path) -> None:
    found = read(tmp_path, [["p1", "a", *ROW, *DRAWN], ["p2", "b", *ROW, *DRAWN]], WISH)
    assert (found.form, found.unit_ids, list(found.left_out)) == ("drawn", ["a", "b"], [])
    assert found.points.tolist() == [[*ROW, *DRAWN]] * 2


def test_six_preferred_dimensions_go_before_a_drawing(tmp_path: Path) -> None:
    found = read(tmp_path, [["p1", "a", *ROW, *ROW, *DRAWN]], (*PREFERRED, *WISH))
    assert (found.form, found.points.shape) == ("dimensions", (1, 48))


@pytest.mark.parametrize(
    ("places", "why"),
    [
        ({4: 4}, "add up to 11, not 10"),
        ({4: "x"}, "not a number"),
        ({4: -1, 5: 7}, "below zero"),
        ({4: ""}, "is empty"),
    ],
)
def test_a_bad_block_is_left_out_and_the_rest_stays(
    tmp_path: Path, places: dict[int, object], why: str
) -> None:
    found = read(tmp_path, [["p0", "a", *ROW], ["p1", "a", *changed(places)]])
    (fault,) = found.left_out
    assert (fault.line, fault.what) == (3, "now_d2")
    assert why in fault.why.en
    assert fault.remedy.da
    assert np.isnan(found.points[1, 4:8]).all()
    assert np.isfinite(np.delete(found.points[1], [4, 5, 6, 7])).all()


def test_a_person_needs_four_of_six(tmp_path: Path) -> None:
    four = read(tmp_path, [["p", "a", *changed({0: 9, 4: 9})]])
    three = read(tmp_path, [["p", "a", *changed({0: 9, 4: 9, 8: 9})]])
    assert (len(four.points), len(three.points)) == (1, 0)
    assert [fault.what for fault in three.left_out] == ["now_d1", "now_d2", "now_d3", "row"]


def test_now_and_preferred_stand_on_the_same_persons(tmp_path: Path) -> None:
    rows = [["p1", "a", *ROW, *DRAWN], ["p2", "a", *ROW, *DRAWN], ["p3", "a", *ROW, "", "", "", ""]]
    found = read(tmp_path, rows, WISH)
    assert len(found.points) == 2
    assert [(fault.line, fault.what) for fault in found.left_out] == [(4, "row")]


def test_where_few_wished_the_wish_is_left_out_for_all(tmp_path: Path) -> None:
    rows = [["p1", "a", *ROW, *DRAWN], *([f"q{n}", "a", *ROW, "", "", "", ""] for n in range(2))]
    found = read(tmp_path, rows, WISH)
    assert (found.form, found.points.shape) == (None, (3, 24))
    assert [(fault.line, fault.what) for fault in found.left_out] == [(1, "preferred")]


def test_bad_rows_are_left_out(tmp_path: Path) -> None:
    found = read(tmp_path, [["p1", "a", *ROW], ["p2", "", *ROW], ["", "a", *ROW], ["p4", "a", *ROW, 1]])
    assert len(found.points) == 1
    assert [(fault.line, fault.what) for fault in found.left_out] == [(3, "row"), (4, "row"), (5, "row")]


def test_a_missing_column_or_a_person_twice_stops_it(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="on lines 2 and 3"):
        read(tmp_path, [["p", "a", *ROW], ["p", "a", *ROW]])
    with pytest.raises(BadFile, match="missing: wish_B, wish_C, wish_D"):
        read(tmp_path, [["p", "a", *ROW, 18]], ("wish_A",))


def test_hundred_points(tmp_path: Path) -> None:
    assert len(read(tmp_path, [["p", "a", *[25] * 24]], total=100).points) == 1
