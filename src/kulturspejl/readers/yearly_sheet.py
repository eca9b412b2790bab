"""A unit's sheet for the yearly discussion of the work environment: the year as counts, and what is on the list."""

import uuid
from collections.abc import Iterator
from datetime import datetime

from kulturspejl.access.permission import day_of
from kulturspejl.core.plans.states import IN_HAND, State
from kulturspejl.core.text import Text
from kulturspejl.core.trio.annual import year_before
from kulturspejl.core.writing.sentence import filled
from kulturspejl.readers import plans, trio_page
from kulturspejl.records.models import RoundState, RoundUnit, TrioMeeting, User
from kulturspejl.reports.yearly import YearlySheet

MEETINGS = Text(da="Møder i TRIO’en: {count}.", en="Meetings of the TRIO: {count}.")
ROUNDS = Text(da="Målinger, der er lukket: {count}.", en="Rounds that were closed: {count}.")
AGREED = Text(da="Handlinger, der er aftalt: {count}.", en="Actions that were agreed on: {count}.")
HAND = Text(da="Handlinger i gang lige nu: {count}.", en="Actions in hand now: {count}.")
LOOKED = Text(
    da="Set på igen: {kept} bliver ved, {redone} gøres på en anden måde, {dropped} er lagt.",
    en="Looked at again: {kept} are kept, {redone} are done in another way, {dropped} were let go.",
)
FOCUS = Text(da="Fokus: {words}", en="Focus: {words}")


def for_user(user: User, unit_id: uuid.UUID, *, now: datetime) -> YearlySheet:
    """The sheet; NotThere unless the viewer leads or represents the unit."""
    page, today = trio_page.for_user(user, unit_id, now=now), day_of(now)
    return YearlySheet(
        unit=page.unit_name, on=today, since=year_before(today), counts=tuple(_counts(unit_id, now)),
        focus=filled(FOCUS, words=page.focus.words) if page.focus else None,
        matters=tuple(one.words for one in page.matters),
        learnt=tuple(
            one.learnt for one in plans.of_unit(unit_id).statuses if one.learnt and one.on >= year_before(today)
        ),
    )  # fmt: skip


def _counts(unit_id: uuid.UUID, now: datetime) -> Iterator[Text]:
    """Of the unit's own work, for its own people: meetings, rounds and actions, no answer and no name."""
    today = day_of(now)
    since = year_before(today)
    meetings = TrioMeeting.objects.filter(unit_id=unit_id, day__range=(since, today)).count()
    rounds = RoundUnit.objects.filter(
        unit_id=unit_id, round__state=RoundState.RELEASED, round__closed_on__range=(since, today)
    )
    actions = plans.of_unit(unit_id).actions
    followed = [one for one in actions if one.last is not None and day_of(one.last.at) >= since]
    yield filled(MEETINGS, count=meetings)
    yield filled(ROUNDS, count=rounds.count())
    yield filled(AGREED, count=sum(one.agreed_on is not None and one.agreed_on >= since for one in actions))
    yield filled(HAND, count=sum(one.state in IN_HAND for one in actions))
    outcomes = [one.last.outcome for one in followed if one.last is not None]
    if outcomes:
        yield filled(
            LOOKED, kept=outcomes.count(State.KEEP), redone=outcomes.count(State.REDO),
            dropped=outcomes.count(State.DROP),
        )  # fmt: skip
