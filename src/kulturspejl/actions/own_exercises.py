"""A facilitator's own exercises: kept as the text of a file, taken from one, tried with robots, deleted."""

import random
import uuid
from datetime import datetime

from kulturspejl.access.permission import NOTHING_HERE, day_of
from kulturspejl.access.room_access import organisations_of
from kulturspejl.actions import rooms
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding, deciding_alone
from kulturspejl.actions.rehearsing import rehearse
from kulturspejl.actions.sent import forget, id_before, keep, may_be_gone
from kulturspejl.core.content.exercise import Exercise
from kulturspejl.core.content.own_exercise import day_of as day_with
from kulturspejl.core.content.own_exercise import is_own
from kulturspejl.core.errors import Conflict, Faulty, NotThere
from kulturspejl.core.text import Text
from kulturspejl.core.toml.faults import ContentError
from kulturspejl.core.writing.sentence import filled
from kulturspejl.library import own_file
from kulturspejl.records.models import OwnExercise, User
from kulturspejl.values.own_exercises import (
    MOST_OF_A_PERSON,
    MOST_OF_ALL,
    exercise_of,
    mark_of,
)

OF_ALL = "own exercises"
"""There is room for so many of all together."""
CHANGED = Text(
    da="Øvelsen er ændret i et andet vindue, mens du skrev. Det, du har skrevet, står her endnu. Gem igen, hvis det "
    "skal gælde.",
    en="The exercise was changed in another window while you were writing. What you wrote is still here. Save again if "
    "it is to hold.",
)
TOO_MANY = Text(
    da="Du kan have {most} egne øvelser. Hent en som fil, og slet den, hvis du vil have plads til en ny.",
    en="You can have {most} exercises of your own. Download one and delete it to make room for a new one.",
)
FULL = Text(
    da="Serveren har ikke plads til flere egne øvelser. Spørg den, der driver den.",
    en="The server has no room for more exercises. Ask whoever runs it.",
)
THERE_ALREADY = Text(
    da="Du har allerede »{name}« under samme id. Sæt kryds ved, at filen skal erstatte den, og send filen igen.",
    en="You have “{name}” under the same id already. Tick that the file is to replace it, and send the file again.",
)
NOT_YOURS = Text(
    da="Øvelsens id er brugt, eller det begynder ikke med own_. Gem den under et andet.",
    en="The id of the exercise is taken, or does not begin with own_. Save it under another.",
)


def save_exercise(
    *, by: User, exercise_id: uuid.UUID | None, text: str, seen: str = "", form: uuid.UUID | None = None,
    now: datetime,
) -> uuid.UUID:  # fmt: skip
    """Keep the file's text as a new exercise, or as the one that `exercise_id` is; returns its id.

    Robots go through it first, before anything is locked: nobody else waits for them. `seen` is the mark of the text
    that was changed. Raises ContentError with every fault of the file, Faulty for what there is no room for, Conflict
    where somebody has changed it meanwhile.
    """
    if before := _asked_before(by, form, now):
        return before
    made = _rehearsed(text)
    with deciding_alone(OF_ALL), deciding(User, by.id) as owner:
        organisation = _require_facilitator(by, now)
        if before := id_before(form, by):
            return before
        if exercise_id is None:
            row = _new(owner, made.id, text, now)
        else:
            row = _own(by, exercise_id)
            if seen and seen != mark_of(row.text):
                raise Conflict(CHANGED)
            row.key, row.text, row.changed_at = made.id, text, now
            row.save(update_fields=["key", "text", "changed_at"])
        note(by=by, organisation_id=organisation, verb="exercise.save", about=row.id, now=now)
        keep(form, by, row.id, now)
    return row.id


