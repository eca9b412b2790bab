"""The header under which a file is handed out: with all letters of its name, and in twenty-six for old readers."""

from urllib.parse import quote

from kulturspejl.core.content.file_name import file_name, plain_file_name

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
"""What a workbook is called (XLSX)."""


def disposition(words: str, ending: str, *, is_download: bool = True) -> str:
    """`Content-Disposition` for a file called after `words` (RFC 6266): `filename` is plain, `filename*` whole."""
    how = "attachment" if is_download else "inline"
    plain = f"{plain_file_name(words) or 'page'}.{ending}"
    whole = f"{file_name(words) or 'page'}.{ending}"
    also = f"; filename*=UTF-8''{quote(whole, safe='')}" if whole != plain else ""
    return f'{how}; filename="{plain}"{also}'
