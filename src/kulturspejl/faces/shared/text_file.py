"""A file that somebody has chosen, as bytes or as the text that could have been pasted from it."""

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from kulturspejl.core.errors import Refused
from kulturspejl.core.tables.as_text import AsText, as_text
from kulturspejl.core.tables.read import MOST_BYTES
from kulturspejl.faces.shared.templatetags.saying import say

LONGEST_TEXT = 3_000_000
"""Signs that fit in the field of a list: twenty thousand people with name, unit and address."""
ACCEPTED = ".csv,.txt,.xlsx,.ods,text/csv,text/plain"
"""What a browser offers to choose, for a list."""


def bytes_of(file: UploadedFile) -> bytes:
    """What the file holds; raises ValidationError with a sentence when it is too large."""
    if file.size is None or file.size > MOST_BYTES:
        raise ValidationError(_("The file is too large. Delete the columns that are not needed, or divide it."))
    return bytes(file.read())


def text_of(file: UploadedFile) -> AsText:
    """The file's lines; raises ValidationError with a sentence when it is too large, or neither text nor a sheet."""
    try:
        read = as_text(bytes_of(file))
    except Refused as refused:
        raise ValidationError(say(refused.text)) from None
    if len(read.text) > LONGEST_TEXT:
        raise ValidationError(_("The file is too large. Delete the columns that are not needed, or divide it."))
    return read
