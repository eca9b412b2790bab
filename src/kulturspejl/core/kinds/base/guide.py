"""A kind in the words of docs/en/content.md: one row of the table of what may be filled in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import Text
from kulturspejl.core.writing.listing import OR, listed


@dataclass(frozen=True)
class Guide:
    """What the kind `holds`, and how it may be `shown`."""

    holds: Text
    shown: Text

    def row(self, kind: str, levels: Sequence[Visibility], language: str) -> str:
        """Its row: kind, what it holds, on which levels, and its pictures."""
        at = listed([str(level) for level in levels], language, OR)
        return f"| `{kind}` | {self.holds.into(language)} | {at} | {self.shown.into(language)} |"


def table(rows: Mapping[str, tuple[Guide, Sequence[Visibility]]], language: str) -> str:
    """All rows, one a line."""
    return "\n".join(guide.row(kind, levels, language) for kind, (guide, levels) in rows.items())
