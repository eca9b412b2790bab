"""From parsed TOML to what is read and done between the days of a course."""

from kulturspejl.core.content.between_days import (
    LONGEST_MINUTES,
    Homework,
    HomeworkModel,
    HomeworkStep,
    Named,
    Reading,
)
from kulturspejl.core.content.web_address import NoAddress, parse_address
from kulturspejl.core.text import Text
from kulturspejl.core.toml.faults import Fault
from kulturspejl.core.toml.keys import id_of, once, yes
from kulturspejl.core.toml.table import Table

Rows = list[Table]
UNUSABLE = Text(da="Adressen kan ikke bruges.", en="The address cannot be used.")


def readings_in(whole: Table) -> tuple[Reading, ...]:
    """The texts to read, in their order; none where the file has none."""
    rows = _rows(whole, "reading")
    made = tuple(map(_reading, rows))
    _done(whole, "reading", rows)
    return made


def homework_in(whole: Table) -> tuple[Homework, ...]:
    """What is asked until a day; none where the file has none."""
    rows = _rows(whole, "homework")
    made = tuple(map(_homework, rows))
    _done(whole, "homework", rows)
    return made


def _reading(row: Table) -> Reading:
    made = Reading(
        id=id_of(row), part=row.word("day"), author=row.word("author"), title=row.word("title"),
        minutes=row.number("minutes", 1, LONGEST_MINUTES), year=row.word("year", default=""),
        address=row.word("address", default=""), is_required=yes(row, "required", otherwise=True),
    )  # fmt: skip
    if made.address:
        try:
            parse_address(made.address)
        except NoAddress as error:
            row.faults.append(Fault(row.file, row.key("address"), UNUSABLE, error.text))
    return made


def _homework(row: Table) -> Homework:
    steps = _rows(row, "step")
    models = _rows(row, "model")
    made = Homework(
        id=id_of(row), name=row.text("name"), text=row.text("text"), prepare=row.texts("prepare"),
        steps=tuple(map(_step, steps)), models=tuple(map(_model, models)), roles=_named(row, "role"),
        lines=_named(row, "line"), programmes=row.ids("programmes", "team_45"),
    )  # fmt: skip
    _done(row, "step", steps)
    _done(row, "model", models)
    for one, model in zip(models, made.models, strict=True):
        for step in sorted(set(model.says) - {step.id for step in made.steps}):
            one.fault("say", f"Der er intet trin {step}.", f"There is no step {step}.",
                      "Skriv et af trinenes id.", "Write the id of one of the steps.")  # fmt: skip
    return made


def _step(row: Table) -> HomeworkStep:
    return HomeworkStep(id_of(row), row.number("minutes", 1, LONGEST_MINUTES), row.text("text"))


def _model(row: Table) -> HomeworkModel:
    rows = _rows(row, "say", by="step")
    says = {one.word("step"): one.text("text") for one in rows}
    for one in rows:
        one.done()
    return HomeworkModel(id_of(row), row.text("name"), says, row.word("programme", default=""))


def _named(row: Table, name: str) -> tuple[Named, ...]:
    rows = _rows(row, name)
    made = tuple(Named(id_of(one), one.text("text")) for one in rows)
    _done(row, name, rows)
    return made


def _rows(table: Table, name: str, by: str = "id") -> Rows:
    """Rows that may be left out altogether."""
    return table.rows(name, by=by) if name in table.values else []


def _done(table: Table, name: str, rows: Rows) -> None:
    table.asked.add(name)
    for one in rows:
        one.done()
    once(table, name, [str(one.values.get("id", "")) for one in rows])
