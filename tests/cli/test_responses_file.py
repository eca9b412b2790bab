from pathlib import Path

import numpy as np
import pytest

from kulturspejl.cli.bad_file import BadFile
from kulturspejl.cli.responses_file import NOW, PREFERRED, WISH, Responses, read_responses

ROW = [3, 3, 2, 2] * 6
DRAWN = [18, 18, 12, 12]


def read(tmp_path: Path, rows: list[list[object]], more: tuple[str, ...] = (), total: int | None = 10) -> Responses:
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
    assert (found.points[1, 4:8] < 0).all()
    assert (np.delete(found.points[1], [4, 5, 6, 7]) >= 0).all()


def test_a_person_needs_four_of_six(tmp_path: Path) -> None:
    four = read(tmp_path, [["p", "a", *changed({0: 9, 4: 9})]])
    three = read(tmp_path, [["p", "a", *changed({0: 9, 4: 9, 8: 9})], ["q", "b", *ROW]])
    assert (four.unit_ids, three.unit_ids) == (["a"], ["b"])
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


def test_where_nobody_says_the_points_are_ten_or_a_hundred_as_the_answers_are(tmp_path: Path) -> None:
    ten, hundred = [["p", "a", *ROW]], [["p", "a", *[25] * 24], ["q", "a", *ROW], ["r", "a", *[25] * 24]]
    assert [(found.total, found.is_total_found) for found in (read(tmp_path, ten, total=None),)] == [(10, True)]
    found = read(tmp_path, hundred, total=None)
    assert (found.total, len(found.points)) == (100, 2)
    with pytest.raises(BadFile, match=r"add up to 5 points, not 10\. Say --total 5"):
        read(tmp_path, [["p", "a", *[2, 1, 1, 1] * 6]], total=None)


def test_no_usable_answer_is_a_bad_file_and_each_reason_is_said_once(tmp_path: Path) -> None:
    with pytest.raises(BadFile) as refused:
        read(tmp_path, [[f"p{n}", "a", *[25] * 24] for n in range(12)], total=10)
    lines = refused.value.text.en.splitlines()
    assert lines[0] == "r.csv: no answer can be used. Most questions add up to 100 points, not 10. Say --total 100."
    assert len(lines) == 3
    assert "lines 2, 3, 4, 5, 6, 7, 8, 9 and 4 more, 72 places: The four numbers add up to 100, not 10." in lines[1]


def test_a_file_without_a_row_that_can_be_used_is_a_bad_file(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="There are no rows below the headings"):
        read(tmp_path, [])
    with pytest.raises(BadFile, match="lines 2, 3, row: The row has more cells than the header"):
        read(tmp_path, [["p1", "a", *ROW, "godt"], ["p2", "a", *ROW, "skidt"]])


def test_a_sum_that_rounding_has_moved_is_told_of_the_right_total(tmp_path: Path) -> None:
    with pytest.raises(BadFile) as refused:
        read(tmp_path, [[f"p{n}", "a", *[33.33, 33.33, 33.33, 0] * 6] for n in range(3)], total=None)
    assert "add up to 99.99, not 100" in refused.value.text.en
    assert "--total" not in refused.value.text.en


def test_shares_of_a_hundred_may_have_their_sign_and_a_unit_another_heading(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    lines = [";".join(["Respondent", "Enhed", *NOW]), *(f"p{n};Nord;" + ";".join(["25 %"] * 24) for n in range(5))]
    path.write_text("\n".join(lines), encoding="utf-8")
    found = read_responses(path, None)
    assert (found.total, found.unit_ids, found.left_out) == (100, ["Nord"] * 5, [])


def test_shares_of_one_are_percents_as_a_spreadsheet_keeps_them(tmp_path: Path) -> None:
    rows: list[list[object]] = [[f"p{n}", "a", *[0.07, 0.25, 0.28, 0.4] * 6] for n in range(3)]
    found = read(tmp_path, rows, total=None)
    assert (found.total, found.points[0, :4].tolist()) == (100, [7, 25, 28, 40])
    assert [one.why.en for one in found.left_out] == ["The numbers are shares of 1 (0.25)."]
    assert read(tmp_path, rows, total=1).total == 1


def test_a_missing_value_is_written_in_many_ways(tmp_path: Path) -> None:
    rows = [["p1", "a", *ROW, *DRAWN], ["p2", "a", *ROW, "NA", ".", "#NULL!", "n/a"], ["p3", "a", *ROW, *DRAWN]]
    found = read(tmp_path, rows, WISH)
    assert [(fault.line, fault.what) for fault in found.left_out] == [(3, "row")]


def test_an_anonymous_survey_needs_neither_person_nor_unit(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    text = "\n".join([";".join(name.upper().replace("_", "-") for name in NOW), *([";".join(map(str, ROW))] * 3)])
    path.write_bytes(text.replace(";", "\t").encode("utf-16"))
    found = read_responses(path, None)
    assert (found.unit_ids, len(found.points)) == (["all"] * 3, 3)


def test_rows_that_end_early_are_whole_and_columns_that_are_not_used_are_named(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    rows = [";".join(["p1", "a", *map(str, ROW), "godt"]), ";".join(["p2", "a", *map(str, ROW)])]
    lines = ["Kulturmåling 2026", ";".join(["resp_id", "unit_id", *NOW, "kommentar"]), *rows]
    path.write_text("\n".join(lines), encoding="utf-8")
    found = read_responses(path, 10)
    assert len(found.points) == 2
    assert [(one.line, one.what) for one in found.left_out] == [(1, "row"), (2, "columns")]
    assert "kommentar" in found.left_out[1].why.da


def test_a_file_that_may_be_in_several_encodings_is_asked_about(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_bytes("\n".join([";".join(["unit_id", *NOW]), ";".join(["Børn", *map(str, ROW)])]).encode("mac_roman"))
    with pytest.raises(BadFile, match="--encoding macintosh: Børn"):
        read_responses(path, 10)
    assert read_responses(path, 10, encoding="macintosh").unit_ids == ["Børn"]


def test_each_period_may_stand_on_its_own_respondents(tmp_path: Path) -> None:
    rows = [["p1", "a", *ROW, *DRAWN], ["p2", "a", *ROW, *DRAWN], ["p3", "a", *ROW, "", "", "", ""]]
    read(tmp_path, rows, WISH)
    found = read_responses(tmp_path / "r.csv", 10, is_each_period_alone=True)
    assert len(found.points) == 3
    assert list(found.left_out) == []
