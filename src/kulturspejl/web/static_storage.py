"""Scripts and styles as they are sent: without comments and indentation, which are for whoever reads the source."""

import re
from typing import Any

from django.core.files.base import ContentFile, File
from whitenoise.storage import CompressedManifestStaticFilesStorage

_IN_SCRIPTS = re.compile(r"^[ \t]*//[^\n]*\n", re.MULTILINE)
_INDENTED = re.compile(r"^[ \t]+", re.MULTILINE)
_IN_STYLES = re.compile(r"/\*.*?\*/[ \t]*\n?", re.DOTALL)


def as_sent(name: str, text: str) -> str:
    """The text of a script without its lines of comment, of a style without its comments; others as they are.

    No script that is sent has a text of several lines within backticks, whose indentation would mean something.
    """
    if name.endswith(".js"):
        return _INDENTED.sub("", _IN_SCRIPTS.sub("", text))
    return _INDENTED.sub("", _IN_STYLES.sub("", text)) if name.endswith(".css") else text


class StaticStorage(CompressedManifestStaticFilesStorage):
    """Names with the mark of what is in them, compressed, and short."""

    def _save(self, name: str, content: "File[Any]") -> str:
        if not name.endswith((".js", ".css")):
            return str(super()._save(name, content))
        content.seek(0)  # Its hash has been made of it already.
        words = content.read()
        text = words.decode() if isinstance(words, bytes) else words
        return str(super()._save(name, ContentFile(as_sent(name, text).encode())))
