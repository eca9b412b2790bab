"""A page that a ring carries, in parts: whoever has a part already gets its key alone.

A late page is mostly what stood there before. What a phone has is what this very stream has brought it, so the server
keeps one small list a page, and no page. A phone that has something else after all sees it by the key, and asks.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kulturspejl.live.frames import in_lines

Keys = Mapping[str, str]
"""The key of each region by its name."""
SAME = '<i hidden data-same="{}"></i>'
"""The regions that a phone has already: name, key, name, key. device/live.js reads it."""


@dataclass(frozen=True)
class Part:
    """A region with its name and key, or with neither what stands between two."""

    text: str
    name: str = ""
    key: str = ""

    @cached_property
    def lines(self) -> bytes:
        """As it goes over the wire; made once for all who get it."""
        return in_lines(self.text)


@dataclass(frozen=True, eq=False)
class Page:
    """All parts of somebody's page, in order."""

    parts: Sequence[Part]

    @cached_property
    def keys(self) -> Keys:
        """What whoever has got it has."""
        return {part.name: part.key for part in self.parts if part.name}

    @property
    def text(self) -> str:
        """The whole page."""
        return "".join(part.text for part in self.parts)

    def lines(self, known: Keys | None) -> bytes:
        """What somebody needs who has these regions already; None for whoever has none."""
        if known is None:
            return b"".join(part.lines for part in self.parts)
        same: list[str] = []
        told: list[bytes] = []
        for part in self.parts:
            if part.name and known.get(part.name) == part.key:
                same += part.name, part.key
            elif not part.text.isspace():
                told.append(part.lines)
        return b"".join([*told, SAME.format(" ".join(same)).encode()])
