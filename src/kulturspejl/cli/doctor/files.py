"""Folders: may they be written, who else may read them, how much room is left, and on what disk the keys lie."""

import os
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from kulturspejl.actions import proof as proving
from kulturspejl.cli.doctor.finding import Finding, fault, ok, warning
from kulturspejl.core.writing.numbers import decimal
from kulturspejl.library import slides as own_slides
from kulturspejl.vault import proof
from kulturspejl.web import private

LITTLE, FAR_TOO_LITTLE = 500_000_000, 50_000_000
GOOD_FOR_KEYS = {"ext3", "ext4", "xfs"}


def folders() -> Iterator[Finding]:
    """Written to and read back, as the program itself does."""
    var = Path(settings.KULTURSPEJL_VAR)
    if not os.access(var, os.W_OK | os.X_OK):
        yield fault("folder", f"{var} cannot be written to by this user.", "Run as the program's own user.")
    else:
        yield ok("folder", str(var))
    keys = Path(settings.KULTURSPEJL_KEYS)
    try:
        proof.write_one()
    except OSError as error:
        yield fault(
            "keys folder", f"{keys} cannot be written to ({error.strerror or error}).",
            "A round cannot be opened without it. Set KULTURSPEJL_KEYS to a folder of the program's own user.",
        )  # fmt: skip
    else:
        yield _disk_of_keys(keys)
    yield _privacy(var, keys)


def _disk_of_keys(keys: Path) -> Finding:
    kind = _kind_of_disk(keys)
    if kind and kind not in GOOD_FOR_KEYS:
        return warning(
            "keys folder", f"{keys} lies on {kind}, which may keep old keys.",
            "Give it a small ext4 or XFS of its own: docs/en/server.md, The keys of open rounds.",
        )  # fmt: skip
    return ok("keys folder", f"{keys}{kind and f', on {kind}'}")


def _kind_of_disk(folder: Path) -> str:
    """ext4, btrfs, …; "" where the machine does not say."""
    best, kind = "", ""
    try:
        lines = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    for line in lines:
        _device, place, found, *_rest = line.split(" ")
        place = place.replace("\\040", " ")
        if (folder.is_relative_to(place)) and len(place) >= len(best):
            best, kind = place, found
    return kind


def _privacy(var: Path, keys: Path) -> Finding:
    still = [said for folder in (var, keys) if (said := private.close(folder))]
    if still:
        return warning("privacy", " ".join(still), "")
    return ok("privacy", "nobody but the program's own user can read the folders.")


def space() -> Iterator[Finding]:
    """What is left for this user, on each disk once."""
    for folder in _one_a_disk([Path(settings.KULTURSPEJL_VAR), Path(settings.KULTURSPEJL_KEYS)]):
        left = proving.free(folder)
        said = f"{decimal(left / 1e9, 'en')} GB left at {folder}."
        if left < FAR_TOO_LITTLE:
            yield fault(
                "disk", said, "Answers will soon be refused. Make room, or move the folder to a larger disk."
            )
        elif left < LITTLE:
            yield warning("disk", said, "Make room soon.")
        else:
            yield ok("disk", said)


def slides() -> Iterator[Finding]:
    """Whether a facilitator's own file can be read in a process that reaches nothing; else none is read."""
    if own_slides.can_read():
        yield ok("slides", "own slides are read in a closed process.")
    else:
        yield warning("slides", "this system cannot close a process in, so no own slides are taken.", "")


def _one_a_disk(folders: list[Path]) -> list[Path]:
    seen: dict[int, Path] = {}
    for folder in folders:
        if folder.exists():
            seen.setdefault(folder.stat().st_dev, folder)
    return list(seen.values())
