"""Taking stock of a unit's plan: one act that says of each trait and action what came of it and what becomes of it.

Every line is written into the history of what it is about, so the plan goes on from there; the whole is kept as it was
said that day. For a day it can be taken back, as long as nothing has been done to any of it since.
"""

import uuid
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from kulturspejl.access.permission import NOTHING_HERE, day_of, require
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.plans.writing_down import pair, put, require_seen, write_down
from kulturspejl.actions.sent import id_before, keep, made_before
from kulturspejl.core.errors import Conflict, NotThere, Refused
from kulturspejl.core.permissions import Verb
from kulturspejl.core.plans import IN_HAND, State, StatusDraft, StatusLine
from kulturspejl.core.plans.history import Did, is_of_the_last_day, kept
from kulturspejl.core.plans.status import OVER, STATES, Answer
from kulturspejl.core.text import Text
from kulturspejl.records.models import Action, PlanStatus, Trait, Unit, User

NOT_IN_HAND = Text(
    da="En af handlingerne er ikke aftalt længere. Se, hvad der står i planen nu. Det, du skrev, er ikke væk.",
    en="One of the actions is not agreed any more. See what stands in the plan now. What you wrote is not lost.",
)
MOVED_ON = Text(
    da="Der er sket mere i planen siden. Ret det enkelte træk eller den enkelte handling i stedet.",
    en="More has happened in the plan since. Change the trait or action itself instead.",
)
TOO_LATE = Text(
    da="En status kan kun fortrydes i et døgn. Gør status igen i stedet.",
    en="A status can be taken back for one day only. Take stock again instead.",
)
TWO_TRAITS = Text(
    da="I har valgt et andet træk siden. Status kan ikke fortrydes mere.",
    en="You have chosen another trait since. The status cannot be taken back any more.",
)


def take_stock(
    *, by: User, unit_id: uuid.UUID, draft: StatusDraft, form: uuid.UUID | None = None, now: datetime
) -> uuid.UUID:
    """Keep a status of the unit's plan (core/plans/status), and carry out what it says; the status.

    Raises Conflict where somebody has written since, Faulty with a sentence a field.
    """
    with deciding(Unit, unit_id) as unit:
        require(by, Verb.PLAN_EDIT, unit_id=unit_id, now=now)
        if before := id_before(form, by):
            return before
        clean = draft.checked(day_of(now))
        traits = _rows(Trait, unit_id, clean.traits)
        actions = _rows(Action, unit_id, clean.actions)
        made = PlanStatus.objects.create(
            unit=unit, on=day_of(now), at=now, by=by, learnt=clean.learnt, line=clean.line, again=clean.again,
            lines=[
                *(_kept("trait", line, trait.more_of) for trait, line in traits),
                *(_kept("action", line, action.what) for action, line in actions),
            ],
        )  # fmt: skip
        for trait, line in traits:
            _write_trait(trait, line, made, by, now)
        for action, line in actions:
            _write_action(action, line, made, by, now)
        note(by=by, organisation_id=unit.organisation_id, verb="plan.status", about=unit.id, now=now)
        keep(form, by, made.id, now)
    return made.id


def undo_stock(*, by: User, status_id: uuid.UUID, form: uuid.UUID | None = None, now: datetime) -> uuid.UUID:
    """Take a status back with all that it did; the unit. It stays in the histories, marked.

    Raises Conflict where more has happened to one of its lines, Refused after a day.
    """
    with deciding(PlanStatus, status_id) as made:
        require(by, Verb.PLAN_EDIT, unit_id=made.unit_id, now=now)
        if made_before(form, by) is not None or made.undone_at is not None:
            return made.unit_id
        if not is_of_the_last_day(made.at, now):
            raise Refused(TOO_LATE)
        rows: list[Action | Trait] = [
            *Trait.objects.filter(unit_id=made.unit_id, id__in=_ids(made, "trait")),
            *Action.objects.filter(unit_id=made.unit_id, id__in=_ids(made, "action")),
        ]
        for row in rows:
            _take_back(row, made, by, now)
        PlanStatus.objects.filter(id=made.id).update(undone_at=now, undone_by=by)
        note(by=by, organisation_id=made.unit.organisation_id, verb="plan.status_undo", about=made.unit_id, now=now)
        keep(form, by, made.id, now)
    return made.unit_id


def _rows(
    table: type[Any], unit_id: uuid.UUID, lines: Sequence[StatusLine]
) -> list[tuple[Any, StatusLine]]:
    """Each line with what it is about, as it stands now and as it was seen."""
    found = {row.id: row for row in table.objects.filter(unit_id=unit_id, id__in=[one.id for one in lines])}
    made = []
    for line in {one.id: one for one in lines}.values():
        if line.id not in found:
            raise NotThere(NOTHING_HERE)
        row = found[line.id]
        require_seen(row, line.seen)
        if isinstance(row, Action) and row.state not in IN_HAND:
            raise Conflict(NOT_IN_HAND)
        made.append((row, line))
    return made


def _kept(what: str, line: StatusLine, words: str) -> dict[str, str | None]:
    return {"what": what, "id": str(line.id), "words": words, "again": kept(line.again)} | _said(line)


def _said(line: StatusLine) -> dict[str, str]:
    return {name: getattr(line, name) for name in ("answer", "came", "learnt", "next_step", "who")}


def _write_trait(trait: Trait, line: StatusLine, made: PlanStatus, by: User, now: datetime) -> None:
    is_over = line.answer in OVER
    changed = {"outcome": pair(trait.outcome, line.answer)} if is_over else {}
    said = _said(line) | {"status": str(made.id), "was_current": "yes" if trait.is_current else ""}
    write_down(trait, Did.STATUS, by=by, verb="", changed=changed, said=said, now=now)
    if is_over:
        Trait.objects.filter(id=trait.id).update(is_current=False)


def _write_action(action: Action, line: StatusLine, made: PlanStatus, by: User, now: datetime) -> None:
    answer = Answer(line.answer)
    state = STATES.get(answer, State(action.state))
    after: dict[str, str | date | None] = {"state": state, "follow_up": line.again}
    if answer is not Answer.STOP:
        after["who"] = line.who
    pairs = {name: pair(getattr(action, name), value) for name, value in after.items()}
    write_down(
        action, Did.STATUS, by=by, verb="", said=_said(line) | {"effect": line.came, "status": str(made.id)}, now=now,
        changed={name: pair for name, pair in pairs.items() if pair[0] != pair[1]},
    )  # fmt: skip


def _ids(made: PlanStatus, what: str) -> Iterator[uuid.UUID]:
    yield from (uuid.UUID(one["id"]) for one in made.lines if one["what"] == what)


def _take_back(row: Action | Trait, made: PlanStatus, by: User, now: datetime) -> None:
    last = row.events.filter(undone_at=None).order_by("-id").first()
    if last is None or last.did != Did.STATUS or last.said.get("status") != str(made.id):
        raise Conflict(MOVED_ON)
    put(row, {name: old for name, (old, _new) in last.changed.items()})
    if isinstance(row, Trait) and last.said.get("was_current") and "outcome" in last.changed:
        if Trait.objects.filter(unit_id=row.unit_id, is_current=True).exists():
            raise Conflict(TWO_TRAITS)
        Trait.objects.filter(id=row.id).update(is_current=True)
    row.events.filter(id=last.id).update(undone_at=now, undone_by=by)
