"""How wide words are at most: DejaVu Sans, the widest of the common system fonts, letter by letter."""

_EMS = {
    0.28: "ijl'", 0.30: "IJ", 0.32: " .,", 0.35: "f:;/\\|", 0.37: "-", 0.40: "t()[]!", 0.42: "r", 0.46: "\"",
    0.53: "sz?", 0.56: "cL", 0.59: "kvxyF", 0.62: "aeoåøäöTY", 0.64: "bdghnpquüEPSé0123456789", 0.69: "ABKRVXZÅ",
    0.75: "CHNU", 0.79: "DGOQØ", 0.82: "w", 0.87: "M", 0.98: "mæÆ", 1.0: "W%@–—…→&",
}  # fmt: skip
_EM = {letter: ems for ems, letters in _EMS.items() for letter in letters}
OTHER, LARGE, FOREIGN = 0.66, 0.8, 1.4
"""What is not in the list; the last are signs of other scripts, and small pictures."""
FIRST_FOREIGN = 0x1100
BOLD, SPARE = 1.13, 1.01


def wide(text: str, size: float, *, bold: bool = False) -> float:
    """The width of `text` on one line in units, where letters are `size` units high."""
    return sum(map(_ems, text)) * size * SPARE * (BOLD if bold else 1.0)


def _ems(letter: str) -> float:
    if letter in _EM:
        return _EM[letter]
    if ord(letter) >= FIRST_FOREIGN:
        return FOREIGN
    return LARGE if letter.isupper() else OTHER
