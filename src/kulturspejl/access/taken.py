"""Whether everything about a person has been downloaded lately: it comes before the person is erased."""

from datetime import datetime, timedelta

from kulturspejl.records.models import SecurityEvent, User

KIND = "everything.taken"
COUNTS = timedelta(hours=24)


def is_taken(person: User, by: User, *, now: datetime) -> bool:
    """Whether this administrator has downloaded it within the time that counts."""
    return SecurityEvent.objects.filter(user=person, by=by, kind=KIND, at__gt=now - COUNTS).exists()
