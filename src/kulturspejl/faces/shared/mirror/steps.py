"""The numbers of answers on a scale or on lines, in the reader's language."""

from kulturspejl.core.content.scale_instrument import ScaleInstrument
from kulturspejl.faces.shared.mirror.drawn import drawn
from kulturspejl.faces.shared.mirror.numbers import Numbers
from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.readers.results import LineView, ResultPage
from kulturspejl.reports.mirror.choosing import mirror_of


def of_steps(page: ResultPage, instrument: ScaleInstrument, lines: tuple[LineView, ...]) -> Numbers:
    """Of a page that has numbers; `lines` are those of the leader's that this reader may see."""
    found = mirror_of(
        page.released, page.picture, instrument, language(), page.closed_on,
        tuple((line.kind, line.values) for line in lines),
    )  # fmt: skip
    return Numbers(
        figure=drawn(found.figure),
        lines_web=drawn(found.lines_figure) if found.lines_figure else None,
        lines_said=found.lines_said,
        lines_caption=found.table_note,
        line=found.line,
        agreement=found.agreement,
        is_of_units=page.picture.is_of_units,
        sentences=found.sentences,
        question=found.question,
        sure=found.sure,
        sure_table=found.sure_table,
        has_band=found.has_band,
        caption=found.table_note,
        recipe=found.recipe,
        together=found.together,
    )
