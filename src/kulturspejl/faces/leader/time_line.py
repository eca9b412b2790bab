"""The time line of a unit on the home of leader, AMR and TR: small pictures, and marks for what was agreed."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from kulturspejl.core.writing.dates import moment
from kulturspejl.faces.shared.mirror.small import small_svg
from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.readers.time_line import Point
from kulturspejl.values.releases import Small


@dataclass(frozen=True)
class Drawn:
    """A point and, where it is a result with numbers, its small picture, whose description says the same in numbers."""

    point: Point
    when: str
    svg: SafeString | None = None


def drawn(points: Sequence[Point], key: str) -> list[Drawn]:
    """The points in their order; all webs of the line on one scale. `key` differs between the lines of a page."""
    among = [point.small for point in points if point.small is not None]
    return [_drawn(point, among, f"{key}-{place}") for place, point in enumerate(points)]


def _drawn(point: Point, among: Sequence[Small], key: str) -> Drawn:
    one, when = point.small, moment(point.on, language())
    if one is None:
        return Drawn(point, when)
    return Drawn(point, when, small_svg(one, among, key))


def latest(points: Sequence[Point], key: str) -> Drawn | None:
    """The newest result alone, where it has a picture."""
    found = [point for point in points if point.small is not None]
    return _drawn(found[-1], [small for one in found[-1:] if (small := one.small)], key) if found else None
