"""From parsed TOML to the sequence of stations in an item of a day; the form of older files is read here too."""

from kulturspejl.core.content.programme import Planned, PlannedKind, StepTime
from kulturspejl.core.text import Text
from kulturspejl.core.toml.keys import id_of, once, one_of, text_or_none, yes
from kulturspejl.core.toml.table import Table

MOST_MINUTES = 240
SEQUENCE, OFFERS = "stations", "offer"


def planned_in(item: Table) -> tuple[Planned, ...]:
    """The stations in order. A file or a room from before 0.5 offers exercises alone: `offer = [{ exercise = … }]`."""
    if SEQUENCE in item.values and OFFERS in item.values:
        item.fault(
            OFFERS, "Her står både stations og offer.", "Both stations and offer are here.",
            "Skriv det hele under stations.", "Write all of it under stations.",
        )  # fmt: skip
    if SEQUENCE in item.values:
        return tuple(_planned(row) for row in item.rows(SEQUENCE, by=""))
    offers = tuple(_offer(row) for row in item.rows(OFFERS, by="exercise")) if OFFERS in item.values else ()
    once(item, OFFERS, [one.exercise for one in offers])
    return offers


def _offer(row: Table) -> Planned:
    made = Planned(
        PlannedKind.EXERCISE, exercise=row.word("exercise"), is_ticked=yes(row, "ticked", otherwise=True)
    )
    row.done()
    return made


def _planned(row: Table) -> Planned:
    kind = PlannedKind(one_of(row, "kind", tuple(PlannedKind), PlannedKind.INPUT))
    is_exercise, is_input = kind is PlannedKind.EXERCISE, kind is PlannedKind.INPUT
    made = Planned(
        kind=kind, minutes=0 if is_exercise else row.number("minutes", 1, MOST_MINUTES),
        model=row.word("model", default="") if is_input else "",
        exercise=row.word("exercise") if is_exercise else "", steps=_steps(row) if is_exercise else (),
        title=None if is_exercise else text_or_none(row, "title"), lines=_texts(row, "lines") if is_input else (),
        notes=_texts(row, "notes") if is_input else (), is_ticked=yes(row, "ticked", otherwise=True),
    )  # fmt: skip
    if is_input and not made.model and made.title is None:
        row.fault(
            "title", "Et oplæg har en model eller en overskrift.", "An input has a model or a title.",
            'Skriv model = "mindset" eller title.da = "…".', 'Write model = "mindset" or title.en = "…".',
        )  # fmt: skip
    row.done()
    return made


def _steps(row: Table) -> tuple[StepTime, ...]:
    if "steps" not in row.values:
        return ()
    found = tuple(_step(one) for one in row.rows("steps", by="id"))
    once(row, "steps", [one.id for one in found])
    return found


def _step(row: Table) -> StepTime:
    minutes = row.number("minutes", 1, MOST_MINUTES) if "minutes" in row.values else 0
    made = StepTime(id_of(row), minutes)
    row.done()
    return made


def _texts(row: Table, name: str) -> tuple[Text, ...]:
    return row.texts(name) if name in row.values else ()
