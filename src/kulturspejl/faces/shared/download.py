"""Files that are handed out: kept by nobody on the way, with all letters of their name, and in twenty-six for old
readers."""

from urllib.parse import quote

from django.http import HttpResponse

from kulturspejl.core.content.file_name import file_name, plain_file_name

KINDS = {
    "csv": "text/csv; charset=utf-8", "ics": "text/calendar; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}  # fmt: skip
"""What each ending is called."""
MARK = "\ufeff"
"""Tells a Danish spreadsheet that rows are UTF-8."""


def handed_out(made: str | bytes, words: str, ending: str) -> HttpResponse:
    """A file called after `words`, of one of KINDS."""
    headers = {"Content-Disposition": disposition(words, ending), "Cache-Control": "no-store"}
    content = MARK + made if ending == "csv" and isinstance(made, str) else made
    return HttpResponse(content, content_type=KINDS[ending], headers=headers)


def disposition(words: str, ending: str, *, is_download: bool = True) -> str:
    """`Content-Disposition` for a file called after `words` (RFC 6266): `filename` is plain, `filename*` whole."""
    how = "attachment" if is_download else "inline"
    plain = f"{plain_file_name(words) or 'page'}.{ending}"
    whole = f"{file_name(words) or 'page'}.{ending}"
    also = f"; filename*=UTF-8''{quote(whole, safe='')}" if whole != plain else ""
    return f'{how}; filename="{plain}"{also}'
