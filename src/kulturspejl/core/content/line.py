"""Words that stand on one line: a name in a letter's subject, a heading, a list."""

import unicodedata

_NOT_TEXT = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_JOINERS = "\u200c\u200d"
"""Emoji and some scripts are written with them; they turn nothing around."""
_BLANK = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters and signs by their category, and empty to the eye: somebody could stand in a list and not be seen."""


def one_line(words: str) -> str:
    """`words` without line breaks, control characters and marks that turn the direction of what follows.

    A break becomes a space, and several spaces one, so that no header, no column and no other name is touched. What
    nobody could see is no word.
    """
    kept = (
        " " if mark.isspace() or mark in _BLANK else mark
        for mark in words
        if mark.isspace() or mark in _JOINERS or unicodedata.category(mark) not in _NOT_TEXT
    )
    return " ".join(word for word in "".join(kept).split() if any(map(_is_seen, word)))


def _is_seen(mark: str) -> bool:
    """Whether it can be seen by itself: joiners, accents and marks that choose a form need another sign."""
    return mark not in _JOINERS and not unicodedata.category(mark).startswith("M")


def several_lines(words: str) -> str:
    """The same for a note: its lines stay, each of them clean, with at most one empty line between two."""
    lines = [one_line(line) for line in words.replace("\r\n", "\n").splitlines()]
    kept = [line for before, line in zip(["", *lines], lines, strict=False) if line or before]
    return "\n".join(kept).strip()
