"""The history of an action or a trait in words: who, when, which field, what was said, what was taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kulturspejl.core.plans import action, trait
from kulturspejl.core.plans.action import DAYS
from kulturspejl.core.plans.follow_up import NOTICED, Noticed
from kulturspejl.core.plans.history import LOOKED_AT, Did, Line
from kulturspejl.core.plans.influences import DIRECTED, INFLUENCES, Directed, Influence
from kulturspejl.core.plans.states import NAMES, State
from kulturspejl.core.plans.status import ANSWERS, Answer
from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import in_words
from kulturspejl.readers.plan_stock import name_of
from kulturspejl.records.models import Action, Trait, User
from kulturspejl.values.plan_lines import lines_of

LABELS: Mapping[str, Text] = {
    **action.FIELD_NAMES,
    **trait.FIELD_NAMES,
    "state": Text(da="Hvor langt vi er", en="Where it is"),
    "outcome": Text(da="Hvad der bliver af det", en="What becomes of it"),
}
ORDER = ("state", "outcome", *action.FIELDS, *trait.FIELDS)
_CHOICES: Mapping[str, Mapping[str, Text]] = {
    "influence": {str(one): INFLUENCES[one] for one in Influence},
    "directed": {str(one): DIRECTED[one] for one in Directed},
    "state": {str(one): NAMES[one] for one in State},
    "outcome": {str(one): ANSWERS[one] for one in Answer},
}


@dataclass(frozen=True)
class Changed:
    """One field of a change."""

    label: Text
    before: Text | str
    after: Text | str


@dataclass(frozen=True)
class HistoryLine:
    """`noticed` and `outcome` in words, of what says what came of it; `undone_by` where it was taken back."""

    at: datetime
    who: str
    number: int | None
    did: Did
    changed: tuple[Changed, ...]
    line: str
    noticed: Text | None
    effect: str
    learnt: str
    outcome: Text | None
    next_step: str
    is_undone: bool
    undone_by: str
    undone_at: datetime | None
    is_taken_in: bool


def history_of(row: Action | Trait) -> tuple[HistoryLine, ...]:
    """The newest first."""
    rows = {event.pk: event for event in row.events.all()}
    return tuple(
        _line(line, rows[line.id].by, rows[line.id].undone_by, rows[line.id].undone_at)
        for line in reversed(lines_of(row))
    )


def _line(line: Line, by: User | None, undone_by: User | None, undone_at: datetime | None) -> HistoryLine:
    said = line.said
    return HistoryLine(
        at=line.at, who=name_of(by), number=by.number if by else None, did=line.did,
        changed=tuple(_changed(line)), line=said.get("line", ""),
        noticed=NOTICED[Noticed(said["noticed"])] if "noticed" in said else None,
        effect=said.get("effect", said.get("came", "")), learnt=said.get("learnt", ""), outcome=_outcome(line),
        next_step=said.get("next_step", ""), is_undone=line.is_undone, undone_by=name_of(undone_by),
        undone_at=undone_at, is_taken_in=line.did is Did.CHANGED and "state" in line.changed,
    )  # fmt: skip


def _outcome(line: Line) -> Text | None:
    if line.did not in LOOKED_AT:
        return None
    return ANSWERS[Answer(line.said["answer"])] if line.did is Did.STATUS else NAMES[State(line.said["outcome"])]


def _changed(line: Line) -> Sequence[Changed]:
    return [
        Changed(LABELS[name], *(_written(name, value) for value in line.changed[name]))
        for name in ORDER
        if name in line.changed
    ]


def _written(name: str, value: str | None) -> Text | str:
    if not value:
        return ""
    if name in DAYS:
        return in_words(date.fromisoformat(value))
    return _CHOICES.get(name, {}).get(value, value)
