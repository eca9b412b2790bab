"""Signs that nobody sees, which spreadsheets and chat windows leave in what is copied out of them."""

import re
import unicodedata

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Unicode's Default_Ignorable_Code_Point: drawn as nothing."""
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")

_ALSO_LINE_ENDS = str.maketrans(dict.fromkeys("\x0b\x0c\x1e\x85\u2028\u2029", "\n"))
"""How Word, Outlook and older systems end a line within a paragraph."""


def without_unseen(text: str) -> str:
    """The text without signs that take no room (soft hyphen, U+200B, marks of direction, U+FEFF ...).

    What makes room stays: spaces, tabs and line ends.
    """
    return text if text.isascii() else _UNSEEN.sub("", text)


def plain(text: str) -> str:
    """The text in one form (NFKC: a no-break space is a space, a wide ＠ an @), without unseen signs, trimmed."""
    return without_unseen(unicodedata.normalize("NFKC", without_unseen(text))).strip()


def legible(text: str) -> str:
    """A whole text, its letters in one form (NFC), without unseen signs; of control signs only tab and line ends."""
    return _CONTROLS.sub(" ", without_unseen(unicodedata.normalize("NFC", text)))


def with_line_ends(text: str) -> str:
    """The text with one sign for each way to end a line, where a cell cannot hold lines of its own."""
    return text.translate(_ALSO_LINE_ENDS)


def on_one_line(cell: str) -> str:
    """A cell without line breaks and without room at its ends."""
    cell = cell.strip()
    return " ".join(cell.split()) if "\n" in cell or "\r" in cell or "\t" in cell else cell
