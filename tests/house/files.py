"""The files that belong to the repository."""

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "kulturspejl"


@cache
def repository_files() -> tuple[Path, ...]:
    """Tracked files, and new ones that are not ignored; in a copy without git, everything but what is made."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    files = (ROOT / name for name in listed.stdout.split("\0") if name)
    return tuple(sorted(file for file in files if file.is_file()))


def text_of(file: Path) -> str | None:
    """The text, or None for pictures and the like."""
    raw = file.read_bytes()
    return None if b"\0" in raw else raw.decode("utf-8")


def name_of(file: Path) -> str:
    """As seen from the root."""
    return file.relative_to(ROOT).as_posix()
