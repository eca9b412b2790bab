"""Noting what the instance knows of itself: last backup, last sight of the clock, the mark of its secret."""

from datetime import datetime

from kulturspejl.records.models import InstanceFact

LONGEST = 500


def keep(name: str, text: str, at: datetime) -> None:
    """Write the fact in the place of an earlier one of its name."""
    InstanceFact.objects.update_or_create(name=name, defaults={"text": text[:LONGEST], "at": at})


def forget(*names: str) -> None:
    """Take these facts away."""
    InstanceFact.objects.filter(name__in=names).delete()
