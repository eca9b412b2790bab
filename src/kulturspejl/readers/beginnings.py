"""Whether anybody has begun here."""

from kulturspejl.records.models import Organisation


def is_empty() -> bool:
    """True while there is no organisation: the only time when the start page does anything."""
    return not Organisation.objects.exists()
