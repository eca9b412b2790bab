"""A model to read: one idea, a figure, short sections, questions, and whom it comes from."""

from collections.abc import Mapping
from dataclasses import dataclass

from kulturspejl.core.content.teaching import ModelPart, Teaching
from kulturspejl.core.text import Text

BLOCKS = ("course", "environment", "culture", "learning", "across", "day", "balance")
FIGURES = ("layers", "quadrants", "field", "triad", "around", "path", "pairs", "line", "sheet", "columns",
           "boundaries", "stairs")  # fmt: skip
EDGES = ("up", "down", "left", "right")


@dataclass(frozen=True)
class ModelBox:
    """One field of the figure; `at` is its place on a line from 1 to 10."""

    id: str
    label: Text
    words: tuple[Text, ...] = ()
    note: Text | None = None
    at: int | None = None


@dataclass(frozen=True)
class ModelFigure:
    """What is drawn, by its kind."""

    kind: str
    boxes: tuple[ModelBox, ...]
    centre: Text | None
    edges: Mapping[str, Text]


@dataclass(frozen=True)
class Section:
    """A heading and a few lines, as a paragraph or as a list."""

    id: str
    title: Text
    text: Text | None
    items: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Model:
    """`ask` are questions to oneself and each other; `order` is its place in the list of its block.

    `teach` and `parts` are the longer reading; None and () for a model that has only its page. `opens` is what its page
    leads on to (core/content/opens), "" for nothing.
    """

    id: str
    version: str
    source: str
    block: str
    order: int
    name: Text
    idea: Text
    credit: Text
    ask: tuple[Text, ...]
    sections: tuple[Section, ...]
    figure: ModelFigure
    teach: Teaching | None = None
    parts: tuple[ModelPart, ...] = ()
    opens: str = ""
