"""A figure without the picture: the same words as a table and as sentences."""

from collections.abc import Sequence

from kulturspejl.drawing.figures.shape import Box, Figure
from kulturspejl.drawing.table import Table

WHERE = {
    "quadrants": (("A", "øverst til venstre", "top left"), ("B", "øverst til højre", "top right"),
                  ("C", "nederst til højre", "bottom right"), ("D", "nederst til venstre", "bottom left")),
    "field": (("", "øverst til venstre", "top left"), ("", "øverst til højre", "top right"),
              ("", "nederst til venstre", "bottom left"), ("", "nederst til højre", "bottom right")),
}  # fmt: skip
HEAD = {"da": ("Felt", "Det står der"), "en": ("Field", "What it says")}
PAIR = {"da": ("Den ene ende", "Den anden ende"), "en": ("One end", "The other end")}
OPPOSITE = {
    "da": "A og C trækker hver sin vej. Det samme gør B og D.",
    "en": "A and C pull apart. So do B and D.",
}
ENDS = {
    "da": {"up": "Øverst", "down": "Nederst", "left": "Til venstre", "right": "Til højre"},
    "en": {"up": "Above", "down": "Below", "left": "To the left", "right": "To the right"},
}
CENTRE = {"da": "I midten", "en": "In the middle"}
HERE = {"da": "I er ved", "en": "You are at"}


def as_table(figure: Figure, lang: str) -> Table:
    """One row a field, a column for each series of marks."""
    if figure.kind == "pairs":
        head, rows = PAIR[lang], [(box.label, *box.words[:1]) for box in figure.boxes]
        values = [[f"{mark.values[place]:+g}" for mark in figure.marks] for place in range(len(rows))]
        joined = tuple((*row, *more) for row, more in zip(rows, values, strict=True))
        return Table((*head, *(mark.name for mark in figure.marks)), joined)
    rows = [
        (name, "; ".join(one for one in (box.note, *box.words) if one)) for name, box in _named(figure, lang)
    ]
    rows += [(mark.name, ", ".join(f"{value:g}" for value in mark.values)) for mark in figure.marks]
    return Table(HEAD[lang], tuple(rows))


def as_sentence(figure: Figure, lang: str) -> str:
    """What stands where, in the order of the picture."""
    said = [f"{ENDS[lang][name]}: {text}." for name, text in figure.edges.items()]
    said += [f"{CENTRE[lang]}: {figure.centre}."] if figure.centre else []
    said += [_field(name, box, figure.kind) for name, box in _named(figure, lang)]
    said += [OPPOSITE[lang]] if figure.kind == "quadrants" else []
    said += (
        [f"{HERE[lang]}: {figure.boxes[figure.here].label}."] if 0 <= figure.here < len(figure.boxes) else []
    )
    said += [f"{mark.name}: {', '.join(f'{value:g}' for value in mark.values)}." for mark in figure.marks]
    return " ".join(said)


def _named(figure: Figure, lang: str) -> Sequence[tuple[str, Box]]:
    places = WHERE.get(figure.kind, ())
    return [(_name(figure, place, box, places, lang), box) for place, box in enumerate(figure.boxes)]


def _name(figure: Figure, place: int, box: Box, places: Sequence[tuple[str, str, str]], lang: str) -> str:
    if place < len(places):
        letter, da, en = places[place]
        return f"{letter} {box.label} ({da if lang == 'da' else en})".strip()
    return f"{box.at:g} {box.label}" if box.at is not None else box.label


def _field(name: str, box: Box, kind: str) -> str:
    if kind == "pairs":
        return f"{name} – {box.words[0]}."
    words = ", ".join(one.rstrip(".") for one in (box.note, *box.words) if one)
    return f"{name}: {words}." if words else f"{name}."
