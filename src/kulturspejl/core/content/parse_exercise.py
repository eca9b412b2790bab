"""From parsed TOML to an exercise, with every fault found on the way."""

from collections.abc import Collection, Mapping
from typing import Any

from kulturspejl.core.choreography.script import DIVIDED, Gathering
from kulturspejl.core.content.exercise import Exercise, Item, Part, Picture, Role, Stage, Step
from kulturspejl.core.content.faults import ContentError, Fault
from kulturspejl.core.content.kinds import Kind
from kulturspejl.core.content.table import Table
from kulturspejl.core.content.text import Text
from kulturspejl.core.permissions.visibility import Visibility

FILLED_IN = frozenset({Kind.ALLOCATION, Kind.AGREEMENT_ITEMS, Kind.CHOICE, Kind.BOARD})
"""The kinds that a part of an exercise can be; a talk is stages and roles of a step."""
WITH_ITEMS = frozenset({Kind.AGREEMENT_ITEMS, Kind.CHOICE, Kind.BOARD})
ASKS = ("now", "wish", "both")
LONGEST_NOTE = 2000


def exercise_from_json(data: Mapping[str, Any]) -> Exercise:
    """What a room stored, read back. Raises ContentError."""
    return parse_exercise(data, "room")


def parse_exercise(data: Mapping[str, Any], file: str) -> Exercise:
    """An exercise from the parsed TOML of `file`. Raises ContentError with all faults, each with its key."""
    faults: list[Fault] = []
    whole = Table(data, file, "", faults)
    head = whole.table("exercise")
    made = Exercise(
        id=head.word("id"), version=head.word("version"), source=head.word("source", default=""),
        name=head.text("name"), purpose=head.text("purpose"),
        steps=tuple(_step(row) for row in whole.rows("step", by="id")), raw=dict(data),
    )  # fmt: skip
    head.done()
    whole.done()
    _once(whole, "step", [step.id for step in made.steps])
    if faults:
        raise ContentError(faults)
    return made


def _step(row: Table) -> Step:
    gathering = Gathering(_of(row, "form", [one.value for one in Gathering], Gathering.ALONE.value))
    parts = tuple(_part(one) for one in row.rows("part", by="id")) if "part" in row.values else ()
    roles = tuple(_role(one) for one in row.rows("role", by="id")) if "role" in row.values else ()
    stages = (
        tuple(_stage(one, roles) for one in row.rows("stage", by="minutes")) if "stage" in row.values else ()
    )
    made = Step(
        id=row.word("id"), gathering=gathering, minutes=row.number("minutes", 1, 240), title=row.text("title"),
        phone=row.text("phone"), wall=row.text("wall"), desk=_text(row, "desk"),
        size=row.number("size", 2, 12) if "size" in row.values else 0,
        parts=parts, roles=roles, stages=stages,
    )  # fmt: skip
    _check_step(row, made)
    row.done()
    return made


def _check_step(row: Table, step: Step) -> None:
    _once(row, "part", [part.id for part in step.parts])
    if step.stages and sum(stage.minutes for stage in step.stages) != step.minutes:
        row.fault(
            "minutes", "Minutterne er ikke det samme som stykkernes minutter tilsammen.",
            "The minutes are not those of the stages together.",
            f"Skriv minutes = {sum(stage.minutes for stage in step.stages)}.",
            f"Write minutes = {sum(stage.minutes for stage in step.stages)}.",
        )  # fmt: skip
    if (step.stages or step.roles) and step.gathering not in DIVIDED:
        row.fault(
            "form", "Roller og stykker hører til i par og grupper.", "Roles and stages belong to pairs and groups.",
            'Skriv form = "groups".', 'Write form = "groups".',
        )  # fmt: skip
    if step.gathering is Gathering.GROUPS and not step.size:
        row.fault(
            "size", "Det står ikke, hvor mange der er i en gruppe.", "It does not say how many are in a group.",
            "Skriv for eksempel size = 4.", "Write for example size = 4.",
        )  # fmt: skip


def _part(row: Table) -> Part:
    kind = Kind(_of(row, "kind", [one.value for one in Kind if one in FILLED_IN], Kind.BOARD.value))
    level = Visibility(_of(row, "visibility", [one.value for one in Visibility], Visibility.PRIVATE.value))
    shown = _of(row, "picture", [one.value for one in Picture], "") if "picture" in row.values else ""
    made = Part(
        id=row.word("id"), kind=kind, visibility=level, label=row.text("label"),
        picture=Picture(shown) if shown else None,
        instrument=row.word("instrument") if kind is Kind.ALLOCATION else "",
        asks=_of(row, "asks", ASKS, "now") if kind is Kind.ALLOCATION else "",
        items=tuple(_item(one) for one in row.rows("item", by="id")) if kind in WITH_ITEMS else (),
        least=row.number("least", 0, 10) if "least" in row.values else 1,
        most=row.number("most", 1, 100) if "most" in row.values else 5,
        low=_text(row, "low"), high=_text(row, "high"),
        longest=row.number("longest", 1, LONGEST_NOTE) if "longest" in row.values else 140,
    )  # fmt: skip
    if made.picture and level is Visibility.PRIVATE:
        row.fault(
            "picture",
            "Det, som kun personen selv ser, kan ikke vises.", "What is for the person alone cannot be shown.",
            "Slet picture, eller skriv et andet niveau.", "Delete picture, or write another level.",
        )  # fmt: skip
    row.done()
    return made


def _role(row: Table) -> Role:
    made = Role(id=row.word("id"), label=row.text("label"), claim=_text(row, "claim"))
    row.done()
    return made


def _stage(row: Table, roles: Collection[Role]) -> Stage:
    says = row.table("says")
    made = Stage(
        minutes=row.number("minutes", 1, 120),
        title=row.text("title"),
        says={role.id: says.text(role.id) for role in roles},
    )
    says.done()
    row.done()
    return made


def _item(row: Table) -> Item:
    made = Item(id=row.word("id"), label=row.text("label"))
    row.done()
    return made


def _text(row: Table, name: str) -> Text | None:
    return row.text(name) if name in row.values else None


def _of(row: Table, name: str, allowed: Collection[str], otherwise: str) -> str:
    """One of `allowed`; `otherwise` after a fault."""
    found = row.word(name)
    if found in allowed:
        return found
    if found:
        named = ", ".join(allowed)
        row.fault(
            name, f"{found} er ikke et af dem, der kan bruges.", f"{found} is none of those that can be used.",
            f"Skriv et af {named}.", f"Write one of {named}.",
        )  # fmt: skip
    return otherwise


def _once(table: Table, name: str, ids: list[str]) -> None:
    for id in sorted({one for one in ids if one and ids.count(one) > 1}):
        table.fault(
            name, f"Der er to med id {id}.", f"There are two with the id {id}.",
            "Giv den ene et andet id.", "Give one of them another id.",
        )  # fmt: skip
