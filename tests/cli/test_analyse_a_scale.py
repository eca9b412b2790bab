"""`analyse --instrument psychological_safety`: steps in, the same numbers out as text, JSON, SVG and PDF."""

import csv
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

from kulturspejl.cli.dispatch import main
from tests.cli.files import write_units

KEYS = [f"now_{number}" for number in range(1, 8)]
COUNTS = {"nord": 9, "syd": 6, "kontor": 3, "have": 2}
SAFETY = ["--instrument", "psychological_safety", "--language", "da"]

LEARNING = ["--instrument", "learning_scale", "--language", "da"]


def write(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([["resp_id", "unit_id", *KEYS], *rows])
    return path


def rows_of(counts: Mapping[str, int]) -> list[list[object]]:
    rng = np.random.default_rng(4)
    return [
        [f"{unit}{at}", unit, *rng.integers(2, 6, size=7).tolist()] for unit, n in counts.items() for at in range(n)
    ]


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    answers = write(tmp_path / "answers.csv", rows_of(COUNTS))
    tree: list[tuple[str, str, str, int | str]] = [
        ("top", "", "Havnby", 0), ("nord", "top", "Nord", 10), ("syd", "top", "Syd", 7),
        ("kontor", "top", "Kontoret", 4), ("have", "top", "Haven", 4),
    ]  # fmt: skip
    return [str(answers), "--units", str(write_units(tmp_path / "units.csv", tree)), *SAFETY]


def told(capsys: pytest.CaptureFixture[str], argv: Sequence[str], code: int = 0) -> str:
    assert main(["analyse", *argv]) == code
    out, err = capsys.readouterr()
    return out if code == 0 else err


def test_text_says_the_mean_the_statements_and_who_is_hidden(
    files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    found = told(capsys, files)
    assert found.startswith("Psykologisk tryghed · trin 1 til 5 · vist fra 5 svar")
    assert "Nord  (9 af 10 svarede)" in found
    assert "Det er nemt at sige, at man har brug for hjælp." in found
    assert "Kontoret: for få svar" in found


def test_json_has_the_same_numbers_and_no_spread_of_six(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(told(capsys, [*files, "--json"]))
    rows = np.array([row[2:] for row in rows_of(COUNTS)], dtype=float)
    nord, syd = found["units"]["nord"], found["units"]["syd"]
    assert nord["score"]["now"]["mean"] == pytest.approx(rows[:9].mean())
    assert nord["items"]["now"]["3"] == pytest.approx(rows[:9, 2].mean())
    assert nord["score"]["now"]["sd"] >= 0.28
    assert (syd["score"]["now"]["sd"], syd["agreement"] in ("alike", "somewhat", "very")) == (None, True)
    assert found["units"]["kontor"] == {"hidden": "few"}


def test_picture_and_report_are_made(files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    svg, pdf = tmp_path / "out.svg", tmp_path / "out.pdf"
    text = told(capsys, [*files, "--unit", "nord", "--svg", str(svg), "--pdf", str(pdf)])
    dots = [one.get("data-value") for one in ElementTree.fromstring(svg.read_text()).iter() if one.get("data-value")]
    assert len(dots) == 8
    assert f"{float(dots[0] or 0):.1f}".replace(".", ",") in text
    assert pdf.read_bytes().startswith(b"%PDF")


def test_a_hidden_unit_has_a_guide_and_no_picture(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pdf = tmp_path / "out.pdf"
    told(capsys, [*files, "--unit", "kontor", "--pdf", str(pdf)])
    assert pdf.read_bytes().startswith(b"%PDF")
    said = told(capsys, [*files, "--unit", "kontor", "--svg", str(tmp_path / "out.svg")], code=1)
    assert said == "Her er for få svar til et billede.\n"


def test_a_row_that_is_not_whole_is_left_out_and_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = rows_of({"nord": 9})
    rows[2][4], rows[5][2] = 6, "ved ikke"
    file = write(tmp_path / "answers.csv", rows)
    file.write_text(file.read_text(encoding="utf-8").replace("unit_id", "Enhed"), encoding="utf-8")
    found = told(capsys, [str(file), *SAFETY])
    assert "nord  (7 svar)" in found
    assert "Svaret er ikke helt: now_3 er ikke et helt tal fra 1 til 5." in found


def test_an_earlier_round_is_held_beside_this_one(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    low = [[name, unit, *[max(1, step - 2) for step in steps]] for name, unit, *steps in rows_of(COUNTS)]
    then = write(tmp_path / "then.csv", low)
    svg, pdf = tmp_path / "out.svg", tmp_path / "out.pdf"
    text = told(capsys, [*files, "--before", str(then), "--unit", "nord", "--svg", str(svg), "--pdf", str(pdf)])
    assert "Siden then.csv" in text
    assert "højere end dengang" in text
    assert "Det er mere end tilfældigt." in text
    assert 'data-series="before"' in svg.read_text()
    assert pdf.read_bytes().startswith(b"%PDF")
    found = json.loads(told(capsys, [*files, "--before", str(then), "--json"]))["since"]
    score = found["nord"]["score"]
    assert score["word"] == "more_than_chance"
    assert score["tenths"]["after"] - score["tenths"]["before"] >= 3
    assert (found["syd"]["why_not"], "score" in found["syd"]) == ("no_spread", False)
    assert "kontor" not in found


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--total", "10"], "--total hører til point"), (["--before", "then.csv"], "then.csv kan ikke åbnes"),
        (["--instrument", "tryghed"], "Vælg culture_profile, learning_scale, psychological_safety, trait_pairs."),
    ],
)
def test_what_cannot_be_said_of_a_scale_is_told(
    files: list[str], capsys: pytest.CaptureFixture[str], more: list[str], said: str
) -> None:
    assert said in told(capsys, [*files, *more], code=1)


def test_a_file_of_points_is_told_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "points.csv"
    file.write_text("resp_id,now_d1_A\np1,10\n", encoding="utf-8")
    assert "disse kolonner mangler: now_1, now_2, now_3, now_4 …" in told(capsys, [str(file), *SAFETY], code=1)


def test_the_learning_scale_has_its_goal_beside_what_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, svg, pdf = (tmp_path / name for name in ("learning.csv", "out.svg", "out.pdf"))
    file.write_text("\n".join(["now_1,goal_1", *["4,7"] * 5, *["5,8"] * 4]), encoding="utf-8")
    found = told(capsys, [str(file), *LEARNING, "--svg", str(svg), "--pdf", str(pdf)])
    assert "4,4 → 7,4" in found
    assert "  · I svarer 4,4 i gennemsnit på en skala fra 1 til 10." in found
    assert "  · Målet ligger i gennemsnit på 7,4." in found
    assert "Mål" in svg.read_text()
    assert pdf.read_bytes().startswith(b"%PDF")
