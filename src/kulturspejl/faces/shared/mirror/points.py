"""The numbers of points over the four cultures, in the reader's language."""

from django.utils.translation import gettext as _

from kulturspejl.core.content.instrument import AllocationInstrument
from kulturspejl.faces.shared.mirror import content
from kulturspejl.faces.shared.mirror.drawn import drawn
from kulturspejl.faces.shared.mirror.numbers import Numbers
from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.readers.results import LineView, ResultPage
from kulturspejl.reports.mirror import PointsMirror


def of_points(page: ResultPage, instrument: AllocationInstrument, lines: tuple[LineView, ...]) -> Numbers:
    """Of a page that has numbers; `lines` are those of the leader's that this reader may see."""
    names = content.names_of(instrument)
    found = PointsMirror(
        page.released, page.picture, names, content.dimensions_of(instrument), language(), page.closed_on,
        lines=tuple((line.kind, line.values) for line in lines), whose=_whose(page),
    )  # fmt: skip
    return Numbers(
        figure=drawn(found.web),
        lines_web=drawn(found.lines_web) if found.lines_web else None,
        lines_said=found.lines_said,
        lines_caption=_("Points as on paper"),
        line=found.line,
        agreement=found.agreement,
        is_of_units=page.picture.is_of_units,
        sentences=found.sentences,
        question=found.question,
        sure=found.sure,
        sure_table=found.sure_table,
        has_band=found.has_band,
        caption=_("Points as on paper"),
        dimensions=drawn(found.dimensions) if found.dimensions else None,
        slips=tuple(content.slips_of(instrument, found.most, names)),
        recipe=found.recipe,
        together=found.together,
    )


def _whose(page: ResultPage) -> str:
    """Whose culture the figure shows: for those who hear it, an example is an example as well."""
    return _("a made-up team") if page.is_example else page.unit_name
