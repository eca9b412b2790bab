"""A model on the wall: its figure laid out for a screen that lies down and is read from ten metres."""

from dataclasses import dataclass

from kulturspejl.core.content.model import Model
from kulturspejl.drawing import figures
from kulturspejl.drawing.figures import Figure
from kulturspejl.drawing.room import Canvas
from kulturspejl.drawing.table import Table
from kulturspejl.drawing.wall.letters import rows_of
from kulturspejl.readers import reading
from kulturspejl.readers.rooms.regions.station import title_of
from kulturspejl.readers.rooms.scene import Scene
from kulturspejl.readers.rooms.sides.measures import BODY, WIDTH, in_both
from kulturspejl.readers.rooms.sides.task import FILLING, READABLE, along

NAME, NAME_LEAD, IDEA, IDEA_LEAD, CREDIT, CREDIT_LEAD, BETWEEN = 38, 1.18, 25, 1.25, 23, 1.2, 8.0
"""Letters and line heights of what stands around a figure, and the gaps: facilitator/wall.css says the same."""


@dataclass(frozen=True)
class ModelView:
    """A model as the wall shows it: its figure, one sentence, and the same words as a table for whoever cannot see.

    `idea` is "" where the figure needs its place; it stands on the phones' page of the model.
    """

    id: str
    name: str
    idea: str
    svg: str
    table: Table
    credit: str = ""


def model_view(scene: Scene) -> ModelView | None:
    """What a facilitator has put up, else what is told; None for nothing, and for what the instance no longer has."""
    up = scene.state.model or (scene.station.model if scene.station else "")
    return scene.once("model", lambda: _view(scene, up)) if up else None


def _view(scene: Scene, id: str) -> ModelView | None:
    found, lang = reading.model(id), scene.language
    if found is None:
        return None
    is_told = scene.station is not None and scene.station.model == id
    name = title_of(scene, scene.station) if scene.station and is_told else scene.say(found.name)
    figure = reading.figure_of(found, lang, scene.day.programme.id)
    svg, has_idea = _drawn(figure, name, lang, _left(found, name), _height(scene.say(found.idea), IDEA, IDEA_LEAD))
    table = figures.as_table(figure, lang)
    idea = scene.say(found.idea)
    return ModelView(found.id, name, idea if has_idea else "", svg, table, scene.say(found.credit))


def _drawn(figure: Figure, name: str, lang: str, height: float, idea: float) -> tuple[str, bool]:
    """The figure, and whether the sentence stands under it: not where the figure is large enough only without it."""
    has_room = height - idea >= FILLING
    if figure.kind == "path":
        return along(figure, name, lang, Canvas(WIDTH, height - idea if has_room else height)), has_room
    fit = figures.page_in(figure, lang=lang, room=Canvas(WIDTH, height - idea))
    has_idea = has_room and fit.letters >= READABLE and fit.height >= FILLING
    if not has_idea:
        fit = figures.page_in(figure, lang=lang, room=Canvas(WIDTH, height))
    return figures.draw(figure, title=name, lang=lang, key="up", page=fit.page), has_idea


def _left(model: Model, name: str) -> float:
    """The height that name and credit leave."""
    credit = max(_height(words, CREDIT, CREDIT_LEAD) for words in in_both(model.credit))
    return BODY - rows_of(name, WIDTH, NAME, bold=True) * NAME * NAME_LEAD - BETWEEN - credit


def _height(words: str, size: int, lead: float) -> float:
    """What words under a figure take, with the gap before them."""
    return rows_of(words, WIDTH, size) * size * lead + BETWEEN if words else 0.0
