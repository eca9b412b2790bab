"""Facts and a layout to a tagged PDF, with the fonts inside the typesetter alone: the same bytes everywhere.

The typesetter is imported when it is first needed: 7 MB, and many a server sets no page between two starts.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from kulturspejl.drawing.markup import clean

if TYPE_CHECKING:
    import typst

LAYOUTS = Path(__file__).parent / "typst"
_layouts = LAYOUTS
Standard = Literal["ua-1"]
STANDARD: Standard = "ua-1"
UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
"""A report that carries no date of its own gets this one, so that the same facts give the same file."""


def use(folder: Path) -> None:
    """Read layouts from here on from this copy of them: a server's own folder may change under it."""
    global _layouts
    _layouts = folder


def press(layout: str, facts: Mapping[str, Any], *, dated: datetime = UNDATED) -> bytes:
    """PDF/UA-1 from `layout` (a file in typst/) and JSON-ready `facts`, which needs `title` and `lang`.

    Facts reach the layout as data, never as markup, so nobody's name can be read as a command. A letter that
    the inner fonts lack is taken from the machine's; where that fails too the PDF is tagged but promises no
    standard, because PDF/UA-1 forbids a letter without a shape.
    """
    import typst

    facts = readable(facts)
    try:
        return _compile(layout, facts, dated, fonts=inner_fonts(), standard=STANDARD)
    except typst.TypstError as error:
        if "could not be displayed" not in str(error):
            raise
    try:
        return _compile(layout, facts, dated, fonts=all_fonts(), standard=STANDARD)
    except typst.TypstError:
        return _compile(layout, facts, dated, fonts=all_fonts(), standard=None)


def count_pages(layout: str, facts: Mapping[str, Any]) -> int:
    """How many pages `press` would set, without setting them into a file; the layout says it at `<pages>`."""
    import typst

    found: str = typst.query(
        str(_layouts / layout), "<pages>", field="value", one=True, root=str(_layouts), font_paths=inner_fonts(),
        sys_inputs={"facts": json.dumps(readable(facts))},
    )  # fmt: skip
    return int(json.loads(found))


def picture(layout: str, facts: Mapping[str, Any], *, dots_per_inch: float = 144) -> list[bytes]:
    """The same pages as PNG, one a page."""
    import typst

    pages: bytes | list[bytes] = typst.compile(
        str(_layouts / layout), root=str(_layouts), format="png", ppi=dots_per_inch, font_paths=inner_fonts(),
        sys_inputs={"facts": json.dumps(readable(facts))},
    )  # fmt: skip
    return [pages] if isinstance(pages, bytes) else pages


def readable(fact: Any) -> Any:
    """The same facts without control characters, which have no shape in any font."""
    if isinstance(fact, str):
        return clean(fact)
    if isinstance(fact, Mapping):
        return {name: readable(value) for name, value in fact.items()}
    return [readable(value) for value in fact] if isinstance(fact, list) else fact


@lru_cache(maxsize=1)
def inner_fonts() -> "typst.Fonts":
    """Libertinus, New Computer Modern and DejaVu Sans Mono: inside the wheel."""
    import typst

    return typst.Fonts(include_system_fonts=False)


@lru_cache(maxsize=1)
def all_fonts() -> "typst.Fonts":
    """The machine's fonts too."""
    import typst

    return typst.Fonts(include_system_fonts=True)


def _compile(
    layout: str, facts: Mapping[str, Any], dated: datetime, *, fonts: "typst.Fonts", standard: Standard | None
) -> bytes:
    import typst

    pdf: bytes = typst.compile(
        str(_layouts / layout), root=str(_layouts), format="pdf", font_paths=fonts, pdf_standards=standard,
        timestamp=dated, sys_inputs={"facts": json.dumps(facts)},
    )  # fmt: skip
    return pdf
