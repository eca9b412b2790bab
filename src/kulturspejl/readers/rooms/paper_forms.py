"""The forms of one step on paper: the fields of its parts, with what belongs together beside each other."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from kulturspejl.core.content.exercise import Exercise, Stage, Step
from kulturspejl.core.kinds.base.items import Itemised
from kulturspejl.core.kinds.base.paper import Beside, Field, Head, Points, Poles, Stretches
from kulturspejl.core.kinds.base.part import Part, Shape
from kulturspejl.core.kinds.base.questionnaire import Questionnaire
from kulturspejl.core.kinds.board import Board
from kulturspejl.core.text import Text
from kulturspejl.readers import reading
from kulturspejl.readers.rooms.regions.group import EACH
from kulturspejl.values.the_library import the_library

AROUND = "around"
TWO_LINES = Text(
    da="Nu: hel streg. Ønsket, senere: stiplet streg.", en="Now: a whole line. Wished for, later: a broken one."
)
INTO_THE_SAME = Text(
    da="Skriv de fire tal for din ønskede kultur om et år, og tegn dem med stiplet streg i det spindelvæv, hvor du "
    "tegnede nu. Får én kultur mere, får de andre mindre.",
    en="Write the four numbers that you would wish for in a year, and draw them with a broken line into the web where "
    "you drew now. What one culture gets more, the others get less.",
)
Say = Callable[[Text | None], str]


@dataclass(frozen=True)
class FormPage:
    """The sheet of one exercise, as a kind asks about it (core/kinds/base/paper.py)."""

    exercise: Exercise
    say: Say

    def sides(self) -> list[tuple[str, Shape]]:
        """The two sides of its sheet."""
        reads = next((step.reads for step in self.exercise.steps if step.reads), ())
        parts = [self.exercise.side(id)[1] for id in reads]
        return [(self.say(part.label), part.shape) for part in parts]

    def questionnaire(self, id: str) -> Questionnaire:
        """The instrument, as this instance has it."""
        return the_library().instruments[id]

    def around(self) -> int:
        """The fields round the middle of the exercise's own figure."""
        model = reading.model(self.exercise.model)
        return len(model.figure.boxes) if model and model.figure.kind == AROUND else 0


def fields_of(exercise: Exercise, step: Step, minutes: Sequence[int], say: Say) -> Iterator[Field]:
    """What is filled in at a step, in its order. `minutes` are those of its stages in this room."""
    page = FormPage(exercise, say)
    if step.stages:
        yield Stretches(tuple(_stretch(step, *one, say) for one in zip(step.stages, minutes, strict=True)))
    for _rows, found in groupby(step.parts, key=_rows_of):
        parts = list(found)
        if len(parts) > 1:
            yield _beside(parts, page)
            continue
        yield from _part(parts[0], step, page)


def _rows_of(part: Part) -> object:
    """The same for boards that ask about the same things, something of its own for every other part."""
    items = part.shape.items if isinstance(part.shape, Board) else ()
    return tuple((item.id, item.label) for item in items) if len(items) > 1 else part.id


def _beside(parts: Sequence[Part], page: FormPage) -> Beside:
    boards = [part.shape for part in parts if isinstance(part.shape, Itemised)]
    rows = tuple(page.say(item.label) for item in boards[0].items)
    longest = max(board.longest for board in boards if isinstance(board, Board))
    return Beside(tuple(page.say(part.label) for part in parts), rows, longest)


def _part(part: Part, step: Step, page: FormPage) -> Iterator[Field]:
    if len(step.parts) > 1 and not part.shape.says_its_label:
        yield Head(page.say(part.label))
    for field in part.shape.paper(page.say(part.label), page):
        yield _in_one_web(field, page) if isinstance(field, Points) else field


def _in_one_web(field: Points, page: FormPage) -> Points:
    """Where an exercise asks for both, what is wished for is drawn into the web of what is."""
    webs = [
        one
        for step in page.exercise.steps
        for part in step.parts
        for one in part.shape.paper("", page)
        if isinstance(one, Points)
    ]
    if not (any(one.questions for one in webs) and any(not one.questions for one in webs)):
        return field
    if field.questions:
        return replace(field, legend=page.say(TWO_LINES))
    return replace(field, instruction=page.say(INTO_THE_SAME), has_web=False)


def explained_once(fields: Sequence[Field], seen: set[object]) -> Iterator[Field]:
    """The same pairs a second time stand without what each end says; `seen` is kept from step to step."""
    for field in fields:
        if isinstance(field, Poles) and field.rows in seen:
            yield replace(field, rows=tuple((low, "", high, "") for low, _says, high, _says_too in field.rows))
            continue
        if isinstance(field, Poles):
            seen.add(field.rows)
        yield field


def _stretch(step: Step, stage: Stage, minutes: int, say: Say) -> tuple[int, str, tuple[tuple[str, str], ...]]:
    """A group of the size that was meant: each has the same share of the last round."""
    each = str(max(1, minutes // max(1, step.size)))
    labels = {role.id: say(role.label) for role in step.roles}
    said = tuple((labels[id], say(words).replace(EACH, each)) for id, words in stage.says.items())
    return minutes, say(stage.title), said
