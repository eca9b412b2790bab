"""Scripts and styles as they are sent: without comments and spacing, which are for whoever reads the source."""

import re
from collections.abc import Iterator
from typing import Any

from django.contrib.staticfiles.finders import find
from django.core.files.base import ContentFile, File
from whitenoise.storage import CompressedManifestStaticFilesStorage

from kulturspejl.web.joined import is_page, joined

_IN_SCRIPTS = re.compile(r"^[ \t]*//[^\n]*\n", re.MULTILINE)
_INDENTED = re.compile(r"^[ \t]+", re.MULTILINE)
_IN_STYLES = re.compile(r"/\*.*?\*/[ \t]*\n?", re.DOTALL)
_QUOTED = re.compile(r"""("[^"]*"|'[^']*')""")
_AROUND = re.compile(r"\s*([{};])\s*|([:,])\s+")
"""Space that a style does not need. Before a colon it means something: "p :first-child" is not "p:first-child"."""


def as_sent(name: str, text: str) -> str:
    """The text of a script without its lines of comment, of a style without comments and spacing; others as they are.

    No script that is sent has a text of several lines within backticks, whose indentation would mean something.
    """
    if name.endswith(".js"):
        return _INDENTED.sub("", _IN_SCRIPTS.sub("", text))
    return _close(_IN_STYLES.sub("", text)) if name.endswith(".css") else text


def _close(style: str) -> str:
    """A style without spacing, but for what stands in quotes: every second piece."""
    pieces = _QUOTED.split(style)
    return "".join(piece if at % 2 else _AROUND.sub(r"\1\2", piece) for at, piece in enumerate(pieces)).strip()


class _Joined:
    """Where a page's script or style is read from: with all that it imports, so that its name's mark is of that."""

    def open(self, name: str, _mode: str = "rb") -> "ContentFile[bytes]":
        """The whole of it."""
        return ContentFile(joined(name, _source).encode())


class StaticStorage(CompressedManifestStaticFilesStorage):
    """Names with the mark of what is in them, compressed, and short."""

    def post_process(self, paths: dict[str, Any], *words: Any, **named: Any) -> Iterator[Any]:
        """What a page needs is one file."""
        from_where = {name: (_Joined(), name) if is_page(name) else found for name, found in paths.items()}
        yield from super().post_process(from_where, *words, **named)

    def _save(self, name: str, content: "File[Any]") -> str:
        if not name.endswith((".js", ".css")):
            return str(super()._save(name, content))
        content.seek(0)  # Its hash has been made of it already.
        words = content.read()
        text = words.decode() if isinstance(words, bytes) else words
        return str(super()._save(name, ContentFile(as_sent(name, text).encode())))


def _source(name: str) -> str:
    """What stands in a face's own file."""
    found = find(name)
    if found is None:
        raise FileNotFoundError(name)
    with open(found, encoding="utf-8") as file:
        return file.read()
