"""Parts of any kind, made without a file."""

from typing import Any

from kulturspejl.core import kinds
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import Text

LABEL = Text("Del", "Part")


def some(
    kind: str, picture: str = "", visibility: Visibility = Visibility.AGGREGATE, role: str = "", **shape: Any
) -> Part:
    """A part called "p"; `shape` is what its kind holds."""
    drawn = kinds.PICTURES[picture][0] if picture else None
    return Part("p", LABEL, visibility, drawn, role, shape=kinds.KINDS[kind](**shape))
