"""Workbooks as spreadsheet programs write them, and as people with bad intentions do."""

import io
import zipfile
from collections.abc import Mapping, Sequence

import xlsxwriter

Cell = str | float | bool | None

SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet"
_CONTENT = """<?xml version="1.0" encoding="UTF-8"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
<table:table table:name="Ark1">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"""
_MANIFEST = f"""<?xml version="1.0"?><manifest:manifest
 xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/"
 manifest:media-type="{SPREADSHEET}"/></manifest:manifest>"""


def xlsx(sheets: Mapping[str, Sequence[Sequence[Cell]]]) -> bytes:
    """One sheet a name, its rows from the first corner."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    return out.getvalue()


def ods(rows: str) -> bytes:
    """A sheet of these rows, written in OpenDocument's XML."""
    content = _CONTENT.format(rows=rows)
    return packed({"mimetype": SPREADSHEET, "META-INF/manifest.xml": _MANIFEST, "content.xml": content})


def ods_row(*cells: Cell, times: int = 1) -> str:
    """One row; LibreOffice ends it with all the cells up to the last column, empty."""
    written = "".join(_cell(cell) for cell in cells)
    rest = '<table:table-cell table:number-columns-repeated="16380"/>'
    return f'<table:table-row table:number-rows-repeated="{times}">{written}{rest}</table:table-row>'


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def parts_of(book: bytes) -> dict[str, bytes]:
    """What an archive holds."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _cell(cell: Cell) -> str:
    if cell is None:
        return "<table:table-cell/>"
    kind = 'office:value-type="string"' if isinstance(cell, str) else f'office:value-type="float" office:value="{cell}"'
    return f"<table:table-cell {kind}><text:p>{cell}</text:p></table:table-cell>"
