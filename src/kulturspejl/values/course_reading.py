"""How much a course may have to read, and how much room its files may take."""

from django.conf import settings

MOST_TEXTS, MOST_BYTES = 40, 60_000_000
"""Of one course."""
LONGEST_FILE = 7_000_000
"""Bytes of one file: what every address takes in (web/bodies) less the form around it."""
LONGEST = {"author": 200, "year": 20, "title": 300}
LONGEST_MINUTES = 240


def most_bytes_here() -> int:
    """Of all courses of the instance together: as much as own slides may take (`KULTURSPEJL_SLIDES_MB`)."""
    return int(settings.KULTURSPEJL_SLIDES_MB) * 1_000_000


def checks_links() -> bool:
    """Whether the addresses of reading lists are asked each night: `KULTURSPEJL_CHECK_LINKS`."""
    return bool(settings.KULTURSPEJL_CHECK_LINKS)
