"""A PDF as an answer."""

from django.http import HttpResponse

from kulturspejl.faces.shared.download import disposition


def pdf(made: bytes, name: str, *, is_download: bool = False) -> HttpResponse:
    """A page to print, under a name made of `name`; nothing between here and the reader keeps a copy."""
    headers = {
        "Content-Disposition": disposition(name, "pdf", is_download=is_download), "Cache-Control": "no-store",
    }  # fmt: skip
    return HttpResponse(made, content_type="application/pdf", headers=headers)
