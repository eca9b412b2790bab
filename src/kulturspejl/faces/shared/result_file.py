"""The mirror as a PDF: the same words and pictures as the page."""

from django.http import HttpResponse

from kulturspejl.core.content.scale_instrument import ScaleInstrument
from kulturspejl.faces.shared.mirror import Mirror, content, mirror
from kulturspejl.faces.shared.pdf import pdf
from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.readers.results import ResultPage
from kulturspejl.reports import result_pdf
from kulturspejl.reports.steps_result import steps_pdf


def result_file(page: ResultPage) -> HttpResponse:
    """A download. It may be handed round, so it carries only lines that the team has been shown."""
    return pdf(_made(page, mirror(page)), page.unit_name, is_download=True)


def _made(page: ResultPage, shown: Mirror) -> bytes:
    unit, since = str(page.round_unit_id), shown.since.told if shown.since else None
    lines = tuple((line.kind, line.values) for line in shown.lines if line.is_shown)
    if isinstance(page.instrument, ScaleInstrument):
        return steps_pdf(
            page.released, unit, instrument=page.instrument, lang=language(), closed_on=page.closed_on, since=since,
            lines=lines,
        )  # fmt: skip
    return result_pdf(
        page.released, unit, names=content.names_of(page.instrument),
        dimensions=content.dimensions_of(page.instrument), lang=language(), closed_on=page.closed_on,
        lines=lines, guide=shown.guide, since=since,
    )  # fmt: skip
