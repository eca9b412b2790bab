"""A PDF as an answer."""

from django.http import HttpResponse
from django.utils.text import slugify


def pdf(made: bytes, name: str, *, is_download: bool = False) -> HttpResponse:
    """A page to print, under a name made of `name`; nothing between here and the reader keeps a copy."""
    how = "attachment" if is_download else "inline"
    headers = {"Content-Disposition": f'{how}; filename="{slugify(name) or "page"}.pdf"', "Cache-Control": "no-store"}
    return HttpResponse(made, content_type="application/pdf", headers=headers)
