"""Slips of the hand: which are made, which are left alone, and that the tool sees what nobody notices."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import mutate
from scripts.mutations import mutations


def made(text: str) -> set[str]:
    """What a line may become."""
    return {one.of(text) for one in mutations(text)}


@pytest.mark.parametrize(
    ("line", "slips"),
    [
        ("a = 5", {"a = 6", "a = 4"}),
        ("a = b <= c", {"a = b < c", "a = b >= c"}),
        ("a = b not in c", {"a = b in c"}),
        ("a = b * (c)", {"a = b / (c)"}),
        ("a = (b) + c", {"a = (b) - c"}),
        ("a = b and not c", {"a = b or not c", "a = b and c"}),
        ("a = True", {"a = False"}),
        ("a = min(b)", {"a = max(b)"}),
        ("a = f(b, c)", {"a = f(c, b)"}),
        ("a = -b", {"a = b"}),
        ("a += b", {"a -= b"}),
        ("def f():\n    return g()", {"def f():\n    return None"}),
        ("while a: b()", {"while (not (a)): b()"}),
        ("a = [b for b in c if d(b)]", {"a = [b for b in c if (not (d(b)))]"}),
        ("for a in b:\n    break", {"for a in b:\n    continue"}),
        ("a = 'æ' if b == c else d", {"a = 'æx' if b == c else d", "a = 'æ' if b != c else d"}),
    ],
)
def test_each_kind_of_slip_is_made(line, slips):
    assert made(line) == slips


@pytest.mark.parametrize(
    "text",
    [
        '"""Says 5."""\ndef f(a: dict[int, "x"]) -> "y":\n    """Is < 6."""',
        "__all__ = ['a']",
        "Rows = dict[str, int]",
        "T = TypeVar('T', bound=int)",
        "@lru_cache(maxsize=5)\nclass A(B, metaclass=C): pass",
        "if TYPE_CHECKING:\n    a = 5",
        "assert a is not None",
        "raise ValueError(f'at most {5}' + 'x')",
        "a = Text(da='Skriv et tal.', en='Write a number.')",
        "a = zip(b, strict=True)",
        "row.fault(*name, 'Skriv et tal.', 'Write a number.')",
    ],
)
def test_what_people_and_types_read_is_left_alone(text):
    assert made(text) == set()


@pytest.mark.slow
def test_the_tests_of_a_file_come_before_those_that_only_know_it():
    sets = list(mutate.tests_of(Path("src/kulturspejl/core/disclosure/greedy.py"), mutate.ROOT))
    assert sets[0] == ["tests/core/disclosure/test_greedy.py"]
    assert "tests/core/disclosure/test_participation.py" not in sets[0]
    asked = [test for some in sets for test in some]
    assert len(asked) == len(set(asked))
    assert "tests/attacks/test_anonymity_figures.py" in asked


@pytest.fixture
def house(tmp_path):
    """A house of one file and one test, which knows the file's threshold from one side alone."""
    files = {
        "src/kulturspejl/core/few.py": "def is_few(n: int) -> bool:\n    return n < 5\n",
        "tests/core/test_few.py": "from kulturspejl.core.few import is_few\n\n\ndef test_it():\n    assert is_few(3)\n",
        "tests/environment.py": "",
        "pyproject.toml": "[tool.pytest.ini_options]\nmarkers = ['browser', 'postgres', 'slow', 'sweep']\n",
    }
    for name, text in files.items():
        file = tmp_path / "house" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    for name in ("src/kulturspejl/__init__.py", "src/kulturspejl/core/__init__.py"):
        (tmp_path / "house" / name).touch()
    return tmp_path / "house"


def tried(house: Path) -> subprocess.CompletedProcess[str]:
    """The tool in a process of its own, for it forks before anything of Django is set up."""
    words = f"mutate.ROOT, mutate.PARTS = Path({str(house)!r}), ('src', 'tests', 'pyproject.toml')"
    program = f"import sys\nfrom pathlib import Path\nfrom scripts import mutate\n{words}\nsys.exit(mutate.main())"
    command = [sys.executable, "-c", program, "core", "--seed", "1"]
    environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    return subprocess.run(
        command, cwd=mutate.ROOT, env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.slow
def test_what_nobody_notices_is_named_with_its_line(house):
    before = (house / "src/kulturspejl/core/few.py").read_text()
    done = tried(house)
    said = done.stdout
    assert done.returncode == 1, done.stderr
    assert "Seed 1: 5 of 5 mutations of core" in said
    named = [line for line in said.splitlines() if "NOBODY NOTICED" in line]
    assert ["core/few.py:2" in line for line in named] == [True] * 3
    assert [what for what in ("'<' -> '<='", "'5' -> '6'", "'5' -> '4'") if what not in said] == []
    assert "2 of 5 noticed, 40 in a hundred" in said
    assert (house / "src/kulturspejl/core/few.py").read_text() == before, "never in place"


@pytest.mark.slow
def test_where_a_test_fails_already_nothing_is_said_of_a_slip(house):
    (house / "tests/core/test_few.py").write_text("def test_it():\n    assert False\n")
    done = tried(house)
    assert done.returncode == 2
    assert "test_few.py::test_it fails without any mutation" in done.stdout
