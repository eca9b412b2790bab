"""A team's agreement as a file."""

from django.http import HttpResponse
from django.utils.text import slugify

from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.reports.agreed import Agreed, agreed_pdf


def sheet(agreed: Agreed) -> HttpResponse:
    """One A4 page, to print or to send on."""
    name = slugify(agreed.title) or "agreed"
    headers = {"Content-Disposition": f'inline; filename="{name}.pdf"', "Cache-Control": "no-store"}
    return HttpResponse(agreed_pdf(agreed, lang=language()), content_type="application/pdf", headers=headers)
