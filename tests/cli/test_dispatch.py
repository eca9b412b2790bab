"""The command line finds commands, says what there is and answers with 0, 1 or 2."""

import subprocess
import sys
from importlib.machinery import ModuleSpec
from types import ModuleType

import pytest

import kulturspejl
from kulturspejl.cli import dispatch, main


@pytest.fixture
def greet(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """A command of the test's own in place of `analyse`; what it was called with is kept."""
    calls: list[list[str]] = []

    def run(argv):
        calls.append(list(argv))
        if argv == ["--wrong"]:
            raise SystemExit(2)
        if argv == ["--sentence"]:
            raise SystemExit("The file is empty.")
        if argv == ["--stop"]:
            raise KeyboardInterrupt
        return 1 if argv == ["no"] else 0

    module = ModuleType("kulturspejl.cli.analyse")
    module.SUMMARY, module.run = "greets", run
    module.__spec__ = ModuleSpec(module.__name__, None)
    monkeypatch.setitem(sys.modules, module.__name__, module)
    return calls


def test_the_rest_of_the_line_goes_to_the_command(greet):
    assert main(["analyse", "a.csv", "--json"]) == 0
    assert greet == [["a.csv", "--json"]]


@pytest.mark.parametrize(
    ("words", "code"),
    [(["no"], 1), (["--wrong"], 2), (["--sentence"], 1), (["--stop"], 130), ([], 0)],
)
def test_exit_codes(greet, words, code):
    assert main(["analyse", *words]) == code


def test_a_sentence_goes_to_the_standard_error(greet, capsys):
    main(["analyse", "--sentence"])
    out, err = capsys.readouterr()
    assert (out, err) == ("", "The file is empty.\n")


@pytest.mark.parametrize("words", [["analyze"], ["--nonsense"], ["../demo"]])
def test_an_unknown_word_is_wrong_usage_and_prints_nothing_as_a_result(words, capsys):
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert repr(words[0]) in err
    assert "Usage:" in err


def test_no_word_at_all_is_wrong_usage(capsys):
    assert main([]) == 2
    assert capsys.readouterr().out == ""


def test_help_names_every_command_with_its_summary(capsys):
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    for word in dispatch.available():
        assert word in out
        assert dispatch.find(word).summary in out


def test_version(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"kulturspejl {kulturspejl.__version__}\n"


def test_every_command_of_the_contract_is_there():
    assert set(dispatch.available()) == set(dispatch.COMMANDS)


@pytest.mark.parametrize("word", dispatch.COMMANDS)
def test_each_command_explains_itself(word, capsys):
    assert main([word, "--help"]) == 0
    assert "usage" in capsys.readouterr().out.lower()


def test_finding_the_command_line_does_not_load_django():
    code = "import sys, kulturspejl.cli; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
