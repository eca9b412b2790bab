"""A QR code as SVG."""

import io

import segno

QUIET = 4
"""Modules of white around it, as the standard asks (ISO/IEC 18004)."""


def qr_svg(url: str) -> str:
    """Error correction M: it still reads with a crease or a coffee stain. Same address, same picture."""
    out = io.BytesIO()
    segno.make(url, error="m", micro=False, boost_error=False).save(
        out, kind="svg", border=QUIET, xmldecl=False, svgns=True, dark="#000", omitsize=True
    )
    return out.getvalue().decode()
