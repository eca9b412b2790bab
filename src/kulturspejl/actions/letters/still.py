"""Whether a kept letter is still true, and still for its receiver, at the moment in which it is sent.

Between the hand-over and the letter lie a night, a weekend, or a mail server that was away: a round may have been let
out meanwhile, a right may have ended. Then nobody gets a letter.
"""

import uuid
from collections.abc import Callable, Mapping
from datetime import datetime

from kulturspejl.access.handed_to import hands_of
from kulturspejl.access.permission import day_of
from kulturspejl.access.sight import Sight, sight_of
from kulturspejl.actions.letters.permissions import ended_of, grants_of
from kulturspejl.actions.reading.checking import gone_of
from kulturspejl.core.permissions import Verb
from kulturspejl.core.plans import IN_HAND
from kulturspejl.records.models import (
    Action,
    CourseDay,
    Invitation,
    KeptMeeting,
    Letter,
    PlanReminder,
    Round,
    RoundState,
    RoundUnit,
    Unit,
)
from kulturspejl.values.stock_days import stock_day

Rule = Callable[[Letter, Round, datetime], bool]


def still_holds(letter: Letter, now: datetime) -> bool:
    """Whether the letter goes; one that does not is thrown away."""
    if not letter.to.is_active:
        return False
    if letter.kind == "permission_for_you":
        return bool(grants_of([letter], day_of(now)))
    if letter.kind == "permission_ended":
        return bool(ended_of([letter], day_of(now)))
    if letter.kind == "links_gone":
        return _are_gone(letter)
    if letter.kind == "you_asked":
        return PlanReminder.objects.filter(owner=letter.to).exists()
    if letter.round is not None:
        rule = RULES.get(letter.kind, _reads)
        return rule(letter, letter.round, now)
    if letter.unit is not None:
        has_a_role = bool(_sight(letter, letter.unit.organisation_id, now).at(letter.unit.id))
        if letter.kind == "meeting_kept" and not KeptMeeting.objects.filter(unit=letter.unit).exists():
            return False
        return has_a_role and (letter.kind != "follow_up_today" or _is_in_hand(letter.unit, now))
    return True


def _are_gone(letter: Letter) -> bool:
    """Whether the list of that day still has a text whose address does not answer."""
    if letter.once is None:
        return True
    day = CourseDay.objects.filter(id=letter.once.split()[1]).select_related("held").first()
    return day is not None and bool(gone_of(day.held.course_id, [day.part]))


def _is_in_hand(unit: Unit, now: datetime) -> bool:
    """Whether nobody has said yet what came of it."""
    today = day_of(now)
    on = stock_day(unit.id)
    if on is not None and on <= today:
        return True
    return Action.objects.filter(unit=unit, follow_up__lte=today, state__in=IN_HAND).exists()


def _sight(letter: Letter, organisation_id: uuid.UUID, now: datetime) -> Sight:
    return sight_of(letter.to, organisation_id, day_of(now))


def _reads(letter: Letter, found: Round, now: datetime) -> bool:
    """Whether the receiver may read the round at its root or at one of its units, as its page asks."""
    sight = _sight(letter, found.organisation_id, now)
    units = {found.root_id, *RoundUnit.objects.filter(round=found).values_list("unit_id", flat=True)}
    return any(sight.may(Verb.ROUND_READ, unit_id) for unit_id in units)


def _waits_for(letter: Letter, found: Round, now: datetime) -> bool:
    is_waiting = found.state == RoundState.WAITING and found.closes_at > now
    return is_waiting and letter.to_id in hands_of(found, day_of(now)).releasing


def _in_state(*states: RoundState) -> Rule:
    return lambda letter, found, now: found.state in states and _reads(letter, found, now)


def _closes(letter: Letter, found: Round, now: datetime) -> bool:
    return found.state == RoundState.OPEN and found.closes_at > now and _reads(letter, found, now)


def _refused(letter: Letter, found: Round, now: datetime) -> bool:
    """Whether there still are refused letters that nobody has seen to."""
    refused = Invitation.objects.filter(round_unit__round=found).exclude(undeliverable="")
    return _is_open_to(letter, found, now) and refused.exists()


def _wished_closed(letter: Letter, found: Round, now: datetime) -> bool:
    return _is_open_to(letter, found, now) and found.close_asked_on is not None


def _declined(letter: Letter, found: Round, now: datetime) -> bool:
    return _closes(letter, found, now) and found.close_asked_on is None and found.close_declined_on is not None


def _is_open_to(letter: Letter, found: Round, now: datetime) -> bool:
    is_open = found.state == RoundState.OPEN and found.closes_at > now
    return is_open and letter.to_id in hands_of(found, day_of(now)).releasing


RULES: Mapping[str, Rule] = {
    "waits_for_you": _waits_for,
    "still_waits": _waits_for,
    "stopped": _in_state(RoundState.ON_HOLD),
    "letters_refused": _refused,
    "close_early_asked": _wished_closed,
    "close_declined": _declined,
    "given_up": _in_state(RoundState.CANCELLED),
    "answers_lost": _in_state(RoundState.CANCELLED),
    "released": _in_state(RoundState.OPEN),
    "closes_tomorrow": _closes,
    "result_open_owner": _in_state(RoundState.RELEASED),
}
