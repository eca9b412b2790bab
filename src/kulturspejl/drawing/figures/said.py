"""A figure without the picture: the same words as a table and as sentences."""

from collections.abc import Mapping, Sequence

from kulturspejl.core.text import Text
from kulturspejl.core.writing.numbers import exact, signed
from kulturspejl.drawing.figures.shape import Box, Figure
from kulturspejl.drawing.table import Table

TOP_LEFT, TOP_RIGHT = Text("øverst til venstre", "top left"), Text("øverst til højre", "top right")
BOTTOM_LEFT, BOTTOM_RIGHT = Text("nederst til venstre", "bottom left"), Text("nederst til højre", "bottom right")
WHERE: Mapping[str, Sequence[tuple[str, Text]]] = {
    "quadrants": (("A", TOP_LEFT), ("B", TOP_RIGHT), ("C", BOTTOM_RIGHT), ("D", BOTTOM_LEFT)),
    "field": (("", TOP_LEFT), ("", TOP_RIGHT), ("", BOTTOM_LEFT), ("", BOTTOM_RIGHT)),
}
HEAD = (Text("Felt", "Field"), Text("Det står der", "What it says"))
PAIR = (Text("Den ene ende", "One end"), Text("Den anden ende", "The other end"))
OPPOSITE = Text("A og C trækker hver sin vej. Det samme gør B og D.", "A and C pull apart. So do B and D.")
ENDS = {
    "up": Text("Øverst", "Above"), "down": Text("Nederst", "Below"), "left": Text("Til venstre", "To the left"),
    "right": Text("Til højre", "To the right"),
}
CENTRE = Text("I midten", "In the middle")
HERE = Text("I er ved", "You are at")


def as_table(figure: Figure, lang: str) -> Table:
    """One row a field, a column for each series of marks."""
    if figure.kind == "pairs":
        rows = [(box.label, *box.words[:1]) for box in figure.boxes]
        values = [[signed(mark.values[place], lang) for mark in figure.marks] for place in range(len(rows))]
        joined = tuple((*row, *more) for row, more in zip(rows, values, strict=True))
        return Table((*_in(PAIR, lang), *(mark.name for mark in figure.marks)), joined)
    rows = [
        (name, "; ".join(one for one in (box.note, *box.words) if one)) for name, box in _named(figure, lang)
    ]
    rows += [(mark.name, _values(mark.values, lang)) for mark in figure.marks]
    return Table(_in(HEAD, lang), tuple(rows))


def as_sentence(figure: Figure, lang: str) -> str:
    """What stands where, in the order of the picture."""
    said = [f"{ENDS[name].into(lang)}: {text}." for name, text in figure.edges.items()]
    said += [f"{CENTRE.into(lang)}: {figure.centre}."] if figure.centre else []
    said += [_field(name, box, figure.kind) for name, box in _named(figure, lang)]
    said += [OPPOSITE.into(lang)] if figure.kind == "quadrants" else []
    here = figure.here_says or HERE.into(lang)
    said += [f"{here}: {figure.boxes[figure.here].label}."] if 0 <= figure.here < len(figure.boxes) else []
    said += [f"{mark.name}: {_values(mark.values, lang)}." for mark in figure.marks]
    return " ".join(said)


def _named(figure: Figure, lang: str) -> Sequence[tuple[str, Box]]:
    places = WHERE.get(figure.kind, ())
    return [(_name(figure, place, box, places, lang), box) for place, box in enumerate(figure.boxes)]


def _name(figure: Figure, place: int, box: Box, places: Sequence[tuple[str, Text]], lang: str) -> str:
    if place < len(places):
        letter, where = places[place]
        return f"{letter} {box.label} ({where.into(lang)})".strip()
    return f"{exact(box.at, lang)} {box.label}" if box.at is not None else box.label


def _in(texts: Sequence[Text], lang: str) -> tuple[str, ...]:
    return tuple(text.into(lang) for text in texts)


def _values(values: Sequence[float], lang: str) -> str:
    return ", ".join(exact(value, lang) for value in values)


def _field(name: str, box: Box, kind: str) -> str:
    if kind == "pairs":
        return f"{name} – {box.words[0]}."
    words = ", ".join(one.rstrip(".") for one in (box.note, *box.words) if one)
    return f"{name}: {words}." if words else f"{name}."
