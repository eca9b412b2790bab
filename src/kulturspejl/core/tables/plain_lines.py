"""The cells of many plain lines at once: a long file is made of those, but for a line here and there."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from kulturspejl.core.tables.decoding import converted_back
from kulturspejl.core.tables.signs import legible

_NEW_LINE, _RETURN, _QUOTE = b"\n\r\""
_ROOM, _DELETE = 32, 127

_KEY = np.dtype("<i8")
_SHORT = _KEY.itemsize - 1
"""So many bytes leave a number of eight above zero."""

Places = NDArray[np.int32] | NDArray[np.intp]
Keys = NDArray[np.int64]


@dataclass(frozen=True)
class PlainLines:
    """Of a block of lines: `starts` and `ends` (rows, cells) in `signs`, without quotes around a cell.

    `lines` are the numbers of these rows in the block, from 0; `others` those of the lines that need a closer look
    (more or fewer cells than most, quotes within a cell), with their bytes; `count` is how many lines there are.
    """

    text: bytes
    signs: NDArray[np.uint8]
    starts: Places
    ends: Places
    lines: Places
    others: tuple[tuple[int, bytes], ...]
    count: int

    def column(self, at: int) -> list[str]:
        """The cells of a column, trimmed; all empty where most lines end before it."""
        if at >= self.starts.shape[1]:
            return [""] * len(self.starts)
        places = zip(self.starts[:, at].tolist(), self.ends[:, at].tolist(), strict=True)
        if not self.text.isascii():
            return [self.text[start:end].decode().strip() for start, end in places]
        text = self.text.decode("ascii")
        words = [text[start:end] for start, end in places]
        return [word.strip() for word in words] if " " in text else words

    def short(self, at: int) -> Keys | None:
        """The cells of a column as `short_key`s; None where one is too long for that, or says more than letters."""
        if at >= self.starts.shape[1]:
            return np.zeros(len(self.starts), dtype=_KEY)
        starts, lengths = self.starts[:, at], self.ends[:, at] - self.starts[:, at]
        if not len(starts) or lengths.max() > _SHORT:
            return None
        places = np.arange(_KEY.itemsize)
        cells = self.signs.take(starts[:, None] + places, mode="clip")
        is_in = places < lengths[:, None]
        if ((cells <= _ROOM) | (cells >= _DELETE))[is_in].any():
            return None
        return np.where(is_in, cells, 0).astype(np.uint8).view(_KEY).reshape(-1)


def short_key(word: str) -> int | None:
    """A word of at most seven bytes as a number of its own, 0 for none; None for a longer one."""
    signs = word.encode()
    return int.from_bytes(signs, "little") if len(signs) <= _SHORT else None


def short_word(key: int) -> str:
    """The word of a `short_key`."""
    return key.to_bytes(_SHORT, "little").rstrip(b"\0").decode()


def plain_lines(text: bytes, separator: str, width: int) -> PlainLines | None:
    """The lines of a block of UTF-8 that ends with its last line; None where the reader of whole tables is needed.

    A line with something beyond `width` cells, as many as there are headings, is among the others.

    That is where a cell has lines of its own, where signs stand in it that `read` takes out or asks about, or where
    lines end in several ways.
    """
    signs = np.frombuffer(text, dtype=np.uint8)
    if not _is_plain(text, signs, separator):
        return None
    line_ends = np.flatnonzero(signs == _NEW_LINE)
    quotes = np.cumsum(signs == _QUOTE, dtype=np.int32) if _QUOTE in text else None
    if quotes is not None and (quotes[line_ends] % 2).any():
        return None
    is_separator = signs == ord(separator)
    if quotes is not None:
        is_separator &= quotes % 2 == 0
    found = _cut(text, signs, np.flatnonzero(is_separator), line_ends, quotes)
    return _no_wider(found, line_ends, width)


def _is_plain(text: bytes, signs: NDArray[np.uint8], separator: str) -> bool:
    returns, line_ends = text.count(b"\r"), text.count(b"\n")
    if returns and (returns != text.count(b"\r\n") or returns != line_ends):
        return False
    tabs = text.count(b"\t") if separator == "\t" else 0
    unseen = np.count_nonzero(signs < _ROOM) + np.count_nonzero(signs == _DELETE)
    if unseen != returns + line_ends + tabs or not separator.isascii():
        return False
    if text.isascii():
        return True
    try:
        words = text.decode()
    except UnicodeDecodeError:
        return False
    return legible(words) == words and converted_back(words) == words


def _no_wider(found: PlainLines, line_ends: Places, width: int) -> PlainLines:
    wide = (found.ends[:, width:] > found.starts[:, width:]).any(axis=1)
    if not wide.any():
        return replace(found, starts=found.starts[:, :width], ends=found.ends[:, :width])
    begins = np.concatenate([[0], line_ends[:-1] + 1])
    moved = [(line, found.text[begins[line] : line_ends[line] + 1]) for line in found.lines[wide].tolist()]
    return replace(
        found, starts=found.starts[~wide, :width], ends=found.ends[~wide, :width], lines=found.lines[~wide],
        others=tuple(sorted([*found.others, *moved])),
    )  # fmt: skip


def _cut(
    text: bytes, signs: NDArray[np.uint8], separators: Places, line_ends: Places, quotes: NDArray[np.int32] | None
) -> PlainLines:
    begins = np.concatenate([[0], line_ends[:-1] + 1]).astype(np.intp)
    finishes = line_ends - (b"\r" in text)
    firsts = np.searchsorted(separators, begins)
    counts = np.diff(np.append(firsts, len(separators)))
    usual = int(np.bincount(counts).argmax()) if len(counts) else 0
    # A line of separators alone says nothing; the reader of rows passes it over.
    plain = (counts == usual) & (finishes - begins > usual) & (usual > 0)
    lines = np.flatnonzero(plain)
    if len(lines) == len(plain):
        between = separators.reshape(len(lines), usual)
    else:
        between = separators[firsts[plain, None] + np.arange(usual)]
    # Half as wide as places are elsewhere: these two are most of what a block takes up.
    kind = np.int32 if len(text) < 2**31 else np.intp
    starts, ends = (np.empty((len(lines), usual + 1), dtype=kind) for _ in range(2))
    starts[:, 0], ends[:, usual] = begins[plain], finishes[plain]
    np.add(between, 1, out=starts[:, 1:], casting="unsafe")
    ends[:, :usual] = between
    if quotes is not None:
        starts, ends, good = _without_quotes(signs, starts, ends, quotes)
        plain[lines[~good]] = False
        starts, ends, lines = starts[good], ends[good], lines[good]
    left = np.flatnonzero(~plain & (finishes > begins)).tolist()
    others = tuple((line, text[begins[line] : line_ends[line] + 1]) for line in left)
    return PlainLines(text, signs, starts, ends, lines, others, len(line_ends))


def _without_quotes(
    signs: NDArray[np.uint8], starts: Places, ends: Places, quotes: NDArray[np.int32]
) -> tuple[Places, Places, NDArray[np.bool_]]:
    """The cells without the two quotes around them, and which rows have no other quotes."""
    before = quotes[starts] - (signs[starts] == _QUOTE)
    last = np.maximum(ends - 1, 0)
    within = np.where(ends > starts, quotes[last] - before, 0)
    around = (within == 2) & (signs[starts] == _QUOTE) & (signs[last] == _QUOTE)
    good = ((within == 0) | around).all(axis=1)
    return starts + around, ends - around, good
