"""The whole mirror of one unit, ready for the page."""

from dataclasses import dataclass, fields
from functools import lru_cache

from django.utils.translation import gettext as _

from kulturspejl.drawing.table import Table
from kulturspejl.faces.shared.mirror import content
from kulturspejl.faces.shared.mirror.drawn import Drawn, drawn
from kulturspejl.faces.shared.mirror.since import SinceSeen, since_seen
from kulturspejl.faces.shared.templatetags.saying import language, say
from kulturspejl.readers.results import LineView, ResultPage
from kulturspejl.reports.mirror import PointsMirror, Together
from kulturspejl.reports.mirror.allocation.recipe import Ingredient


@dataclass(frozen=True)
class Numbers:
    """Everything of the mirror that stands on numbers. `lines_web` holds the leader's lines beside what is now."""

    web: Drawn
    lines_web: Drawn | None
    line: str
    agreement: str
    is_of_units: bool
    sentences: list[str]
    question: str
    sure: list[str]
    sure_table: Table
    has_band: bool
    dimensions: Drawn | None
    slips: list[content.Slip]
    recipe: list[Ingredient]
    together: Together | None

    @property
    def table(self) -> Table:
        """The spider web as a table."""
        return self.web.table


@dataclass(frozen=True)
class Mirror:
    """One unit's page. `numbers` is None where a conversation takes their place."""

    page: ResultPage
    numbers: Numbers | None
    lines: list[LineView]
    cultures: list[content.CultureCard]
    credit: str
    guide: list[str]
    since: SinceSeen | None = None


def mirror(page: ResultPage) -> Mirror:
    """Everything that the result page shows, in the reader's language."""
    lines = sorted(page.lines, key=lambda line: line.kind != "own")
    return Mirror(
        page=page,
        numbers=_numbers(_Told(page, tuple(lines), language())) if page.hidden is None else None,
        lines=lines,
        cultures=content.cards_of(page.instrument),
        credit=say(page.released.content.credit),
        guide=content.guide_of(page.instrument),
        since=since_seen(page),
    )


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
    page, lines = told.page, told.lines
    if page.picture.numbers is None:
        return None
    names = content.names_of(page.instrument)
    found = PointsMirror(
        page.released, page.picture, names, content.dimensions_of(page.instrument), language(), page.closed_on,
        lines=tuple((line.kind, line.values) for line in lines), whose=_whose(page),
    )  # fmt: skip
    return Numbers(
        web=drawn(found.web),
        lines_web=drawn(found.lines_web) if found.lines_web else None,
        line=found.line,
        agreement=found.agreement,
        is_of_units=page.picture.is_of_units,
        sentences=found.sentences,
        question=found.question,
        sure=found.sure,
        sure_table=found.sure_table,
        has_band=found.has_band,
        dimensions=drawn(found.dimensions) if found.dimensions else None,
        slips=content.slips_of(page.instrument, found.most, names),
        recipe=found.recipe,
        together=found.together,
    )


def _whose(page: ResultPage) -> str:
    """Whose culture the figure shows: for those who hear it, an example is an example as well."""
    return _("a made-up team") if page.is_example else page.unit_name
