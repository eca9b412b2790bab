"""The mirror as a PDF: the same words and pictures as the page."""

from django.http import HttpResponse

from kulturspejl.faces.shared.mirror import content, mirror
from kulturspejl.faces.shared.pdf import pdf
from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.readers.results import ResultPage
from kulturspejl.reports import result_pdf


def result_file(page: ResultPage) -> HttpResponse:
    """A download. It may be handed round, so it carries only lines that the team has been shown."""
    shown = mirror(page)
    made = result_pdf(
        page.released, str(page.round_unit_id), names=content.names_of(page.instrument),
        dimensions=content.dimensions_of(page.instrument), lang=language(), closed_on=page.closed_on,
        lines=[(line.kind, line.values) for line in shown.lines if line.is_shown],
        guide=shown.guide, since=shown.since.told if shown.since else None,
    )  # fmt: skip
    return pdf(made, page.unit_name, is_download=True)
