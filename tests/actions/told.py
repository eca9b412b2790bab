"""Letters about changes as if the mail server took them at once, where a test is about something else."""

from datetime import datetime

from kulturspejl.actions import telling_near
from kulturspejl.records.models import ChangeNotice, Letter, LetterState


def take_all(now: datetime) -> None:
    """Everybody near has been told by now."""
    while ChangeNotice.objects.filter(is_done=False).exists():
        telling_near.gather(now=now)
        Letter.objects.filter(state=LetterState.WAITING).update(state=LetterState.SENT)
        telling_near.settle(now=now)
        # A person has one letter a day; here the days between are left out.
        ChangeNotice.objects.filter(is_done=True).delete()
