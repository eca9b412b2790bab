"""The models of this instance, for pages that show them."""

from collections.abc import Sequence

from kulturspejl.core.content.model import BLOCKS, Model
from kulturspejl.drawing.figures import Box, Figure
from kulturspejl.values.the_library import the_library


def by_block() -> dict[str, list[Model]]:
    """Models in their order, by block; a block without any is left out."""
    found: dict[str, list[Model]] = {}
    for one in _in_order():
        found.setdefault(one.block, []).append(one)
    return found


def model(id: str) -> Model | None:
    """A model, or None for an unknown id."""
    return the_library().models.get(id)


def beside(found: Model) -> tuple[Model | None, Model | None]:
    """The models before and after, as the list has them."""
    row = _in_order()
    place = row.index(found)
    return (row[place - 1] if place else None), (row[place + 1] if place + 1 < len(row) else None)


def named(ids: Sequence[str], language: str) -> tuple[tuple[str, str], ...]:
    """(id, name) of each that still exists: a room keeps its day, and a folder may have changed since."""
    models = the_library().models
    return tuple((id, models[id].name.into(language)) for id in ids if id in models)


def figure_of(found: Model, language: str, programme: str = "") -> Figure:
    """Its figure in one language; on a path, "you are here" at the stop that is called as the `programme` is."""
    drawn = found.figure
    boxes = tuple(
        Box(
            one.label.into(language), tuple(word.into(language) for word in one.words),
            one.note.into(language) if one.note else "", one.at,
        )
        for one in drawn.boxes
    )  # fmt: skip
    centre = drawn.centre.into(language) if drawn.centre else ""
    stops = [one.id for one in drawn.boxes] if drawn.kind == "path" else []
    here = stops.index(programme) if programme in stops else -1
    edges = {name: text.into(language) for name, text in drawn.edges.items()}
    return Figure(drawn.kind, boxes, centre, edges, here=here)


def _in_order() -> list[Model]:
    return sorted(the_library().models.values(), key=lambda one: (BLOCKS.index(one.block), one.order))
