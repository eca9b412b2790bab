"""Words that stand on one line: a name in a letter's subject, a heading, a list."""

import re
import unicodedata

_NOT_TEXT = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_JOINERS = "\u200c\u200d"
_IDLE = re.compile(f"(?<![^\\x00-\\x7f{_JOINERS} ])[{_JOINERS}]|[{_JOINERS}](?![^\\x00-\\x7f{_JOINERS} ])")
"""Emoji and some scripts are written with joiners; beside our letters they join nothing, and nobody sees them."""
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and symbols that are drawn as nothing."""


def one_line(words: str) -> str:
    """`words` without line breaks, control characters and marks that turn the direction of what follows.

    A break becomes a space, and several spaces one, so that no header, no column and no other name is touched. Letters
    are in one form (NFC), and what only looks empty is empty.
    """
    if words.isascii() and words.isprintable():
        return " ".join(words.split())
    kept = (
        " " if mark.isspace() or mark in _BLANK else mark
        for mark in unicodedata.normalize("NFC", words)
        if mark.isspace() or mark in _JOINERS or unicodedata.category(mark) not in _NOT_TEXT
    )
    seen = (word for word in _IDLE.sub("", "".join(kept)).split() if any(map(_is_seen, word)))
    return unicodedata.normalize("NFC", " ".join(seen))


def _is_seen(mark: str) -> bool:
    """Whether it can be seen by itself: joiners, accents and marks that choose a form need another sign."""
    return mark not in _JOINERS and not unicodedata.category(mark).startswith("M")


def several_lines(words: str) -> str:
    """The same for a note: its lines stay, each of them clean, with at most one empty line between two."""
    lines = [one_line(line) for line in words.replace("\r\n", "\n").splitlines()]
    kept = [line for before, line in zip(["", *lines], lines, strict=False) if line or before]
    return "\n".join(kept).strip()
