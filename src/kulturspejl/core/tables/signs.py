"""Signs that nobody sees, which spreadsheets and chat windows leave in what is copied out of them."""

import unicodedata

_UNSEEN = {0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x3164, 0xFFA0}
"""Letters and marks that are drawn as nothing (Unicode's Default_Ignorable_Code_Point outside category Cf)."""
_VARIANTS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))


def without_unseen(text: str) -> str:
    """The text without signs that take no room (soft hyphen, U+200B, marks of direction, U+FEFF ...).

    What makes room stays: spaces, tabs and line ends.
    """
    return text if text.isascii() else "".join(sign for sign in text if not _is_unseen(sign))


def plain(text: str) -> str:
    """The text in one form (NFKC: a no-break space is a space, a wide ＠ an @), without unseen signs, trimmed."""
    return without_unseen(unicodedata.normalize("NFKC", without_unseen(text))).strip()


def _is_unseen(sign: str) -> bool:
    code = ord(sign)
    return unicodedata.category(sign) == "Cf" or code in _UNSEEN or any(code in variants for variants in _VARIANTS)
