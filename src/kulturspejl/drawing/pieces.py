"""Words as a line may be broken between them: a time of the day stays in one piece."""

import re

_TIME = re.compile(r"(?<=\bkl\.) (?=\d)|(?<=\d) (?=[ap]\.m\.)")
"""The blank in "kl. 23" and in "11 p.m."."""
_BLANK = re.compile(r"[^\S\u00a0]+")


def words_of(text: str) -> list[str]:
    """The words of `text`; blanks that no line ends at are within them, as they are written (U+00A0)."""
    return [word for word in _BLANK.split(_TIME.sub("\u00a0", text)) if word]
