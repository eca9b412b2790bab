"""The picture of whoever holds a day, as pages and reports take it."""

import base64
import uuid
from dataclasses import dataclass

from kulturspejl.records.models import OwnLogo


@dataclass(frozen=True)
class Logo:
    """`words` say it to whoever cannot see it; `width` and `height` are those of the picture, in dots."""

    words: str
    width: int
    height: int


def logo_of(owner_id: uuid.UUID | None) -> Logo | None:
    """A person's, without its picture; None where there is none."""
    row = OwnLogo.objects.filter(owner_id=owner_id).values_list("words", "width", "height").first()
    return Logo(*row) if row and owner_id else None


def logo_image(owner_id: uuid.UUID | None) -> tuple[str, bytes] | None:
    """(form, picture) of it."""
    row = OwnLogo.objects.filter(owner_id=owner_id).values_list("form", "image").first()
    return (row[0], bytes(row[1])) if row and owner_id else None


def logo_svg(owner_id: uuid.UUID | None) -> tuple[str, str]:
    """(drawing, words) for a report, ("", "") for none: the picture inside a drawing, as a layout takes it in."""
    logo, found = logo_of(owner_id), logo_image(owner_id)
    if logo is None or found is None:
        return "", ""
    form, image = found
    size = f'width="{logo.width}" height="{logo.height}"'
    data = base64.b64encode(image).decode()
    drawn = f'<image {size} href="data:image/{form};base64,{data}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{drawn}</svg>', logo.words
