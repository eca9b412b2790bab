"""The whole mirror of one unit, ready for the page."""

from dataclasses import dataclass, fields
from functools import lru_cache

from django.utils.translation import gettext as _

from kulturspejl.core.content.scale_instrument import ScaleInstrument
from kulturspejl.faces.shared.mirror import content
from kulturspejl.faces.shared.mirror.numbers import Numbers
from kulturspejl.faces.shared.mirror.points import of_points
from kulturspejl.faces.shared.mirror.since import SinceSeen, since_seen
from kulturspejl.faces.shared.mirror.steps import of_steps
from kulturspejl.faces.shared.templatetags.saying import language, say
from kulturspejl.readers.results import LineView, ResultPage


@dataclass(frozen=True)
class Mirror:
    """One unit's page. `numbers` is None where a conversation takes their place, of so many `minutes`; `cultures` are
    told of where the answers are about them.
    """

    page: ResultPage
    title: str
    numbers: Numbers | None
    lines: list[LineView]
    cultures: list[content.CultureCard]
    credit: str
    guide: list[str]
    minutes: int
    since: SinceSeen | None = None


def mirror(page: ResultPage) -> Mirror:
    """Everything that the result page shows, in the reader's language."""
    lines = sorted(page.lines, key=lambda line: line.kind != "own")
    instrument = page.instrument
    return Mirror(
        page=page,
        title=_title(page),
        numbers=_numbers(_Told(page, tuple(lines), language())) if page.hidden is None else None,
        lines=lines,
        cultures=[] if isinstance(instrument, ScaleInstrument) else content.cards_of(instrument),
        credit=say(page.released.content.credit),
        guide=content.guide_of(instrument),
        minutes=instrument.guide_minutes,
        since=since_seen(page),
    )


def _title(page: ResultPage) -> str:
    if isinstance(page.instrument, ScaleInstrument):
        return _("%(what)s in %(unit)s") % {"what": say(page.instrument.name), "unit": page.unit_name}
    return _("The culture of %(unit)s") % {"unit": page.unit_name}


@dataclass(frozen=True, eq=False)
class _Told:
    """What the numbers of a page depend on: two are the same where the very same picture is told in the same way."""

    page: ResultPage
    lines: tuple[LineView, ...]
    language: str

    @property
    def _way(self) -> tuple[object, ...]:
        page = self.page
        lines = [(one.kind, one.is_shown, one.mine, *one.values.items()) for one in self.lines]
        return page.round_unit_id, page.unit_name, page.closed_on, page.is_example, *lines, self.language

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Told):
            return False
        one, another = self.page.picture, other.page.picture
        # By identity: what is kept holds its picture, so no other can be in its place.
        is_same = all(getattr(one, part.name) is getattr(another, part.name) for part in fields(one))
        return is_same and self._way == other._way

    def __hash__(self) -> int:
        return hash(self._way)


@lru_cache(maxsize=64)
def _numbers(told: _Told) -> Numbers | None:
    page, instrument = told.page, told.page.instrument
    if page.picture.numbers is None:
        return None
    if isinstance(instrument, ScaleInstrument):
        return of_steps(page, instrument, told.lines)
    return of_points(page, instrument, told.lines)
