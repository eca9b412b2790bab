"""From parsed TOML to an exercise, with every fault found on the way."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from kulturspejl.core.content.exercise import ABROAD, Exercise, Role, Stage, Step
from kulturspejl.core.content.gathering import DIVIDED, Gathering
from kulturspejl.core.content.opens import opened_by
from kulturspejl.core.content.parse_part import parse_part
from kulturspejl.core.content.parse_wall import on_the_wall
from kulturspejl.core.content.places import template
from kulturspejl.core.kinds.base.items import Itemised
from kulturspejl.core.kinds.board import Board
from kulturspejl.core.kinds.choice import Choice
from kulturspejl.core.kinds.sheet import Sheet
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.toml.faults import ContentError, Fault
from kulturspejl.core.toml.keys import id_of, once, one_of, text_or_none
from kulturspejl.core.toml.table import Table

WHO_SEES, EACH = ("who_sees",), ("each",)
"""What can be filled into a phone's text, and into the words of a stage."""
MOST_SIDES = 2
MOST_WITH_A_SHEET = 5
"""A group may get one more where people do not divide evenly: then one is asked and five answer."""


def exercise_from_json(data: Mapping[str, Any]) -> Exercise:
    """What a room stored, read back. Raises ContentError."""
    return parse_exercise(data, "room")


def parse_exercise(data: Mapping[str, Any], file: str) -> Exercise:
    """An exercise from the parsed TOML of `file`. Raises ContentError with all faults, each with its key."""
    faults: list[Fault] = []
    whole = Table(data, file, "", faults)
    head = whole.table("exercise")
    made = Exercise(
        id=id_of(head), version=head.word("version"), source=head.word("source", default=""),
        name=head.text("name"), purpose=head.text("purpose"),
        steps=tuple(_step(row) for row in whole.rows("step", by="id")), raw=dict(data),
        alone=text_or_none(head, "alone"), model=head.word("model", default=""),
        promises=head.ids("promises", "plan/action"),
    )  # fmt: skip
    head.done()
    whole.done()
    once(whole, "step", [step.id for step in made.steps])
    _check_reads(whole, made)
    _check_brings(whole, made)
    _check_promises(head, made)
    if faults:
        raise ContentError(faults)
    return made


def _step(row: Table) -> Step:
    gathering = Gathering(one_of(row, "form", tuple(Gathering), Gathering.ALONE))
    roles = tuple(map(_role, _some(row, "role", by="id")))
    made = Step(
        id=id_of(row), gathering=gathering, minutes=row.number("minutes", 1, 240), title=row.text("title"),
        phone=template(row, "phone", WHO_SEES), wall=template(row, "wall", ()), desk=text_or_none(row, "desk"),
        size=row.number("size", 3, 12) if gathering is Gathering.GROUPS else 0,
        parts=tuple(map(parse_part, _some(row, "part", by="id"))), roles=roles,
        stages=tuple(_stage(one, roles) for one in _some(row, "stage", by="")), paper=text_or_none(row, "paper"),
        reads=row.ids("reads", "own"), alone=text_or_none(row, "alone"), brings=row.ids("brings", "page"),
        opens=opened_by(row), **on_the_wall(row),
    )  # fmt: skip
    _check_parts(row, made)
    _check_roles(row, made)
    _check_stages(row, made)
    row.done()
    return made


def _some(row: Table, name: str, by: str) -> Sequence[Table]:
    """Tables in a list that may be left out."""
    return row.rows(name, by=by) if name in row.values else ()


def _role(row: Table) -> Role:
    made = Role(id=id_of(row), label=row.text("label"), claim=text_or_none(row, "claim"))
    row.done()
    return made


def _stage(row: Table, roles: Sequence[Role]) -> Stage:
    """Called by its place; it says something to each role."""
    says = row.table("says")
    made = Stage(
        minutes=row.number("minutes", 1, 120), title=row.text("title"),
        says={role.id: template(says, role.id, EACH) for role in roles},
    )  # fmt: skip
    says.done()
    row.done()
    return made


def _check_parts(row: Table, step: Step) -> None:
    """Nobody fills in anything without being told who will see it."""
    once(row, "part", [part.id for part in step.parts])
    said = [words for words in step.phone.words.values() if words]
    if step.parts and not all("{who_sees}" in words for words in said):
        row.fault(
            "phone", "Der bliver skrevet noget, og det står ikke, hvem der ser det.",
            "Something is filled in, and it does not say who sees it.",
            "Skriv {who_sees} i teksten. Programmet fylder ordene ud.",
            "Write {who_sees} in the text. The program fills in the words.",
        )  # fmt: skip


def _check_reads(whole: Table, exercise: Exercise) -> None:
    """A sheet is read after both its sides have been written, by the same roles in the same groups."""
    for place, step in enumerate(exercise.steps):
        before = {part.id: one for one in exercise.steps[:place] for part in one.parts if isinstance(part.shape, Sheet)}
        roles = [exercise.side(id)[1].role for id in step.reads if id in before]
        if step.reads and (
            len(step.reads) != MOST_SIDES
            or roles != [role.id for role in step.roles]
            or any(before[id].roles != step.roles or before[id].size != step.size for id in step.reads)
        ):
            whole.fault(
                "step", f"Trinnet {step.id} læser et ark, der ikke er skrevet før det.",
                f"The step {step.id} reads a sheet that has not been written before it.",
                "Skriv reads med de to siders id, og brug de samme roller og size i alle tre trin.",
                "Write reads with the ids of the two sides, and use the same roles and size in all three steps.",
            )  # fmt: skip


