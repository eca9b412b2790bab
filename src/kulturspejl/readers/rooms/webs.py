"""A team's combined profile as the room shows it: spider web, table and sentence that say the same."""

from collections.abc import Mapping
from typing import NamedTuple

from kulturspejl.core.instruments.allocation.form import LETTERS, ON_PAPER
from kulturspejl.core.instruments.allocation.names import CultureNames
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.kinds.base.picture import PartPicture
from kulturspejl.core.text import Text
from kulturspejl.drawing import spider
from kulturspejl.drawing.ink import SCREEN, Ink
from kulturspejl.drawing.series import Kind, Series
from kulturspejl.readers.rooms.scene import Scene
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
    said = [
        f"{one.name}: {spider.as_sentence(one.values, labels=names.called, total=ON_PAPER.total, lang=language)}."
        for one in series
    ]
    svg = spider.spider_web(
        series, labels=names.called, terms=names.terms, total=ON_PAPER.total, title=scene.say(TITLE),
        description=" ".join(said), lang=language,
        key=f"web-{key.replace('/', '-').replace('.', '-')}", ink=ink,
    )  # fmt: skip
    return Web(svg, _rows(series, names.called, language), " ".join([scene.say(picture.sentence), *said]))


def _rows(
    series: list[Series], labels: Mapping[str, str], language: str
) -> tuple[tuple[str, str, float], ...]:
    table = spider.as_table(series, labels=labels, total=ON_PAPER.total, lang=language)
    shares = [one.values[letter] / ON_PAPER.total for letter in LETTERS for one in series]
    cells = [
        (row[0] if len(series) == 1 else f"{row[0]}, {one.name.lower()}", cell)
        for row in table.rows
        for one, cell in zip(series, row[1:], strict=True)
    ]
    return tuple((label, value, share) for (label, value), share in zip(cells, shares, strict=True))
