"""What the page of roles shows: kept in a file, so that the store knows nothing of demos."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from django.conf import settings


@dataclass(frozen=True)
class Part:
    """Somebody one can be."""

    key: str
    name: str
    email: str
    place: str


@dataclass(frozen=True)
class Guide:
    """Who one can be, and long codes of cards that nobody has answered with yet."""

    parts: tuple[Part, ...]
    cards: tuple[str, ...]
    card_unit: str


def keep(guide: Guide) -> None:
    """Write the file."""
    _file().write_text(json.dumps(asdict(guide), ensure_ascii=False), encoding="utf-8")


def read() -> Guide | None:
    """The guide, or None where this is no demo or it has not been loaded."""
    if not settings.KULTURSPEJL_DEMO or not _file().is_file():
        return None
    found = json.loads(_file().read_text(encoding="utf-8"))
    return Guide(tuple(Part(**part) for part in found["parts"]), tuple(found["cards"]), found["card_unit"])


def _file() -> Path:
    return Path(settings.KULTURSPEJL_VAR) / "demo.json"