def _check_brings(whole: Table, exercise: Exercise) -> None:
    """What is brought has been written before, by each for themselves; a choice stands between two items of it."""
    for place, step in enumerate(exercise.steps):
        own = {part.id: part for one in exercise.steps[:place] for part in one.parts}
        here = [own.get(id) for id in step.brings if ABROAD not in id]
        if any(part is None or not part.is_in_hand for part in here):
            whole.fault(
                "step", f"Trinnet {step.id} tager noget med, som ingen har skrevet til sig selv eller svaret før det.",
                f"The step {step.id} brings something that nobody has written for themselves, or answered.",
                'Skriv brings med id på dele med visibility = "V0" eller "V3" i et tidligere trin, eller "øvelse/del".',
                'Write brings with ids of parts with visibility = "V0" or "V3" of an earlier step, or "exercise/part".',
            )  # fmt: skip
        items = [item.id for part in here if part and isinstance(part.shape, Itemised) for item in part.shape.items]
        links = [part.shape.between for part in step.parts if isinstance(part.shape, Choice)]
        if any(between and not _is_beside(between, items) for between in links):
            whole.fault(
                "step", f"I trinnet {step.id} står et valg mellem to ting, der ikke står ved siden af hinanden.",
                f"In the step {step.id} a choice stands between two things that are not beside each other.",
                "Skriv between med to id’er, der følger efter hinanden i det, trinnet tager med.",
                "Write between with two ids that follow each other in what the step brings.",
            )  # fmt: skip


def _check_promises(head: Table, exercise: Exercise) -> None:
    """What somebody promises is a note that stays with them."""
    notes = {
        f"{part.id}{ABROAD}{item.id}"
        for step in exercise.steps
        for part in step.parts
        if part.visibility is Visibility.PRIVATE and isinstance(part.shape, Board) and not part.is_only_here
        for item in part.shape.items
    }
    for promise in exercise.promises:
        if promise not in notes:
            head.fault(
                "promises", f"Der er ingen note {promise}, som bliver på telefonen.",
                f"There is no note {promise} that stays on the phone.",
                'Skriv "del/punkt" for en del med kind = "board" og visibility = "V0".',
                'Write "part/item" of a part with kind = "board" and visibility = "V0".',
            )  # fmt: skip


def _is_beside(between: Sequence[str], items: Sequence[str]) -> bool:
    return list(between) in [list(pair) for pair in pairwise(items)]


def _check_roles(row: Table, step: Step) -> None:
    """One person of each group takes the first role by its button, and the last is everybody else's."""
    once(row, "role", [role.id for role in step.roles])
    claims = [role.claim is not None for role in step.roles]
    if step.roles and (len(claims) != 2 or claims != [True, False]):
        row.fault(
            "role", "Der skal være to roller: en med claim, som én tager, og en uden til alle andre.",
            "There must be two roles: one with a claim that somebody takes, and one without for everybody else.",
            "Skriv to [[step.role]], og lad kun den første have claim.",
            "Write two [[step.role]], and let only the first have a claim.",
        )  # fmt: skip
    if any(part.role and part.role not in [role.id for role in step.roles] for part in step.parts):
        row.fault(
            "part", "En del har en rolle, som trinnet ikke har.", "A part has a role that the step does not have.",
            "Skriv rollens id som i [[step.role]].", "Write the role’s id as in [[step.role]].",
        )  # fmt: skip
    if any(part.role and part.visibility is Visibility.AGGREGATE for part in step.parts):
        row.fault(
            "part", "Det, der bliver afleveret uden navn, kan ikke høre til en rolle.",
            "What is handed in without a name cannot belong to a role.",
            'Slet role, eller skriv visibility = "V2".', 'Delete role, or write visibility = "V2".',
        )  # fmt: skip
    everybodys = [role.id for role in step.roles if role.claim is None]
    if any(part.role in everybodys and part.picture and part.visibility is Visibility.TEAM for part in step.parts):
        row.fault(
            "part", "Det, der bliver vist som gruppens ord, skal én i gruppen skrive for alle.",
            "What is shown as a group’s words is written by one of the group for all.",
            "Skriv den rolle, der har claim, eller slet role, så vises det først fra flere.",
            "Write the role that has a claim, or delete role: then it is shown from several on.",
        )  # fmt: skip
    if any(isinstance(part.shape, Sheet) for part in step.parts) and step.size > MOST_WITH_A_SHEET:
        row.fault(
            "size", "Der er højst fem, der giver feedback på et ark, så gruppen er for stor.",
            "At most five give feedback on one sheet, so the group is too large.",
            f"Skriv size = {MOST_WITH_A_SHEET} eller mindre.", f"Write size = {MOST_WITH_A_SHEET} or less.",
        )  # fmt: skip
    if (step.roles or step.stages) and step.gathering not in DIVIDED:
        row.fault(
            "form", "Roller og stykker hører til i par og grupper.", "Roles and stages belong to pairs and groups.",
            'Skriv form = "groups".', 'Write form = "groups".',
        )  # fmt: skip


def _check_stages(row: Table, step: Step) -> None:
    together = sum(stage.minutes for stage in step.stages)
    if step.stages and not step.roles:
        row.fault(
            "stage", "Der er ingen roller at sige noget til.", "There are no roles to say something to.",
            "Skriv to [[step.role]] før stykkerne.", "Write two [[step.role]] before the stages.",
        )  # fmt: skip
    if step.stages and together != step.minutes:
        row.fault(
            "minutes", "Minutterne er ikke det samme som stykkernes minutter tilsammen.",
            "The minutes are not those of the stages together.",
            f"Skriv minutes = {together}.", f"Write minutes = {together}.",
        )  # fmt: skip
