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
class Pile:
    """Long codes of a unit's cards that nobody has answered with yet; `what` is what they ask."""

    unit: str
    what: str
    cards: tuple[str, ...]


@dataclass(frozen=True)
class Guide:
    """Who one can be, cards to answer with, and the page of one who is on a course."""

    parts: tuple[Part, ...]
    piles: tuple[Pile, ...]
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
    # The file of a demo that was made before there were several has none: its cards are in its mails.
    piles = (Pile(one["unit"], one["what"], tuple(one["cards"])) for one in found.get("piles", ()))
    return Guide(
        tuple(Part(**part) for part in found["parts"]), tuple(piles), found.get("course_name", ""),
        found.get("course_path", ""),
    )  # fmt: skip


def _file() -> Path:
    return Path(settings.KULTURSPEJL_VAR) / "demo.json"
