"""`analyse --before` and `audit --previous`: two rounds held against each other on the command line."""

import csv
import json

import numpy as np
import pytest

from kulturspejl.cli.dispatch import main
from kulturspejl.cli.responses_file import NOW, WISH
from tests.cli.files import write_responses, write_units
from tests.core.disclosure.alike import TOTAL, apart, equal_team
from tests.core.disclosure.people import answers, release

TREE = [("top", "", "Hjemmeplejen", 0), ("nord", "top", "Nord", 10), ("syd", "top", "Syd", 9), ("øst", "top", "Øst", 6)]
TREE_THEN = [*TREE[:3], ("vest", "top", "Vest", 7)]


@pytest.fixture
def files(tmp_path):
    now = write_responses(tmp_path / "now.csv", {"nord": 8, "syd": 6, "øst": 3})
    then = write_responses(tmp_path / "then.csv", {"syd": 7, "nord": 9, "vest": 6})
    units, units_then = (
        write_units(tmp_path / name, rows) for name, rows in (("units.csv", TREE), ("then_units.csv", TREE_THEN))
    )
    return [str(now), "--units", str(units), "--before", str(then), "--before-units", str(units_then)]


def told(capsys, argv, code=0):
    assert main(["analyse", *argv]) == code
    out, err = capsys.readouterr()
    return out if code == 0 else err


def since(capsys, argv):
    return json.loads(told(capsys, [*argv, "--json"]))["since"]


@pytest.mark.slow
def test_the_keys_of_the_contract_are_there_and_the_test_by_chance_only_without_control(files, capsys):
    hidden, bare = since(capsys, files), since(capsys, [*files, "--no-disclosure-control"])
    assert set(hidden) == {"top", "nord"}
    assert set(bare) == {"top", "nord", "syd"}
    for found, is_tested in ((hidden, False), (bare, True)):
        for letter in "ABCD":
            one = found["nord"][letter]
            assert {"d", "welch", "finite", "p_permutation", "smallest_visible"} <= set(one)
            assert one["welch"][0] < one["finite"][0] < one["d"] < one["finite"][1] < one["welch"][1]
            assert (one["p_permutation"] is not None) is is_tested
            assert one["smallest_visible"] == pytest.approx(one["welch"][1] - one["d"])
    assert hidden["nord"]["before"] == {"n": 9, "invited": 10}
    assert hidden["nord"]["unchanged"] == {"people": 1, "are_known": False}
    assert hidden["top"]["why_not"] == "other_units"
    assert "A" not in hidden["top"]


@pytest.mark.slow
def test_the_test_by_chance_is_that_of_the_core(files, capsys):
    from kulturspejl.core.statistics import permutation_between

    then, now = (answers(n, seed)[:, :24].reshape(n, 6, 4).mean(axis=1) for n, seed in ((9, 2), (8, 1)))
    found = since(capsys, [*files, "--no-disclosure-control", "--unit", "nord"])["nord"]
    for at, letter in enumerate("ABCD"):
        p = permutation_between(then[:, at], now[:, at])
        assert found[letter]["p_permutation"] == pytest.approx(p, abs=0.01), "drawn in another order"
        assert found[letter]["d"] == pytest.approx(now[:, at].mean() - then[:, at].mean())


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("da", ["Siden then.csv", "Dengang svarede 9 af 10, denne gang 8 af 10.", "ikke, hvorfor"]),
        ("en", ["Since then.csv", "Then 9 of 10 answered, this time 8 of 10.", "do not say why"]),
    ],
)
def test_text_svg_and_pdf_say_it_in_the_readers_language(files, capsys, tmp_path, language, lines):
    svg, pdf = tmp_path / "a.svg", tmp_path / "a.pdf"
    text = told(
        capsys, [*files, "--language", language, "--unit", "nord", "--svg", str(svg), "--pdf", str(pdf)]
    )
    assert all(line in text for line in lines)
    assert 'data-series="before"' in svg.read_text(encoding="utf-8")
    assert pdf.read_bytes().startswith(b"%PDF")
    assert "then.csv" not in told(capsys, files[:3])


