"""How wide words are at most, and how many lines they take: DejaVu Sans, the widest of the common system fonts."""

from collections.abc import Iterator

from kulturspejl.drawing.pieces import words_of

_EMS = {
    0.28: "ijl'", 0.30: "IJ", 0.32: " \u00a0.,", 0.35: "f:;/\\|", 0.37: "-", 0.40: "t()[]!", 0.42: "r", 0.46: "\"",
    0.53: "sz?", 0.56: "cL", 0.59: "kvxyF", 0.62: "aeoåøäöTY", 0.64: "bdghnpquüEPSé0123456789", 0.69: "ABKRVXZÅ",
    0.75: "CHNU", 0.79: "DGOQØ", 0.82: "w", 0.87: "M", 0.98: "mæÆ", 1.0: "W%@–—…→&",
}  # fmt: skip
_EM = {letter: ems for ems, letters in _EMS.items() for letter in letters}
OTHER, LARGE, FOREIGN = 0.66, 0.8, 1.4
"""What is not in the list; the last are signs of other scripts, and small pictures."""
FIRST_FOREIGN = 0x1100
BOLD, SPARE = 1.13, 1.01
SOFT = "\u00ad"
"""A hyphen that stands only where a line ends at it."""


def wide(text: str, size: float, *, bold: bool = False) -> float:
    """The width of `text` on one line in units, where letters are `size` units high."""
    return sum(map(_ems, text)) * size * SPARE * (BOLD if bold else 1.0)


def broken(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """The lines that the words take at most; a word that is too wide is broken where the line ends."""
    made: list[str] = []
    row = ""
    for word in _words(text, width, size, bold):
        joined = f"{row} {word}" if row else word
        if wide(joined, size, bold=bold) <= width:
            row = joined
            continue
        made += [row] if row else []
        *whole, row = _cut(word, width, size, bold)
        made += whole
    return [*made, row]


def rows_of(text: str, width: float, size: float, *, bold: bool = False) -> int:
    """How many lines the words take at most."""
    return len(broken(text, width, size, bold=bold))


def _words(text: str, width: float, size: float, bold: bool) -> Iterator[str]:
    """A word that is too wide in its parts, where somebody has said what those are."""
    for word in words_of(text):
        if SOFT in word and wide(word, size, bold=bold) > width:
            *first, last = word.split(SOFT)
            yield from (f"{part}-" for part in first)
            yield last
        else:
            yield word


def _cut(word: str, width: float, size: float, bold: bool) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and wide(pieces[-1] + letter, size, bold=bold) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _ems(letter: str) -> float:
    if letter in _EM:
        return _EM[letter]
    if letter == SOFT:
        return 0.0
    if ord(letter) >= FIRST_FOREIGN:
        return FOREIGN
    return LARGE if letter.isupper() else OTHER
