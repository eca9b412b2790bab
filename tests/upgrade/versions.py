"""The code of earlier versions, out of the repository's own history, ready to run."""

import subprocess
import sys
import tarfile
import tomllib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LIST = Path(__file__).with_name("versions.toml")
WHAT = ("src", "tests", "hatch_build.py")


@dataclass(frozen=True)
class Version:
    """A state that somebody may be running."""

    version: str
    commit: str

    def __str__(self) -> str:
        return f"{self.version}-{self.commit[:7]}"


def all_versions() -> list[Version]:
    """As tests/upgrade/versions.toml lists them."""
    found = tomllib.loads(LIST.read_text(encoding="utf-8"))["release"]
    return [Version(one["version"], one["commit"]) for one in found]


def git(*words: str) -> subprocess.CompletedProcess[bytes]:
    """In this repository."""
    return subprocess.run(["git", "-C", str(ROOT), *words], capture_output=True, check=False)


def unpack(version: Version, folder: Path) -> Path:
    """Its files, with compiled catalogues; fails with what to run where the history is not here."""
    packed = git("archive", "--format=tar", version.commit, *WHAT)
    if packed.returncode:
        pytest.fail(
            f"The code of {version} is not in this copy of the repository ({packed.stderr.decode().strip()}), so going "
            "back to it cannot be tried. In a shallow clone: git fetch --unshallow. Without git: clone the repository."
        )
    with tarfile.open(fileobj=BytesIO(packed.stdout)) as files:
        files.extractall(folder, filter="data")
    subprocess.run([sys.executable, str(folder / "hatch_build.py")], check=True, capture_output=True)
    return folder