def test_an_earlier_release_is_held_against_by_id_or_by_name(files, capsys, tmp_path):
    for ids, names in ((("nord",), ("NORD",)), (("x",), ("Nord",))):
        plain = release({ids[0]: 9}).to_json()
        plain["units"][0]["name"] = names[0]
        path = tmp_path / "earlier.json"
        path.write_text(json.dumps(plain), encoding="utf-8")
        found = since(capsys, [*files[:3], "--before", str(path)])
        assert found["nord"]["A"]["p_permutation"] is None
        assert found["nord"]["before"]["n"] == 9


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "content", "da", "en"),
    [
        ("none.csv", None, "none.csv kan ikke åbnes", "none.csv cannot be opened"),
        ("none.json", None, "none.json kan ikke åbnes", "none.json cannot be opened"),
        ("bad.json", "[" * 5_000, "bad.json er ikke en udgivelse", "bad.json is no release"),
        ("bad.json", "{}", "bad.json er ikke en udgivelse", "bad.json is no release"),
        ("bad.csv", "unit_id\nnord\n", "bad.csv: disse kolonner mangler", "bad.csv: these columns are missing"),
    ],
)
def test_a_bad_file_is_told_clearly_and_writes_nothing(files, capsys, tmp_path, name, content, da, en):
    path, svg = tmp_path / name, tmp_path / "a.svg"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    for language, said in (("da", da), ("en", en)):
        argv = [*files[:3], "--before", str(path), "--language", language, "--svg", str(svg)]
        assert said in told(capsys, argv, code=1)
    assert not svg.exists()


def test_units_that_the_earlier_tree_does_not_have_and_a_tree_without_a_round_are_told(files, capsys):
    wrong = [*files[:3], "--before", files[4], "--before-units", files[2]]
    assert "units that --before-units does not have: vest" in told(capsys, [*wrong, "--language", "en"], code=1)
    assert main(["analyse", *files[:3], "--before-units", files[2]]) == 2
    capsys.readouterr()


def test_what_is_left_out_of_the_earlier_file_is_listed(files, capsys, tmp_path):
    lines = (tmp_path / "then.csv").read_text(encoding="utf-8").splitlines()
    cells = lines[1].split(",")
    cells[2] = "99"
    (tmp_path / "then.csv").write_text("\n".join([lines[0], ",".join(cells), *lines[2:]]), encoding="utf-8")
    found = json.loads(told(capsys, [*files, "--json"]))
    assert [one["what"] for one in found["left_out_before"]] == ["now_d1"]
    assert found["left_out"] == []


@pytest.mark.slow
@pytest.mark.parametrize("at", [0, 1])
def test_a_team_of_one_mind_looks_like_one_nearly_so_in_text_json_and_pdf(tmp_path, capsys, at):
    """In whichever of the two rounds (science 1.5, the floor)."""

    def write(name, rows):
        with (tmp_path / name).open("w", newline="", encoding="utf-8") as file:
            lines = [[f"r{place}", "a", *map(repr, row.tolist())] for place, row in enumerate(rows)]
            csv.writer(file).writerows([["resp_id", "unit_id", *NOW, *WISH], *lines])
        return str(tmp_path / name)

    other, found = answers(9, 5, "drawn", TOTAL), []
    for rows in (equal_team(8), apart(8, 3, 3)):
        pair = [other, rows] if at else [rows, other]
        argv = [write("now.csv", pair[1]), "--before", write("then.csv", pair[0]), "--total", str(TOTAL)]
        pdf = tmp_path / "a.pdf"
        found.append([told(capsys, argv), told(capsys, [*argv, "--json", "--pdf", str(pdf)]), pdf.read_bytes()])
    assert found[0] == found[1]
    assert not np.array_equal(equal_team(8), apart(8, 3, 3))


def test_audit_tells_of_how_few_would_follow_if_nobody_had_changed(tmp_path, capsys):
    tree = {"top": None, "a": "top", "b": "top"}
    paths = []
    for name, counts in (("then", {"top": 6, "a": 9, "b": 8}), ("now", {"top": 6, "a": 10, "b": 11})):
        paths.append(tmp_path / f"{name}.json")
        paths[-1].write_text(json.dumps(release(counts, parent=tree).to_json()), encoding="utf-8")
    argv = ["audit", "--certificate", str(paths[1]), "--previous", str(paths[0])]
    assert main([*argv, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "verdict": "safe", "faults": [], "unchanged": {"top": 4, "a": 1, "b": 3},
    }  # fmt: skip
    assert main(argv) == 0
    assert "a: the answers of 1 together" in capsys.readouterr().out
