"""How it stands with the letters: how many wait, since when the mail server has not answered, how many it refused."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F

from kulturspejl.readers.result_letters import on_their_way_everywhere
from kulturspejl.records.models import Invitation, Letter, LetterState, MailServer, RoundState


@dataclass(frozen=True)
class MailState:
    """`waiting` counts letters that the mail server has not taken yet, of open rounds, about results
    and to accounts.

    `since` is when the mail server stopped answering, None while it does; `trouble` then is a sentence in English with
    the kind of fault. `refused` counts letters that never arrive: said no to for good, or not writable.
    """

    waiting: int
    since: datetime | None
    refused: int
    trouble: str | None


def mail_state() -> MailState:
    """For the whole instance; says nothing of anybody."""
    invited = Invitation.objects.filter(round_unit__round__state=RoundState.OPEN).exclude(address="")
    due = invited.filter(undeliverable="", mails_sent__lte=F("round_unit__round__reminders_sent"))
    letters = Letter.objects.all()
    never = letters.filter(state__in=(LetterState.REFUSED, LetterState.UNWRITABLE)).count()
    row = MailServer.objects.filter(id=1, away_since__isnull=False).first()
    return MailState(
        waiting=due.count() + letters.filter(state=LetterState.WAITING).count() + on_their_way_everywhere(),
        since=row.away_since if row else None,
        refused=invited.exclude(undeliverable="").count() + never,
        trouble=f"the mail server does not take letters ({row.fault})" if row else None,
    )
