"""Names of files made of people's words, with every letter of theirs."""

import re
import unicodedata

LONGEST = 80
_TAKEN = re.compile(r"con|prn|aux|nul|(com|lpt)\d")
"""Names that Windows keeps for itself, whatever stands behind the dot."""
_SPELLED = {"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ð": "d", "þ": "th", "ł": "l"}
"""How Danes (and their neighbours) write these letters where there are only twenty-six."""


def file_name(words: str) -> str:
    """`Hjemmepleje Øst` as `hjemmepleje-øst`: letters and digits in one form (NFC), anything else a hyphen."""
    small = unicodedata.normalize("NFC", words.lower())
    name = re.sub(r"[\W_]+", "-", small).strip("-")[:LONGEST].strip("-")
    return f"{name}-1" if _TAKEN.fullmatch(name) else name


def plain_file_name(words: str) -> str:
    """The same for readers that know twenty-six letters: `hjemmepleje-oest`."""
    spelled = "".join(_SPELLED.get(sign, sign) for sign in file_name(words))
    return file_name(unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode())
