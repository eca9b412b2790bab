"""How much room slides of one's own may take."""

from django.conf import settings

MOST_SLIDES, MOST_BYTES = 150, 60_000_000
"""Of one class."""


def most_bytes_here() -> int:
    """Of all classes of the instance: `KULTURSPEJL_SLIDES_MB`."""
    return int(settings.KULTURSPEJL_SLIDES_MB) * 1_000_000
