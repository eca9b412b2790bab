import csv
import json
import math
import subprocess
import sys
from pathlib import Path
from statistics import mean
from typing import Any

import pytest

from kulturspejl.cli.dispatch import main
from tests.cli.files import write_responses, write_units

LETTERS = {"A", "B", "C", "D"}
TREE: list[tuple[str, str, str, int | str]] = [
    ("top", "", "Hjemmeplejen", 0),
    ("nord", "top", "Hjemmepleje Nord", 10),
    ("syd", "top", "Hjemmepleje Syd", 9),
    ("øst", "top", "Hjemmepleje Øst", 6),
]
COUNTS = {"nord": 8, "syd": 6, "øst": 3}


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    responses = write_responses(tmp_path / "responses.csv", COUNTS)
    return [str(responses), "--units", str(write_units(tmp_path / "units.csv", TREE))]


def told(capsys: pytest.CaptureFixture[str], argv: list[str], code: int = 0) -> str:
    assert main(["analyse", *argv]) == code
    out, err = capsys.readouterr()
    assert bool(err) == bool(code)
    return out if code == 0 else err


def as_json(capsys: pytest.CaptureFixture[str], argv: list[str]) -> Any:
    return json.loads(told(capsys, [*argv, "--json"]))


def test_the_keys_of_the_contract_are_all_there(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json(capsys, files)
    assert {"total", "units", "between", "rollup", "recipe", "left_out"} == set(found)
    unit = found["units"]["nord"]
    assert (found["total"], unit["n"], unit["invited"]) == (10, 8, 10)
    for period in ("now", "preferred", "gap"):
        assert set(unit["profile"][period]) == LETTERS
        for one in unit["profile"][period].values():
            assert {"mean", "sd", "se", "t", "se_finite", "finite", "bounds"} <= set(one)
            assert len(one["t"]) == len(one["finite"]) == len(one["bounds"]) == 2
    for period in ("now", "preferred"):
        kind = unit["type"][period]
        assert {
            "dominant", "strength", "margin", "probability",
            "congruent_dimensions", "congruence_rms", "effective_cultures",
        } <= set(kind)  # fmt: skip
        assert set(kind["probability"]) == LETTERS
        assert {"center", "clr", "z", "total_variance"} <= set(unit["composition"][period])
    scores = unit["agreement"]["now"]["scores"]
    assert isinstance(unit["agreement"]["now"]["profile_r_star"], float)
    assert {"r_star", "rwg_j", "ad_mean", "ad_median"} <= set(scores["A"])
    assert "aitchison_distance" in unit["composition"]["gap"]
    assert {"p_signflip", "p_signflip_max_t"} <= set(unit["tests"]["gap"]["A"])
    assert unit["tests"]["smallest_visible_gap"] > 0
    assert len(unit["reading"]["da"]) == len(unit["reading"]["en"]) in (1, 2, 3)


@pytest.mark.slow
def test_what_knows_no_floor_is_null_under_control_and_there_without(
    files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Geometric means, deviations and tests by chance show where all agree."""
    shown, raw = (as_json(capsys, [*files, *more])["units"]["nord"] for more in ([], ["--no-disclosure-control"]))
    for told, is_there in ((shown, False), (raw, True)):
        assert (told["composition"]["now"]["z"] is not None) == is_there
        assert (told["composition"]["gap"]["aitchison_distance"] is not None) == is_there
        assert (told["tests"]["gap"]["A"]["p_signflip"] is not None) == is_there
        assert (told["agreement"]["now"]["scores"]["A"]["ad_mean"] is not None) == is_there
    assert len(raw["composition"]["now"]["z"]) == 3
    assert all(round(100 * p) == pytest.approx(100 * p) for p in shown["type"]["now"]["probability"].values())
    assert min(one["sd"] for one in shown["profile"]["now"].values()) >= 0.7


@pytest.mark.slow
@pytest.mark.parametrize("period", ["now", "pref"])
def test_a_dimension_that_nobody_in_a_unit_answered_is_left_out_without_control(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], period: str, recwarn: pytest.WarningsRecorder
) -> None:
    path, pdf = tmp_path / "r.csv", tmp_path / "r.pdf"
    head = [f"{one}_d{number}_{letter}" for one in ("now", "pref") for number in range(1, 7) for letter in "ABCD"]
    unanswered = [name.startswith(f"{period}_d2_") for name in head]
    row = [4, 3, 2, 1] * 12
    lines = [["resp_id", "unit_id", *head]]
    for number in range(16):
        some = ["" if number % 2 and missing else point for point, missing in zip(row, unanswered, strict=True)]
        lines.append([str(number), "ab"[number % 2], *map(str, some)])
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(lines)
    units = as_json(capsys, [str(path), "--no-disclosure-control"])["units"]
    named = "now" if period == "now" else "preferred"
    whole, some = (units[unit]["dimensions"][named] for unit in "ab")
    assert list(whole) == [f"d{number}" for number in range(1, 7)]
    assert list(some) == ["d1", "d3", "d4", "d5", "d6"]
    assert units["b"]["type"][named]["congruent_dimensions"] == 5
    assert units["b"]["type"][named]["congruence_rms"] == pytest.approx(0)
    assert not [one for one in recwarn if issubclass(one.category, RuntimeWarning)]
    told(capsys, [str(path), "--no-disclosure-control", "--unit", "b", "--pdf", str(pdf)])
    assert pdf.read_bytes().startswith(b"%PDF")


def test_between_and_rollup(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    responses = write_responses(tmp_path / "r.csv", {"nord": 8, "syd": 6, "øst": 5})
    found = as_json(capsys, [str(responses), "--units", str(write_units(tmp_path / "u.csv", TREE))])
    likeness = found["between"]["now"]["A"]
    assert {"icc1", "icc1_n0", "icc2", "msb", "msw", "f", "p"} <= set(likeness)
    assert found["between"]["now"]["profile"]["p"] is None
    assert set(found["rollup"]["top"]["profile"]["now"]["A"]) == {"mean", "se", "finite"}


def test_hidden_units_carry_their_reason_and_nothing_else(
    files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    units = as_json(capsys, files)["units"]
    assert units["øst"] == {"hidden": "few"}
    assert units["syd"] == {"hidden": "protects_others"}
    assert units["top"]["remainder"]["n"] == 9


@pytest.mark.slow
def test_without_disclosure_control_everything_is_there(
    files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    units = as_json(capsys, [*files, "--no-disclosure-control"])["units"]
    assert units["øst"]["n"] == 3
    assert units["øst"]["profile"]["now"]["A"]["sd"] is None
    assert units["syd"]["profile"]["now"]["A"]["sd"] > 0


@pytest.mark.slow
def test_one_unit_alone(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert set(as_json(capsys, [*files, "--unit", "nord"])["units"]) == {"nord"}
    assert "vest" in told(capsys, [*files, "--unit", "vest"], code=1)


@pytest.mark.slow
def test_reloading_changes_nothing(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, [*files, "--json"]) == told(capsys, [*files, "--json"])


@pytest.mark.slow
def test_readable_in_both_languages(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    danish = told(capsys, [*files, "--language", "da"])
    assert "Hjemmepleje Nord  (8 af 10 svarede)" in danish
    assert "Klan" in danish
    assert "█" in danish
    assert "Hjemmepleje Øst: for få svar" in danish
    english = told(capsys, [*files, "--language", "en"])
    assert "8 of 10 answered" in english
    assert "Clan" in english


def test_a_bad_block_is_left_out_with_line_and_remedy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_responses(tmp_path / "r.csv", {"a": 8}, form=None)
    rows = list(csv.reader(path.open(encoding="utf-8")))
    rows[3][2] = "11"
    with path.open("w", newline="", encoding="cp1252") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    (fault,) = as_json(capsys, [str(path)])["left_out"]
    assert (fault["line"], fault["what"]) == (4, "now_d1")
    assert "10" in fault["remedy"]["en"]
    assert "linje 4, now_d1" in told(capsys, [str(path), "--language", "da"])


def test_units_may_be_named_and_a_program_may_have_made_decimals_of_their_ids(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    responses = write_responses(tmp_path / "r.csv", {"Nord": 6, "11": 4, "12.0": 7})
    units = write_units(tmp_path / "u.csv", [("10", "", "Top", 0), ("11", "10", "Nord", 12), ("12", "10", "Syd", 9)])
    found = as_json(capsys, [str(responses), "--units", str(units)])["units"]
    assert (found["11"]["n"], found["12"]["n"]) == (10, 7)


@pytest.mark.parametrize(
    ("units", "said"),
    [
        ([("nord", "", "N", 10), ("syd", "", "S", 9)], "unknown units: øst"),
        (
            [("nord", "", "N", 7), ("syd", "", "S", 9), ("øst", "", "Ø", 9)],
            "N has 8 answers but only 7 invited",
        ),
        ([("nord", "syd", "N", 10), ("syd", "nord", "S", 9), ("øst", "", "Ø", 9)], "circle"),
    ],
)
def test_a_bad_file_writes_nothing(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    units: list[tuple[str, str, str, int | str]],
    said: str,
) -> None:
    responses = write_responses(tmp_path / "r.csv", COUNTS)
    argv = [
        str(responses),
        "--units",
        str(write_units(tmp_path / "u.csv", units)),
        "--svg",
        str(tmp_path / "o.svg"),
    ]
    assert said in told(capsys, [*argv, "--json", "--language", "en"], code=1)
    assert not (tmp_path / "o.svg").exists()


@pytest.mark.parametrize(
    "argv", [[], ["r.csv", "--k", "4"], ["r.csv", "--k", "6", "--no-disclosure-control"], ["--x"]]
)
def test_wrong_usage_is_two(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyse", *argv]) == 2
    assert "usage" in capsys.readouterr().err


@pytest.mark.slow
def test_picture_and_report(files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    svg, pdf = tmp_path / "o.svg", tmp_path / "o.pdf"
    told(capsys, [*files, "--unit", "nord", "--svg", str(svg), "--pdf", str(pdf)])
    assert svg.read_text(encoding="utf-8").startswith("<svg")
    assert pdf.read_bytes().startswith(b"%PDF")


def test_no_picture_of_a_hidden_unit(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    argv = [*files, "--unit", "øst", "--svg", str(tmp_path / "o.svg"), "--language", "en"]
    assert "too few" in told(capsys, argv, code=1)
    assert list(tmp_path.glob("*.svg")) == []


def test_a_hundred_points_in_six_dimensions(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    responses = write_responses(tmp_path / "r.csv", {"a": 6}, form="dimensions", total=100)
    unit = as_json(capsys, [str(responses), "--total", "100"])["units"]["a"]
    assert sum(unit["profile"]["now"][letter]["mean"] for letter in LETTERS) == pytest.approx(100)
    assert (unit["n"], unit["invited"]) == (6, None)


def test_a_folder_that_is_not_there(files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    argv = [*files, "--unit", "nord", "--svg", str(tmp_path / "none" / "o.svg"), "--language", "en"]
    assert "does not exist" in told(capsys, argv, code=1)


def test_content_that_cannot_be_read_is_said(
    files: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KULTURSPEJL_CONTENT", "/nowhere/at/all")
    assert "/nowhere/at/all" in told(capsys, files, code=1)


@pytest.mark.slow
def test_what_reads_the_output_may_have_enough_of_it(files: list[str]) -> None:
    argv = [sys.executable, "-m", "kulturspejl", "analyse", *files, "--json"]
    with subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.close()
        said = run.stderr.read()
    assert (run.returncode, said) == (0, b"")


@pytest.mark.slow
def test_points_that_nobody_said_are_found_and_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    responses = write_responses(tmp_path / "r.csv", {"a": 6}, form=None, total=100)
    assert as_json(capsys, [str(responses)])["total"] == 100
    assert "100 points a question (found in the answers)" in told(capsys, [str(responses), "--language", "en"])
    assert "no answer can be used" in told(capsys, [str(responses), "--total", "10", "--language", "en"], code=1)


@pytest.mark.slow
@pytest.mark.parametrize("form", ["drawn", "dimensions"])
def test_without_control_each_period_stands_on_its_own_respondents_and_gaps_on_pairs(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_responses(tmp_path / "r.csv", {"a": 8, "b": 6}, form=form)
    head, *rows = list(csv.reader(path.open(encoding="utf-8")))
    wish = len(head) - (4 if form == "drawn" else 24)
    rows[0][wish:] = rows[1][wish:] = ["NA"] * (len(head) - wish)
    rows[2][2:wish] = [""] * (wish - 2)
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([head, *rows])
    points = {name: [float(row[at] or "nan") if row[at] != "NA" else math.nan for row in rows[:8]]
              for at, name in enumerate(head) if at > 1}  # fmt: skip

    def clan(period: str) -> list[float]:
        names = [f"{period}_d{number}_A" for number in range(1, 7)] if period != "wish" else ["wish_A"]
        sums = [sum(points[name][person] for name in names) / 6 for person in range(8)]
        return sums

    now, wished = clan("now"), clan("wish" if form == "drawn" else "pref")
    open_one = as_json(capsys, [str(path), "--no-disclosure-control"])["units"]["a"]
    profile = {period: open_one["profile"][period]["A"]["mean"] for period in ("now", "preferred", "gap")}
    assert profile["now"] == pytest.approx(mean(now[:2] + now[3:]))
    assert profile["preferred"] == pytest.approx(mean(wished[2:]))
    assert profile["gap"] == pytest.approx(mean([w - n for n, w in zip(now[3:], wished[3:], strict=True)]))
    assert open_one["n"] == 8
    kept = as_json(capsys, [str(path)])["units"]["a"]
    assert kept["n"] == 5
    assert kept["profile"]["now"]["A"]["mean"] == pytest.approx(mean(now[3:]))
    nobody = as_json(capsys, [str(path), "--no-disclosure-control"])["between"]
    assert set(nobody) == {"now", "preferred", "gap"}
