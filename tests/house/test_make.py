"""The ways in: make, the continuous check, and a package that installs without make."""

import os
import re
import subprocess
import sys
import zipfile

import pytest

from tests.house.files import ROOT

GOALS = {"help", "install", "demo", "test", "check", "sweep", "bench", "locks", "clean"}


def make(*words: str) -> str:
    done = subprocess.run(["make", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_make_alone_lists_what_can_be_done():
    assert make() == make("help")
    listed = set(re.findall(r"^  make (\w+)  +\S", make("help"), re.MULTILINE))
    assert listed >= GOALS


def test_the_continuous_check_is_make_test():
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert re.search(r"^exec make .*\btest\b", script.read_text(encoding="utf-8"), re.MULTILINE)


def test_the_runner_speaks_last():
    lines = make("--dry-run", "--no-print-directory", "test").strip().splitlines()
    assert "-m pytest" in lines[-1]


def test_the_quick_check_leaves_out_what_takes_long():
    lines = make("--dry-run", "--no-print-directory", "check")
    assert '-m "not browser and not postgres and not slow"' in lines


def collected(*words: str) -> list[str]:
    """The names of what would run of one file in which a test is two, a tenth and the whole."""
    file = "tests/core/disclosure/test_greedy.py"
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", *words, file],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [line for line in done.stdout.splitlines() if "::" in line]


@pytest.mark.slow
def test_a_big_variant_runs_where_it_is_named_and_nowhere_else():
    for words in ([], ["-m", "not browser"], ["-k", "combination"]):
        names = collected(*words)
        assert any(name.endswith("[tenth]") for name in names)
        assert not [name for name in names if name.endswith("[whole]")]
    names = collected("-m", "sweep")
    assert names
    assert all(name.endswith("[whole]") for name in names)


def test_a_sweep_is_tried_again_by_its_seed():
    lines = make("--dry-run", "sweep", "SEED=7", "ARGS=-x")
    assert "Seed 7" in lines
    assert re.search(r"^KULTURSPEJL_TEST_SEED=7 .* -m sweep --hypothesis-seed=7 -x$", lines, re.MULTILINE)
    drawn = [re.search(r"--hypothesis-seed=(\d+)", make("--dry-run", "sweep")).group(1) for _ in range(2)]
    assert drawn[0] != drawn[1]


def run_script(name: str, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", str(ROOT / "scripts" / name), *words],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def program(folder, name: str, text: str):
    """A shell script that stands for another program."""
    file = folder / name
    file.write_text(f"#!/bin/sh\n{text}\n")
    file.chmod(0o755)
    return file


def only_these(tmp_path, *names: str):
    """A folder for PATH with a few of the system's programs."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in names:
        (folder / name).symlink_to(f"/usr/bin/{name}")
    return folder


def test_without_a_new_enough_python_one_sentence_says_so(tmp_path):
    folder = only_these(tmp_path, "id")
    program(folder, "python3", "exit 1")
    done = run_script("venv.sh", str(tmp_path / "venv"), PATH=str(folder))
    assert done.returncode == 1
    assert "Python 3.11 or newer" in done.stderr


def test_without_venv_and_without_being_root_the_one_command_is_said(tmp_path):
    folder = only_these(tmp_path)
    program(folder, "id", "echo 1000")
    program(
        folder,
        "python3",
        'case "$2" in *version_info*print*|*print*) echo 3.12;; *ensurepip*) exit 1;; *) exit 0;; esac',
    )
    done = run_script("venv.sh", str(tmp_path / "venv"), PATH=str(folder))
    assert done.returncode == 1
    assert "sudo apt-get install python3.12-venv" in done.stderr


def test_ubuntus_stub_is_no_chromium(tmp_path):
    folder = only_these(tmp_path, "head", "grep", "dirname", "id")
    program(folder, "chromium-browser", "exec /snap/bin/chromium")
    done = run_script("chromium.sh", PATH=str(folder), HOME=str(tmp_path))
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("chromium\n") == 1


def test_a_chromium_of_playwrights_own_is_found(tmp_path):
    folder = only_these(tmp_path, "head", "grep", "dirname", "id")
    place = tmp_path / ".cache" / "ms-playwright" / "chromium-1200" / "chrome-linux64"
    place.mkdir(parents=True)
    own = program(place, "chrome", "exit 0")
    done = run_script("chromium.sh", PATH=str(folder), HOME=str(tmp_path))
    assert done.stdout == f"{own}\n"


def test_the_one_without_windows_goes_before_the_one_with_them(tmp_path):
    folder = only_these(tmp_path, "head", "grep", "dirname", "id")
    program(folder, "chromium", "exit 0")
    shell = program(folder, "chromium-headless-shell", "exit 0")
    done = run_script("chromium.sh", PATH=str(folder), HOME=str(tmp_path))
    assert done.stdout == f"{shell}\n"


def test_a_named_chromium_goes_first_and_must_exist(tmp_path):
    mine = program(tmp_path, "mine", "exit 0")
    assert (
        run_script("chromium.sh", PATH="/usr/bin:/bin", KULTURSPEJL_CHROMIUM=str(mine)).stdout == f"{mine}\n"
    )
    wrong = run_script("chromium.sh", PATH="/usr/bin:/bin", KULTURSPEJL_CHROMIUM=str(tmp_path / "none"))
    assert wrong.returncode == 1
    assert "is not a program" in wrong.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> set[str]:
    """The names in a freshly built package."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--no-build-isolation",
    ]
    subprocess.run([*command, "--wheel-dir", str(folder), str(ROOT)], check=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as package:
        return set(package.namelist())


@pytest.mark.slow
def test_the_package_carries_content_pages_and_danish(wheel):
    source = ROOT / "src"
    kinds = ["content/**/*.toml", "faces/**/templates/**/*.html", "faces/**/static/**/*.*"]
    wanted = {
        file.relative_to(source).as_posix() for kind in kinds for file in source.glob(f"kulturspejl/{kind}")
    }
    catalogues = {
        file.relative_to(source).with_suffix(".mo").as_posix()
        for file in source.glob("kulturspejl/**/LC_MESSAGES/*.po")
    }
    assert wanted
    assert catalogues
    assert (wanted | catalogues) - wheel == set()


@pytest.mark.slow
def test_the_package_carries_licences_and_no_tests(wheel):
    assert any(name.endswith("licenses/LICENSE") for name in wheel)
    assert any(name.endswith("licenses/LICENSE-CONTENT") for name in wheel)
    assert not [name for name in wheel if name.startswith(("tests/", "scripts/"))]


def test_a_python_that_is_too_old_is_told_and_no_other_taken_in_its_place(tmp_path):
    old = tmp_path / "python3.10"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    command = ["sh", str(ROOT / "scripts" / "venv.sh"), str(tmp_path / "venv")]
    done = subprocess.run(command, env=os.environ | {"PYTHON": str(old)}, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f"PYTHON={old} is no Python 3.11" in done.stderr
    assert not (tmp_path / "venv").exists()
