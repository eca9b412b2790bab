"""The time line of a unit on the home of leader, AMR and TR: small webs, and marks for what was agreed."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from kulturspejl.core.writing.dates import moment
from kulturspejl.drawing.numbers import as_line
from kulturspejl.drawing.series import Series
from kulturspejl.drawing.small_web import one_scale, small_web
from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.readers.time_line import Point
from kulturspejl.values.releases import Web


@dataclass(frozen=True)
class Drawn:
    """A point and, where it is a result with numbers, its small web; the web's description says the same in numbers."""

    point: Point
    when: str
    svg: SafeString | None = None


def drawn(points: Sequence[Point], key: str) -> list[Drawn]:
    """The points in their order; all webs of the line on one scale. `key` differs between the lines of a page."""
    webs = [point.web for point in points if point.web is not None]
    return [_drawn(point, webs, f"{key}-{place}") for place, point in enumerate(points)]


def _drawn(point: Point, webs: Sequence[Web], key: str) -> Drawn:
    web, when = point.web, moment(point.on, language())
    if web is None:
        return Drawn(point, when)
    theirs = [one for one in webs if one.total == web.total]
    shapes = [shape for one in theirs for shape in (one.now, one.preferred) if shape is not None]
    line = as_line(web.now, total=web.total, lang=language())
    series = [Series(_("Now"), "now", web.now)]
    if web.preferred is not None:
        series.append(Series(_("Preferred"), "preferred", web.preferred))
    svg = small_web(
        series, maximum=one_scale(shapes, web.total), title=_("A small spider web"), description=line, key=key
    )
    # The drawing escapes what it is given: it is written by an XML library.
    return Drawn(point, when, mark_safe(svg))


def latest(points: Sequence[Point], key: str) -> Drawn | None:
    """The newest result alone, where it has a web."""
    found = [point for point in points if point.web is not None]
    return _drawn(found[-1], [web for one in found[-1:] if (web := one.web)], key) if found else None
