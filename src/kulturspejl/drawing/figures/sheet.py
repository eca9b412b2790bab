"""A sheet for two sides: the same numbered questions, one's own and the others'."""

from kulturspejl.drawing.figures.columns import two
from kulturspejl.drawing.figures.shape import Figure, Page
from kulturspejl.drawing.ink import Ink
from kulturspejl.drawing.markup import Node


def draw(root: Node, figure: Figure, lang: str, ink: Ink, page: Page) -> float:
    """Draw it; returns the height."""
    return two(root, figure, ink, page, is_numbered=True)
