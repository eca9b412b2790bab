"""Six dimensions by four cultures: a small bar in each cell, its number beside it."""

from collections.abc import Mapping, Sequence

from kulturspejl.core.instruments.allocation.numbers import LETTERS
from kulturspejl.core.writing.numbers import decimal
from kulturspejl.drawing.badges import RADIUS, add_badge
from kulturspejl.drawing.ink import SCREEN, Ink
from kulturspejl.drawing.markup import Node, add, number, picture, render, write
from kulturspejl.drawing.palette import CULTURES
from kulturspejl.drawing.series import DimensionRow
from kulturspejl.drawing.styles import add_marker
from kulturspejl.drawing.table import Table
from kulturspejl.drawing.terms import add_term
from kulturspejl.drawing.words import inside, say

WIDTH = 360.0
LEFT = 12.0
COLUMN = (WIDTH - 2 * LEFT) / len(LETTERS)
BAR = 70.0
HEAD = 34.0
ROW = 64.0
THICK = 9.0
HUNDRED = 100
LINE = 18.0


def dimension_grid(
    rows: Sequence[DimensionRow],
    *,
    labels: Mapping[str, str],
    total: int,
    title: str,
    description: str,
    lang: str = "da",
    key: str = "grid",
    ink: Ink = SCREEN,
    terms: Mapping[str, str] | None = None,
) -> str:
    """An inline SVG. The full bar is what is now, the open marker on its line what is preferred.

    `terms` stand in grey beside the labels.
    """
    foot = HEAD + ROW * len(rows)
    height = foot + LINE * (len(LETTERS) + 1) + 14
    root = picture(key, width=WIDTH, height=height, title=title, description=description, letters=ink.letters)
    root.set("class", "dimensions")
    for place, letter in enumerate(LETTERS):
        add_badge(root, letter, LEFT + COLUMN * place + RADIUS, 14, ink)
    longest = max((value for row in rows for value in _values(row)), default=float(total))
    for place, row in enumerate(rows):
        _add_row(root, row, HEAD + ROW * place, longest, total, lang, ink)
    _add_names(root, labels, terms or {}, foot, ink)
    _add_note(root, rows, total, height, lang, ink)
    return render(root)


def as_table(rows: Sequence[DimensionRow], *, labels: Mapping[str, str], total: int, lang: str) -> Table:
    """One row a dimension, one column a culture: "3,5", or "3,5 → 4,0" with the preferred mean."""
    head = (say("dimension", lang), *(f"{letter} {labels[letter]}" for letter in LETTERS))
    return Table(
        head, tuple((row.name, *(_cell(row, letter, total, lang) for letter in LETTERS)) for row in rows)
    )


def as_sentence(rows: Sequence[DimensionRow], *, labels: Mapping[str, str], total: int, lang: str) -> str:
    """ "Ledelsens stil: klankultur 3,5, adhokrati 1,5, … af 10." for each dimension."""
    return " ".join(_sentence(row, labels, total, lang) for row in rows)


def _sentence(row: DimensionRow, labels: Mapping[str, str], total: int, lang: str) -> str:
    parts = (f"{inside(labels[letter])} {_cell(row, letter, total, lang)}" for letter in LETTERS)
    return f"{row.name}: {', '.join(parts)} {say('of', lang)} {total}."


def _cell(row: DimensionRow, letter: str, total: int, lang: str) -> str:
    """One decimal of ten points is as fine as whole points of a hundred."""
    digits = 1 if total < HUNDRED else 0
    now = decimal(row.now[letter], lang, digits)
    return now if row.preferred is None else f"{now} → {decimal(row.preferred[letter], lang, digits)}"


def _values(row: DimensionRow) -> list[float]:
    return [*row.now.values(), *(row.preferred or {}).values()]


def _add_row(
    root: Node, row: DimensionRow, top: float, longest: float, total: int, lang: str, ink: Ink
) -> None:
    add(root, "line", x1=LEFT, y1=top, x2=WIDTH - LEFT, y2=top, stroke=ink("grid"))
    write(root, row.name, LEFT, top + 18, font_size=14, font_weight="600", fill=ink("ink"))
    for place, letter in enumerate(LETTERS):
        _add_cell(
            root, row, letter, LEFT + COLUMN * place, top, longest, _cell(row, letter, total, lang), ink
        )


def _add_cell(
    root: Node, row: DimensionRow, letter: str, x: float, top: float, longest: float, said: str, ink: Ink
) -> None:
    y = top + 50
    add(root, "line", x1=x, y1=y, x2=x + BAR, y2=y, stroke=ink("grid"))
    add(
        root, "rect", x=x, y=y - THICK / 2, width=BAR * row.now[letter] / longest, height=THICK, rx=1.5,
        fill=ink(CULTURES[letter]), data_letter=letter, data_value=repr(round(row.now[letter], 6)),
    )  # fmt: skip
    write(root, said, x, top + 37, data_letter=letter, font_size=13.5, fill=ink("ink"))
    if row.preferred is not None:
        at = x + BAR * row.preferred[letter] / longest
        marker = add(root, "g", transform=f"translate({number(at)} {number(y)}) scale(0.75)")
        add_marker(marker, "preferred", ink)


def _add_names(root: Node, labels: Mapping[str, str], terms: Mapping[str, str], top: float, ink: Ink) -> None:
    """What the letters stand for, a line each: two everyday names are too wide for one."""
    add(root, "line", x1=LEFT, y1=top, x2=WIDTH - LEFT, y2=top, stroke=ink("grid"))
    for place, letter in enumerate(LETTERS):
        y = top + 20 + LINE * place
        named = write(root, f"{letter} {labels[letter]}", LEFT, y, font_size=13.5, fill=ink("ink"))
        add_term(named, terms.get(letter, ""), ink)


def _add_note(
    root: Node, rows: Sequence[DimensionRow], total: int, height: float, lang: str, ink: Ink
) -> None:
    note = say("points_out_of", lang).format(total=total)
    if any(row.preferred is not None for row in rows):
        note = f"{note} · {say('now', lang)} → {say('preferred', lang).lower()}"
    write(root, note, LEFT, height - 8, font_size=13.5, fill=ink("ink-soft"))
