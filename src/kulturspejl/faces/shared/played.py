"""Which stop of the half-year a demo shows, and how far its clock is moved for that; nothing outside a demo.

Kept in files beside the store, because the store itself is exchanged for that of another stop.
"""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings

from kulturspejl.core.text import Text

FOLDER, AT, CLOCK, LOCK = "half_year", "at.json", "clock", "making.lock"
"""`LOCK` is held by the process that plays it, for as long as it does."""
EARLIER = {"station": "id"}


@dataclass(frozen=True)
class Shown:
    """The stop that everybody sees; `seconds` is how far the clock is from the real one, `moment` where it began."""

    id: str
    title: dict[str, str]
    moment: str
    seconds: float

    @property
    def name(self) -> Text:
        """The title in every language."""
        return Text(**self.title)

    @property
    def day(self) -> datetime:
        """The day and hour at which the stop was opened."""
        return datetime.fromisoformat(self.moment)


def folder() -> Path:
    """Where the half-year lies, made or not."""
    return Path(settings.KULTURSPEJL_VAR) / FOLDER


def shown() -> Shown | None:
    """The stop that is shown; None where the demo stands in the present."""
    if not settings.KULTURSPEJL_DEMO:
        return None
    try:
        raw = json.loads((folder() / AT).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    # An earlier version called the stop by another word; its demo must find back to the present all the same.
    return Shown(**{EARLIER.get(name, name): value for name, value in raw.items()})


def seconds() -> float:
    """How far the clock is moved, in seconds."""
    if not settings.KULTURSPEJL_DEMO:
        return 0.0
    try:
        return float((folder() / CLOCK).read_text(encoding="ascii"))
    except FileNotFoundError:
        return 0.0


def keep(shown: Shown) -> None:
    """From now on this stop is shown; on disk before the store is exchanged."""
    write(folder() / AT, json.dumps(asdict(shown), ensure_ascii=False))


def move_clock(by: float) -> None:
    """Move the clock so far from the real one, for every page and job."""
    write(folder() / CLOCK, str(by))


def forget() -> None:
    """The present again."""
    for name in (CLOCK, AT):
        (folder() / name).unlink(missing_ok=True)


def write(file: Path, words: str) -> None:
    """The whole file or the one before: a page that reads it meanwhile never finds half of it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f"{file.name}.new")
    fresh.write_text(words, encoding="utf-8")
    fresh.replace(file)
