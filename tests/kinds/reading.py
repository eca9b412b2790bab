"""Parts read from a table, as they stand in TOML; each kind's smallest row stands in its own test."""

from importlib import import_module
from typing import Any

from kulturspejl.core.content.parse_part import parse_part
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.text import Text
from kulturspejl.core.toml.faults import Fault
from kulturspejl.core.toml.table import Table

Row = dict[str, Any]


def words(of: str) -> dict[str, str]:
    """A text as TOML has it."""
    return {"da": f"da {of}", "en": f"en {of}"}


def text(of: str) -> Text:
    """The same as a text."""
    return Text(**words(of))


def named(*ids: str, **more: Any) -> list[Row]:
    """Rows with these ids."""
    return [{"id": id, "label": words(id), **more} for id in ids]


ENDS = {"low": words("low"), "high": words("high")}


def row_of(kind: str, picture: str = "", **more: Any) -> Row:
    """A row of the kind, as small as may be; with what the picture needs."""
    own = import_module(f"tests.kinds.test_{kind}")
    fitting = getattr(own, "FOR_PICTURES", {}).get(picture, {})
    shown = {"picture": picture} if picture else {}
    values = {"id": "p", "kind": kind, "label": words("p"), "visibility": "V0", **own.ROW, **shown, **fitting, **more}
    return {name: value for name, value in values.items() if value is not None}


def parsed(kind: str, picture: str = "", **more: Any) -> tuple[Part, list[Fault]]:
    """The part of such a row, and what is wrong with it. None leaves a key out."""
    faults: list[Fault] = []
    return parse_part(Table(row_of(kind, picture, **more), "f", "part", faults)), faults


def good(kind: str, picture: str = "", **more: Any) -> Part:
    """The part of a row without a fault."""
    made, faults = parsed(kind, picture, **more)
    assert faults == []
    return made


def shape(kind: str, **more: Any) -> Any:
    """What it holds."""
    return good(kind, **more).shape


def keys(kind: str, picture: str = "", **more: Any) -> set[str]:
    """The keys at fault."""
    return {fault.key.removeprefix("part.") for fault in parsed(kind, picture, **more)[1]}
