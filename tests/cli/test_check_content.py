"""`kulturspejl check-content`: helpful faults, in the reader's language, and 0, 1 or 2."""

from pathlib import Path

import pytest

from kulturspejl.cli import main
from tests.library.folders import change, copy_of


@pytest.fixture(autouse=True)
def nobody_told_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "KULTURSPEJL_CONTENT"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    folder = copy_of(tmp_path)
    change(folder, "instrument.toml", "B.en", '""')
    change(folder, "regressed.toml", "signs.da", '["Kun et"]')
    return folder


def check(capsys: pytest.CaptureFixture[str], *words: str | Path) -> tuple[int, str]:
    code = main(["check-content", *map(str, words)])
    out, err = capsys.readouterr()
    assert err == ""
    return code, out


def test_what_comes_along_is_whole(capsys: pytest.CaptureFixture[str]) -> None:
    code, out = check(capsys)
    assert code == 0
    assert out.startswith("All is well.")
    assert "instruments/culture_profile  1.0+" in out
    assert "Competing Values Framework" in out


def test_each_fault_has_file_key_what_is_wrong_and_what_to_do(
    capsys: pytest.CaptureFixture[str], broken: Path
) -> None:
    assert check(capsys, broken) == (
        1,
        "havnby/instruments/culture_profile/instrument.toml  dimension.1.B.en\n"
        '    The English text is missing. Write B.en = "…".\n'
        "havnby/instruments/culture_profile/regressed.toml  regressed.A.signs\n"
        "    Texts in Danish: 1, in English: 3. "
        'Write as many of each: signs.da = ["…"] and signs.en = ["…"].\n'
        "\n2 faults.\n",
    )


@pytest.mark.parametrize(
    ("setting", "language"),
    [
        ({"LANG": "da_DK.UTF-8"}, "da"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "da_DK.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "da"}, "da"),
    ],
)
def test_the_reader_s_language(
    capsys: pytest.CaptureFixture[str],
    broken: Path,
    monkeypatch: pytest.MonkeyPatch,
    setting: dict[str, str],
    language: str,
) -> None:
    for name, value in setting.items():
        monkeypatch.setenv(name, value)
    told = {"da": "Den engelske tekst mangler.", "en": "The English text is missing."}
    assert told[language] in check(capsys, broken)[1]


def test_a_language_can_be_asked_for(capsys: pytest.CaptureFixture[str], broken: Path) -> None:
    assert "2 fejl." in check(capsys, broken, "--language", "da")[1]
    assert check(capsys, "--language", "da")[1].startswith("Alt er i orden.")


def test_the_credit_of_a_whole_folder_is_shown(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder = copy_of(tmp_path)
    change(folder, "instrument.toml", "credit.en", '"Written in Havnby."')
    code, out = check(capsys, folder)
    assert code == 0
    assert "(havnby)\n    Written in Havnby." in out


def test_without_a_folder_those_of_the_environment_are_checked(
    capsys: pytest.CaptureFixture[str], broken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KULTURSPEJL_CONTENT", str(broken))
    assert check(capsys)[0] == 1


def test_a_folder_that_is_not_there(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, out = check(capsys, tmp_path / "nowhere")
    assert code == 1
    assert f"{tmp_path / 'nowhere'}\n    The folder does not exist." in out


def test_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check-content", "--colour"]) == 2
    assert main(["check-content", "--language", "sv"]) == 2
    assert capsys.readouterr().out == ""
