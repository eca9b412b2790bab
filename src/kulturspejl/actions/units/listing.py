"""A list of units laid beside the organisation: nothing changes until it is taken in."""

import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime

from kulturspejl.access.permission import NOTHING_HERE, require_in
from kulturspejl.access.unit_lists import KEPT
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.sent import id_before, keep
from kulturspejl.core.errors import NotThere, Refused
from kulturspejl.core.permissions import Verb
from kulturspejl.core.tables.people import PersonLine
from kulturspejl.core.tables.units import UnitLine
from kulturspejl.core.text import Text
from kulturspejl.core.units.line import MOST_PEOPLE
from kulturspejl.core.writing.sentence import filled
from kulturspejl.records.models import Organisation, UnitList, User

MOST_LINES = 20_000


def begin(
    *, by: User, organisation_id: uuid.UUID, lines: Sequence[UnitLine] = (), people: Sequence[PersonLine] = (),
    roles: Collection[str] = (), told: Sequence[Text] = (), form: uuid.UUID | None = None, now: datetime,
) -> uuid.UUID:  # fmt: skip
    """Keep the lines for a day, to be looked at; `told` is what the reader of the file has to say about it.

    `people` stand beside their units, and `roles` are the columns that hold them; or they are a list of their own.
    """
    with deciding(Organisation, organisation_id):
        require_in(by, Verb.ORGANISATION_EDIT, organisation_id=organisation_id, now=now)
        if before := id_before(form, by):
            return before
        if lines or not people:
            _refuse(lines)
        made = UnitList.objects.create(
            organisation_id=organisation_id, made_by=by, made_at=now, lines=[asdict(line) for line in lines],
            people=[asdict(person) for person in people], roles=sorted(roles or {person.role for person in people}),
            told=[dict(text.words) for text in told],
        )  # fmt: skip
        keep(form, by, made.id, now)
    return made.id


def answer(*, by: User, list_id: uuid.UUID, answers: Mapping[int, str], now: datetime) -> None:
    """What the list's questions are answered with; those that are not named keep the answer they have."""
    with deciding(UnitList, list_id) as found:
        require_in(by, Verb.ORGANISATION_EDIT, organisation_id=found.organisation_id, now=now)
        if found.taken_at is not None or found.made_at < now - KEPT:
            raise NotThere(NOTHING_HERE)
        found.answers |= {str(line): word[:100] for line, word in answers.items()}
        found.save(update_fields=["answers"])


def forget_old(*, now: datetime) -> None:
    """Lists that nobody took in, and what stood before those that were: both after a day."""
    UnitList.objects.filter(made_at__lt=now - KEPT, taken_at__isnull=True).delete()
    UnitList.objects.filter(taken_at__lt=now - KEPT).delete()


def _refuse(lines: Sequence[UnitLine]) -> None:
    if not lines:
        raise Refused(Text(da="Der er ingen enheder på listen.", en="There are no units in the list."))
    if len(lines) > MOST_LINES:
        raise Refused(
            Text(da="Der er for mange linjer til én fil.", en="There are too many lines for one file.")
        )
    many = next(
        (line for line in lines if line.headcount is not None and not 0 <= line.headcount <= MOST_PEOPLE),
        None,
    )
    if many is not None:
        raise Refused(
            filled(
                Text(
                    da="Linje {line}: Skriv et antal fra 0 til {most_people}.",
                    en="Line {line}: Write a number from 0 to {most_people}.",
                ),
                line=many.line, most_people=MOST_PEOPLE,
            )
        )
