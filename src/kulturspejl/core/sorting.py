"""The Danish order of the alphabet, as one key: neither SQLite nor a fresh Debian has the collation."""

_ORDER = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})
"""These three signs stand right after z in Unicode."""


def danish_key(text: str) -> str:
    """A key that sorts æ, ø, å last and in that order, "aa" as å, and capitals as small letters.

    Follows Retskrivningsordbogen's alphabetisation of names; signs other than letters keep their own order.
    """
    return text.casefold().replace("aa", "å").translate(_ORDER)
