"""A text file that somebody has chosen, as text."""

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _


def text_of(file: UploadedFile, longest: int) -> str:
    """The file's text; raises ValidationError with a sentence when it is too long or no text."""
    if file.size is None or file.size > longest:
        raise ValidationError(_("The file is too large."))
    raw = file.read()
    # Danish spreadsheets still write Windows-1252.
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return str(raw.decode(encoding))
        except UnicodeDecodeError:
            continue
    raise ValidationError(_("The file is not text. Save it as text or CSV and choose it again."))
