"""The time line of a unit on the home of leader, AMR and TR: small webs, and marks for what was agreed."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from kulturspejl.core.writing.dates import moment
from kulturspejl.faces.shared.mirror.small import small
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
    return Drawn(point, when, small(web, webs, key))


def latest(points: Sequence[Point], key: str) -> Drawn | None:
    """The newest result alone, where it has a web."""
    found = [point for point in points if point.web is not None]
    return _drawn(found[-1], [web for one in found[-1:] if (web := one.web)], key) if found else None
