"""A team's combined profile as the room shows it: spider web, table and sentence that say the same."""

from collections.abc import Mapping
from typing import NamedTuple

from kulturspejl.core.instruments.allocation.form import ON_PAPER
from kulturspejl.core.instruments.allocation.names import CultureNames
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.kinds.base.picture import PartPicture
from kulturspejl.core.text import Text
from kulturspejl.drawing.ink import SCREEN, Ink
from kulturspejl.drawing.series import Kind, Series
from kulturspejl.drawing.table import Table
from kulturspejl.readers.rooms.scene import Scene
from kulturspejl.reports.mirror.allocation.web import web_figure
from kulturspejl.values.the_library import the_library

KINDS: Mapping[str, Kind] = {"now": "now", "wish": "preferred"}
NAMES: Mapping[str, Text] = {"now": Text(da="Nu", en="Now"), "wish": Text(da="Ønsket", en="Wished for")}
TITLE = Text(da="Jeres kultur som spindelvæv", en="Your culture as a spider web")


class Web(NamedTuple):
    """The picture, its numbers as (label, value as written, share of all points), and the sentence."""

    svg: str
    rows: tuple[tuple[str, str, float], ...]
    sentence: str


def names_in(scene: Scene, part: Part) -> CultureNames:
    """What the four are called by the instrument that the part asks with."""
    return the_library().instruments[part.shape.asks_with].names(scene.language)


def web_of(scene: Scene, key: str, part: Part, picture: PartPicture, *, ink: Ink = SCREEN) -> Web:
    """Means alone, as disclosure control let them out."""
    language = scene.language
    names = names_in(scene, part)
    series = [Series(scene.say(NAMES[period]), KINDS[period], means) for period, means in picture.web.items()]
    figure = web_figure(
        series, names=names, total=ON_PAPER.total, lang=language, title=scene.say(TITLE),
        key=f"web-{key.replace('/', '-').replace('.', '-')}",
    )  # fmt: skip
    rows = _rows(series, figure.table)
    return Web(figure.draw(ink), rows, f"{scene.say(picture.sentence)} {figure.sentence}")


def _rows(series: list[Series], table: Table) -> tuple[tuple[str, str, float], ...]:
    shares = [one.values[letter] / ON_PAPER.total for letter in series[0].values for one in series]
    cells = [
        (row[0] if len(series) == 1 else f"{row[0]}, {one.name.lower()}", cell)
        for row in table.rows
        for one, cell in zip(series, row[1:], strict=True)
    ]
    return tuple((label, value, share) for (label, value), share in zip(cells, shares, strict=True))
