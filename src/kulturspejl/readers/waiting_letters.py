"""How many invitations and reminders of open rounds have not gone out yet."""

from django.db.models import F

from kulturspejl.records.models import Invitation, RoundState


def count() -> int:
    """Of all rounds together."""
    due = Invitation.objects.filter(round_unit__round__state=RoundState.OPEN).exclude(address="")
    return due.filter(mails_sent__lte=F("round_unit__round__reminders_sent")).count()
