"""A team's agreement as a file."""

from django.http import HttpResponse

from kulturspejl.faces.shared.pdf import pdf
from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.reports.agreed import Agreed, agreed_pdf


def sheet(agreed: Agreed) -> HttpResponse:
    """One A4 page, to print or to send on."""
    return pdf(agreed_pdf(agreed, lang=language()), agreed.title)
