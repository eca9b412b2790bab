"""The numbers of answers on a scale or on lines, in the reader's language."""

from kulturspejl.core.content.scale_instrument import ScaleInstrument
from kulturspejl.faces.shared.mirror.drawn import drawn
from kulturspejl.faces.shared.mirror.numbers import Numbers
from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.readers.results import ResultPage
from kulturspejl.reports.mirror.choosing import mirror_of


def of_steps(page: ResultPage, instrument: ScaleInstrument) -> Numbers:
    """Of a page that has numbers."""
    found = mirror_of(page.released, page.picture, instrument, language(), page.closed_on)
    return Numbers(
        figure=drawn(found.figure),
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
