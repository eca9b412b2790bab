"""Write the table of kinds in docs/en/content.md and its twin from what each kind says of itself (core/kinds).

`python -m scripts.kinds`; a test holds both pages to it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from kulturspejl.core.kinds import KINDS
from kulturspejl.core.kinds.base.guide import table

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGES = {"da": DOCS / "da" / "indhold.md", "en": DOCS / "en" / "content.md"}
HEAD = "| `kind` |"


def with_table(page: str, language: str) -> str:
    """The page with the table of today. ValueError where it has none."""
    lines = page.split("\n")
    head = next((place for place, line in enumerate(lines) if line.startswith(HEAD)), None)
    if head is None:
        raise ValueError(f"no line begins with {HEAD}")
    end = lines.index("", head)
    rows = table({kind: (shape.guide, shape.levels) for kind, shape in KINDS.items()}, language)
    return "\n".join([*lines[: head + 2], rows, *lines[end:]])


def main() -> int:
    """Both pages."""
    for language, page in PAGES.items():
        page.write_text(with_table(page.read_text(encoding="utf-8"), language), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
