"""What has been played of the half-year: its stops, whom one can be at each, and the page that they look at."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from kulturspejl.core.text import Text
from kulturspejl.faces.shared import played

FILM = "stops.json"
Words = dict[str, str]
"""A text by language, as the file has it."""


@dataclass(frozen=True)
class Look:
    """The page of one person: who, what to look for, where it is, and whose account it takes ("" for none).

    Without a `path` there is nothing yet for them, and `see` says why.
    """

    who: str
    name: str
    see: Words
    path: str = ""
    account: str = ""

    @property
    def says(self) -> Text:
        """What to look for."""
        return Text(**self.see)


@dataclass(frozen=True)
class Stop:
    """One stop: what has happened by then, the moment at which the clock stands, and who can be looked over the
    shoulder."""

    id: str
    moment: str
    title: Words
    told: Words
    looks: tuple[Look, ...]

    @property
    def name(self) -> Text:
        """Its title."""
        return Text(**self.title)

    @property
    def story(self) -> Text:
        """What happened."""
        return Text(**self.told)

    @property
    def day(self) -> datetime:
        """When it is."""
        return datetime.fromisoformat(self.moment)


@dataclass(frozen=True)
class Film:
    """All of it; `made_by` says of which version and tables the stores are."""

    made_by: str
    stops: tuple[Stop, ...]

    def stop(self, id: str) -> Stop | None:
        """The one of that name."""
        return next((one for one in self.stops if one.id == id), None)


def folder_of(stop: str) -> Path:
    """Where the store of a stop lies."""
    return played.folder() / "stops" / stop


def keep(film: Film, file: Path) -> None:
    """Write it to the file."""
    played.write(file, json.dumps(asdict(film), ensure_ascii=False))


def read() -> Film | None:
    """What has been played; None where nothing has, or an earlier version did."""
    try:
        raw = json.loads((played.folder() / FILM).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    stops = [
        Stop(**{**one, "looks": tuple(Look(**look) for look in one["looks"])}) for one in raw["stops"]
    ]
    return Film(raw["made_by"], tuple(stops))