def take_exercise(
    *, by: User, given: bytes, replaces: bool, form: uuid.UUID | None = None, now: datetime
) -> uuid.UUID:  # fmt: skip
    """Keep a file that came in, byte for byte where it has an own id already; returns the exercise's id.

    One of the same id is replaced where `replaces` says so. Raises ContentError, and Faulty under "file".
    """
    if before := _asked_before(by, form, now):
        return before
    text = own_file.named_as_own(own_file.text_of(given))
    made = _rehearsed(text)
    with deciding_alone(OF_ALL), deciding(User, by.id) as owner:
        organisation = _require_facilitator(by, now)
        if before := id_before(form, by):
            return before
        row = OwnExercise.objects.filter(owner=owner, key=made.id).first()
        if row is None:
            row = _new(owner, made.id, text, now)
        elif row.text != text:
            if not replaces:
                there = filled(THERE_ALREADY, name=_name(row))
                raise Faulty(there, {"replaces": there})
            row.text, row.changed_at = text, now
            row.save(update_fields=["text", "changed_at"])
        note(by=by, organisation_id=organisation, verb="exercise.save", about=row.id, now=now)
        keep(form, by, row.id, now)
    return row.id


def delete_exercise(
    *, by: User, exercise_id: uuid.UUID, form: uuid.UUID | None = None, now: datetime
) -> None:  # fmt: skip
    """Take it away. Rooms that hold it have their own copy."""
    with may_be_gone(form, by), deciding(User, by.id):
        organisation = _require_facilitator(by, now)
        row = _own(by, exercise_id)
        row.delete()
        forget(exercise_id)
        note(by=by, organisation_id=organisation, verb="exercise.delete", about=exercise_id, now=now)
        keep(form, by, exercise_id, now)


def practise_exercise(
    *, by: User, exercise_id: uuid.UUID, language: str, form: uuid.UUID | None = None, now: datetime
) -> uuid.UUID:
    """A practice room that holds this exercise alone, with the same robots as a day; returns its id."""
    try:
        made = exercise_of(_own(by, exercise_id).text)
    except ContentError as error:
        raise Conflict(error.faults[0].wrong) from error
    plan = day_with(made)
    return rooms.create_class(
        by=by, plan=plan, name=made.name.into(language), day=day_of(now), check_in=plan.check_ins[0].into(language),
        homework="", language=language, is_practice=True, form=form, now=now,
    )  # fmt: skip


def _asked_before(by: User, form: uuid.UUID | None, now: datetime) -> uuid.UUID | None:
    """What the form has made already. Asked before a file is read, which takes too long for a lock, and again after."""
    with deciding(User, by.id):
        _require_facilitator(by, now)
        return id_before(form, by)


def _rehearsed(text: str) -> Exercise:
    made = exercise_of(text)
    rehearse(made, random.Random(text))
    return made


def _require_facilitator(by: User, now: datetime) -> uuid.UUID:
    """Whoever may make rooms may make exercises for them; the organisation is where it is noted."""
    found = organisations_of(by, day_of(now))
    if not found:
        raise NotThere(NOTHING_HERE)
    return found[0]


def _own(by: User, exercise_id: uuid.UUID) -> OwnExercise:
    found = OwnExercise.objects.filter(owner=by, id=exercise_id).first() if by.is_authenticated else None
    if found is None:
        raise NotThere(NOTHING_HERE)
    return found


def _name(row: OwnExercise) -> Text | str:
    """What it is called; one that this instance can no longer read is called by its id."""
    try:
        return exercise_of(row.text).name
    except ContentError:
        return row.key


def _new(owner: User, key: str, text: str, now: datetime) -> OwnExercise:
    refused = None
    if OwnExercise.objects.filter(owner=owner).count() >= MOST_OF_A_PERSON:
        refused = filled(TOO_MANY, most=MOST_OF_A_PERSON)
    elif OwnExercise.objects.count() >= MOST_OF_ALL:
        refused = FULL
    elif not is_own(key) or OwnExercise.objects.filter(owner=owner, key=key).exists():
        refused = NOT_YOURS
    if refused:
        raise Faulty(refused, {"file": refused})
    return OwnExercise.objects.create(owner=owner, key=key, text=text, made_at=now, changed_at=now)
