"""Private from the first byte: what the program makes its own user alone can read, and what it finds is made so."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

OTHERS = 0o077
"""The bits by which anybody but the owner may read, write or enter."""

MOST_NAMED = 3


def begin() -> None:
    """From here on this process makes files and folders for its own user alone, whatever the shell had set."""
    os.umask(OTHERS)


def is_everybodys(folder: Path) -> bool:
    """Whether it is a place such as /tmp, which others use too: it must not be closed to them."""
    return folder == Path("/") or (folder.is_dir() and bool(folder.stat().st_mode & stat.S_ISVTX))


def close(folder: Path) -> str:
    """Take the folder and all in it from everybody but its owner; "" or a sentence about what stayed open."""
    open_still = [str(path) for path in _open_to_others(folder) if not _closed(path)]
    if not open_still:
        return ""
    more = f" and {len(open_still) - MOST_NAMED} more" if len(open_still) > MOST_NAMED else ""
    return (
        f"Other users of this machine can read {', '.join(open_still[:MOST_NAMED])}{more}, and this user may not "
        f"change that. Run once as root: chmod -R go= {folder}"
    )


def _open_to_others(folder: Path) -> Iterator[Path]:
    for path in (folder, *_inside(folder)):
        try:
            mode = path.lstat().st_mode
        except FileNotFoundError:
            # Gone meanwhile: another process of the instance is at work.
            continue
        if mode & OTHERS and not stat.S_ISLNK(mode):
            yield path


def _inside(folder: Path) -> Iterator[Path]:
    for where, folders, files in os.walk(folder):
        yield from (Path(where) / name for name in (*folders, *files))


def _closed(path: Path) -> bool:
    try:
        path.chmod(stat.S_IMODE(path.lstat().st_mode) & ~OTHERS)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return not path.lstat().st_mode & OTHERS
