import json
from pathlib import Path
from typing import Any

import pytest

from kulturspejl.cli.dispatch import main
from tests.core.disclosure.people import release


def audit(tmp_path: Path, plain: Any, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    path = tmp_path / "release.json"
    path.write_text(plain if isinstance(plain, str) else json.dumps(plain), encoding="utf-8")
    code = main(["audit", "--certificate", str(path), "--json"])
    out, err = capsys.readouterr()
    return code, out, err


def test_a_release_that_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = audit(tmp_path, release({"a": 9}).to_json(), capsys)
    assert (code, json.loads(out)) == (0, {"verdict": "safe", "faults": []})


def test_a_release_that_does_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plain = release({"a": 9}).to_json()
    plain["units"][0]["n"] = 8
    code, out, _ = audit(tmp_path, plain, capsys)
    assert (code, json.loads(out)["verdict"]) == (1, "leak")


@pytest.mark.parametrize("plain", ["", "[]", "{}", '{"schema": "release-2"}', "7"])
def test_what_is_no_release(tmp_path: Path, plain: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = audit(tmp_path, plain, capsys)
    assert (code, out) == (1, "")
    assert "is no release" in err


NAMED = "\x1b]0;ours\x07\x1b[2J\u202eu\n  nobody"


def test_what_a_file_calls_its_units_moves_no_cursor_and_makes_no_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A release comes from somebody else, who wants it to be called safe."""
    before, after = tmp_path / "before.json", tmp_path / "after.json"
    for path, people in ((before, 9), (after, 10)):
        path.write_text(json.dumps(release({NAMED: people}).to_json()), encoding="utf-8")
    main(["audit", "--certificate", str(after), "--previous", str(before)])
    said, _ = capsys.readouterr()
    assert "the answers of 1 together" in said
    assert said.isprintable() or set(said) - set(filter(str.isprintable, said)) == {"\n"}
    assert "  nobody" not in said.splitlines()
