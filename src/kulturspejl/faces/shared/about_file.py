"""Everything about a person as a file to keep: the data for machines, and a page for people."""

import io
import json
import zipfile
from dataclasses import asdict

from django.http import HttpResponse
from django.template.loader import render_to_string

from kulturspejl.faces.shared.templatetags.saying import language, say
from kulturspejl.readers.about_me import Everything


def zipped(found: Everything) -> bytes:
    """everything.json and everything.html in one file."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "everything.json", json.dumps(asdict(found), ensure_ascii=False, indent=1, default=str)
        )
        parts = [
            (say(part.title), [list(row.items()) for row in part.rows], part.left_out) for part in found.parts
        ]
        page = render_to_string(
            "account/everything.html", {"found": found, "parts": parts, "language": language()}
        )
        archive.writestr("everything.html", page)
    return made.getvalue()


def attached(found: Everything) -> HttpResponse:
    """The file as a download that leaves no copy in the browser."""
    headers = {
        "Content-Disposition": 'attachment; filename="kulturspejl-everything.zip"',
        "Cache-Control": "no-store",
    }
    return HttpResponse(zipped(found), content_type="application/zip", headers=headers)
