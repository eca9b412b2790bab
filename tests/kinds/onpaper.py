"""A part on paper, in Danish."""

from collections.abc import Sequence

from kulturspejl.core.kinds.base.paper import Field
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.kinds.base.questionnaire import Questionnaire
from kulturspejl.core.text import Text
from kulturspejl.values.the_library import the_library


class Page:
    """A sheet with these two sides to be read together, of an exercise whose figure has `boxes` round its middle."""

    def __init__(self, *sides: Part, boxes: int = 0) -> None:
        self.parts, self.boxes = sides, boxes

    def say(self, text: Text | None) -> str:
        return text.into("da") if text else ""

    def sides(self) -> Sequence[tuple[str, object]]:
        return [(self.say(part.label), part.shape) for part in self.parts]

    def around(self) -> int:
        return self.boxes

    def questionnaire(self, id: str) -> Questionnaire:
        return the_library().instruments[id]


def on_paper(part: Part, *sides: Part, boxes: int = 0) -> list[Field]:
    """Its fields."""
    page = Page(*sides, boxes=boxes)
    return list(part.shape.paper(page.say(part.label), page))
