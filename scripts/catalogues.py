"""Which texts each room shows, and what its catalogues say. Needs Babel and Django, no gettext programs."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "kulturspejl"
LANGUAGE = "da"
"""What the code does not carry itself: pages are written in English, and `Text` in English and Danish."""
KEYWORDS: dict[str, tuple | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
MAY_SAY = re.compile(r"\b(?:_|\w*gettext\w*)\s*\(")
"""What a file of code without a text does not hold: reading it is quicker than taking it apart."""
PLACEHOLDER = re.compile(r"%\(\w+\)[sdf]|%[sdf]|(?<!\{)\{\w*\}(?!\})")


def room_of(file: Path) -> Path:
    """faces/<face> for a face, else the top folder: each room carries its own catalogue."""
    parts = file.relative_to(SOURCE).parts
    return SOURCE.joinpath(*parts[: 2 if parts[0] == "faces" else 1])


def sources() -> dict[Path, list[Path]]:
    """The Python files and templates of each room."""
    found: dict[Path, list[Path]] = {}
    for file in sorted([*SOURCE.rglob("*.py"), *SOURCE.rglob("templates/**/*")]):
        if file.is_file() and len(file.relative_to(SOURCE).parts) > 1 and "locale" not in file.parts:
            found.setdefault(room_of(file), []).append(file)
    return found


def pythonic(file: Path) -> str:
    """A template as the Python that Django makes of it; indentation means nothing there."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".py":
        return text
    return "\n".join(line.strip() for line in templatize(text, origin=str(file)).splitlines())


def texts_in(file: Path) -> Iterator[tuple[str | tuple[str, ...], str | None, int]]:
    """Each English text of a file: id (with its plural), context, line."""
    if file.suffix == ".py" and not MAY_SAY.search(pythonic(file)):
        return
    for line, message, _comments, context in extract("python", BytesIO(pythonic(file).encode()), KEYWORDS):
        yield message, context, line


def said_in(file: Path) -> Iterator[str]:
    """The English of each `Text` of a file: what a language beside Danish and English needs words for."""
    calls = (node for node in ast.walk(ast.parse(pythonic(file))) if isinstance(node, ast.Call))
    for call in calls:
        if isinstance(call.func, ast.Name) and call.func.id == "Text":
            given = {one.arg: one.value for one in call.keywords}
            english = given.get("en", call.args[1] if len(call.args) > 1 else None)
            if isinstance(english, ast.Constant) and isinstance(english.value, str) and english.value:
                yield english.value


def texts_of(files: list[Path], language: str = LANGUAGE) -> Catalog:
    """Every text of a room that is not in `language` yet by the code itself."""
    catalogue = Catalog(locale=language)
    for file in files:
        place = [(file.relative_to(ROOT).as_posix(), 0)]
        for message, context, _line in texts_in(file):
            catalogue.add(message, context=context, locations=place)
        if language != LANGUAGE and file.suffix == ".py":
            for message in said_in(file):
                catalogue.add(message, locations=place)
    return catalogue


def po_file(room: Path, language: str = LANGUAGE) -> Path:
    """Where a room's words of a language stand."""
    return room / "locale" / language / "LC_MESSAGES" / "django.po"


def catalogue_of(room: Path, language: str = LANGUAGE) -> Catalog:
    """A room's words of a language; empty where there are none yet."""
    file = po_file(room, language)
    if not file.exists():
        return Catalog(locale=language)
    with file.open("rb") as opened:
        return read_po(opened, locale=language)


def write(room: Path, catalogue: Catalog, language: str = LANGUAGE) -> None:
    """A room's words of a language, in the order of the English, with the files where each text stands."""
    file = po_file(room, language)
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as opened:
        write_po(opened, catalogue, width=100, sort_output=True, include_lineno=False, ignore_obsolete=False)


def key_of(message: Message) -> tuple[str | None, str]:
    """What makes two messages the same."""
    single = message.id if isinstance(message.id, str) else message.id[0]
    return message.context, single


def messages(catalogue: Catalog) -> dict[tuple[str | None, str], Message]:
    """Without the header."""
    return {key_of(message): message for message in catalogue if message.id}


def forms(value: str | tuple[str, ...] | list[str] | None) -> list[str]:
    """A text, or its singular and plural, as a list; nothing yet is one empty text."""
    return [value or ""] if value is None or isinstance(value, str) else list(value) or [""]


def placeholders(text: str) -> list[str]:
    """What is put into a text later: %(n)s, %s, {unit}."""
    return sorted(PLACEHOLDER.findall(text.replace("%%", "")))
