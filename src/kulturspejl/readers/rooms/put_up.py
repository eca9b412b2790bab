"""A model on the wall: its figure laid out for a screen that lies down and is read from ten metres."""

from dataclasses import dataclass

from kulturspejl.drawing import figures
from kulturspejl.drawing.room import Canvas
from kulturspejl.drawing.table import Table
from kulturspejl.readers import reading
from kulturspejl.readers.rooms.regions.station import title_of
from kulturspejl.readers.rooms.scene import Scene
from kulturspejl.readers.rooms.sides.task import along

ROOM = Canvas(1216.0, 510.0)
"""For a figure, between its name and its sentence."""


@dataclass(frozen=True)
class ModelView:
    """A model as the wall shows it: its figure, one sentence, and the same words as a table for whoever cannot see."""

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
    if figure.kind == "path":
        svg = along(figure, name, lang, ROOM)
    else:
        page = figures.page_in(figure, lang=lang, room=ROOM).page
        svg = figures.draw(figure, title=name, lang=lang, key="up", page=page)
    table = figures.as_table(figure, lang)
    return ModelView(found.id, name, scene.say(found.idea), svg, table, scene.say(found.credit))
