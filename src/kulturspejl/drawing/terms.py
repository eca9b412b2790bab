"""The term of a culture, in grey after its everyday name."""

from kulturspejl.drawing.ink import Ink
from kulturspejl.drawing.markup import Node, add, clean

SIZE = 13.75
"""On a phone a web of 360 units is 320 px wide where sentences stand below it: letters of 12 px."""
BEFORE = "\u00a0"
"""A space that is a letter: what is moved aside instead (`dx`) runs out of its line in the typesetter of the PDF."""


def add_term(name: Node, term: str, ink: Ink, size: float = 13.5) -> None:
    """On the same line as the words of `name`; nothing for a culture that has its term alone."""
    if term:
        said = add(name, "tspan", font_size=size, font_weight="400", fill=ink("ink-soft"))
        said.text = BEFORE + clean(term)
