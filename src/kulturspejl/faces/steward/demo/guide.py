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
    """Who one can be, long codes of cards that nobody has answered with yet, and the page of one who is on a course."""

    parts: tuple[Part, ...]
    cards: tuple[str, ...]
    card_unit: str
    course_name: str = ""
    course_path: str = ""


def keep(guide: Guide) -> None:
    """Write the file."""
    _file().write_text(json.dumps(asdict(guide), ensure_ascii=False), encoding="utf-8")


def read() -> Guide | None:
    """The guide, or None where this is no demo or it has not been loaded."""
    if not settings.KULTURSPEJL_DEMO or not _file().is_file():
        return None
    found = json.loads(_file().read_text(encoding="utf-8"))
    parts, cards = tuple(Part(**part) for part in found.pop("parts")), tuple(found.pop("cards"))
    return Guide(parts, cards, **found)


def _file() -> Path:
    return Path(settings.KULTURSPEJL_VAR) / "demo.json"
