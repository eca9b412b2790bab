"""Whom a waiting round has been put to, and what has become of the letters about it: for the pages of the round."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from kulturspejl.access.handed_to import accounts, hands_of
from kulturspejl.access.permission import day_of
from kulturspejl.core.workdays import answer_by
from kulturspejl.core.writing.order import danish_key
from kulturspejl.records.models import Letter, LetterState, Round, RoundState
from kulturspejl.values.hours import comes_from, is_quiet

KINDS = ("waits_for_you", "still_waits")


@dataclass(frozen=True)
class HandOver:
    """Names by what has become of their letter; `comes` is when waiting ones come, None where they are under way.

    All three are empty where nobody can say yes.
    """

    told: tuple[str, ...]
    waiting: tuple[str, ...]
    refused: tuple[str, ...]
    answer_by: date
    comes: datetime | None

    @property
    def is_nobodys(self) -> bool:
        """Whether there is nobody who could be told."""
        return not (self.told or self.waiting or self.refused)


def hand_over(found: Round, *, now: datetime) -> HandOver | None:
    """Of a round that waits; None for every other."""
    if found.state != RoundState.WAITING:
        return None
    people = sorted(accounts(hands_of(found, day_of(now)).releasing), key=lambda one: danish_key(str(one)))
    rows = Letter.objects.filter(round=found, kind__in=KINDS, to__in=people)
    rows = rows.exclude(state=LetterState.UNWANTED).order_by("id")
    states = dict(rows.values_list("to_id", "state"))

    def who(*wanted: str) -> tuple[str, ...]:
        return tuple(str(one) for one in people if states.get(one.id, LetterState.WAITING) in wanted)

    return HandOver(
        told=who(LetterState.SENT), waiting=who(LetterState.WAITING),
        refused=who(LetterState.REFUSED, LetterState.UNWRITABLE),
        answer_by=answer_by(found.requested_on, timezone.localtime(found.closes_at).date()),
        comes=comes_from(now) if is_quiet(now) else None,
    )  # fmt: skip
