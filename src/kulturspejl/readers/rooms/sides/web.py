"""A team's combined profile in full height: the same names and numbers as the small web beside a table."""

from kulturspejl.core.instruments.allocation.form import ON_PAPER
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.kinds.base.picture import PartPicture
from kulturspejl.drawing.room import Canvas
from kulturspejl.drawing.series import Series
from kulturspejl.drawing.wall.canvas import Named
from kulturspejl.drawing.wall.web import web
from kulturspejl.readers.rooms.scene import Scene
from kulturspejl.readers.rooms.wall_side import Row
from kulturspejl.readers.rooms.webs import KINDS, NAMES, names_in
from kulturspejl.reports.mirror.allocation.web import web_figure


def large_web(scene: Scene, part: Part, picture: PartPicture, room: Canvas, named: Named) -> str:
    """Means alone, as disclosure control let them out."""
    names = names_in(scene, part)
    return web(
        _series(scene, picture), labels=names.called, terms=names.terms, total=ON_PAPER.total, canvas=room, named=named
    )


def said_of(scene: Scene, part: Part, picture: PartPicture, language: str) -> tuple[str, tuple[Row, ...]]:
    """The sentence and the rows that say what the web shows."""
    names = names_in(scene, part)
    found = web_figure(_series(scene, picture), names=names, total=ON_PAPER.total, lang=language, title="")
    rows = tuple((row[0], ", ".join(row[1:])) for row in found.table.rows)
    return f"{scene.say(picture.sentence)} {found.sentence}", rows


def _series(scene: Scene, picture: PartPicture) -> list[Series]:
    return [Series(scene.say(NAMES[period]), KINDS[period], means) for period, means in picture.web.items()]
