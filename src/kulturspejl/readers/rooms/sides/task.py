"""The side that carries the exercise: the things to do, and its own figure as large as it can stand."""

from dataclasses import replace
from functools import lru_cache

from kulturspejl.core.choreography.state import TASK
from kulturspejl.core.content.model import Model
from kulturspejl.core.text import Text
from kulturspejl.drawing import figures
from kulturspejl.drawing.figures import Figure
from kulturspejl.drawing.figures.draw import Fit
from kulturspejl.drawing.room import Canvas
from kulturspejl.drawing.wall.canvas import Named
from kulturspejl.drawing.wall.letters import rows_of
from kulturspejl.drawing.wall.steps import steps
from kulturspejl.readers import reading
from kulturspejl.readers.rooms.scene import Scene
from kulturspejl.readers.rooms.sides.head import KICKER_SIZE
from kulturspejl.readers.rooms.sides.measures import BODY, GAP, KICKER, WIDTH, in_both
from kulturspejl.readers.rooms.wall_side import Head, WallSide

SIZE, LEAD = 24, 1.25
SIZES = ((34, 30), (34, 26), (30, 28), (30, 24), (26, 24))
"""Letters of the step's line and of the things to do, beside a figure: the first that have room."""
READABLE, FILLING = 22.5, 0.61 * 720
MUCH_LARGER = 1.08
"""A figure stands under its words, unless its letters are so much larger beside them."""
COLUMN, ASIDE = 390.0, 800.0
"""Words beside a figure, and the figure then."""
NUMBER = 44.0
LARGEST, ALONE, ALONE_SHARE, BETWEEN = (54, 46, 42, 36, 34), 1100.0, 0.6, 22.0
"""Letters of the things to do without a figure, how wide they are then, how much of the height they take, the gap."""
CLOCK_ASIDE = 100.0
CREDIT, STEP = 28.0, 8


def task_side(scene: Scene, head: Head) -> WallSide:
    """With the figure of the step, where it has one."""
    step = scene.step
    todo = tuple(scene.say(one) for one in step.todo) if step else ()
    model = figure_here(scene)
    if model is None:
        return WallSide(id=TASK, kind="task", head=head, todo=todo, size=_size_alone(scene, head))
    below = Canvas(WIDTH, _round(BODY - head.height - _todo_below(scene) - _credit(model.credit, WIDTH) - GAP))
    asked, size = _sizes_beside(scene)
    beside = Canvas(ASIDE, BODY - _credit(model.credit, ASIDE)) if size else None
    svg, layout = _drawn(model.id, model.version, scene.language, scene.day.programme.id, below, beside)
    is_beside = layout == "beside"
    head = replace(head, size=asked) if is_beside else head
    table = figures.as_table(reading.figure_of(model, scene.language, scene.day.programme.id), scene.language)
    rows = tuple((row[0], "; ".join(row[1:])) for row in table.rows)
    return WallSide(
        id=TASK, kind="task", head=head, todo=todo, layout=layout, svg=svg, size=size if is_beside else SIZE,
        credit=scene.say(model.credit), label=scene.say(model.name), rows=rows,
    )  # fmt: skip


def figure_here(scene: Scene) -> Model | None:
    """The figure of what is on; None where it has none, or the instance does not hold it any more."""
    if scene.station is None or scene.step is None:
        return None
    return reading.model(scene.day.exercises[scene.station.exercise].model_of(scene.step))


def _size_alone(scene: Scene, head: Head) -> int:
    """The letters of the things to do where they have the side to themselves; what was agreed may stand under them."""
    things = scene.step.todo if scene.step else ()
    for size in LARGEST:
        across = ALONE - 2 * size
        rows = [max(rows_of(text, across, size) for text in in_both(one)) for one in things]
        if sum(many * size * LEAD + BETWEEN for many in rows) <= ALONE_SHARE * (BODY - head.height):
            return size
    return LARGEST[-1]


def _todo_below(scene: Scene) -> float:
    """Beside each other: as high as the highest."""
    things = scene.step.todo if scene.step else ()
    if not things:
        return 0.0
    wide = (WIDTH - 28 * (len(things) - 1)) / len(things) - NUMBER
    return max(rows_of(text, wide, SIZE) for one in things for text in in_both(one)) * SIZE * LEAD + GAP


def _sizes_beside(scene: Scene) -> tuple[int, int]:
    """The letters of line and things to do with which all that is said has room beside a figure; (0, 0) for none."""
    step, station = scene.step, scene.station
    if step is None or station is None:
        return 0, 0
    name = scene.day.exercises[station.exercise].name
    kickers = max(rows_of(one, COLUMN, KICKER_SIZE) for one in in_both(name)) + max(
        rows_of(f"· {one}", COLUMN, KICKER_SIZE, bold=True) for one in in_both(step.title)
    )
    left = BODY - kickers * KICKER - CLOCK_ASIDE - 3 * GAP
    for asked, size in SIZES:
        line = max(rows_of(one, COLUMN, asked, bold=True) for one in in_both(step.wall)) * asked * 1.18
        rows = [max(rows_of(text, COLUMN - NUMBER, size) for text in in_both(one)) for one in step.todo]
        if line + sum(max(many * size * LEAD, 36) + GAP for many in rows) <= left:
            return asked, size
    return 0, 0


def _round(height: float) -> float:
    """Down to a few heights, so that a figure is drawn for few of them."""
    return height // STEP * STEP


def _credit(credit: Text, width: float) -> float:
    """The lines under the figure that say whom it comes from."""
    return max(rows_of(text, width, 23) for text in in_both(credit)) * CREDIT + 4


@lru_cache(maxsize=256)
def _drawn(
    id: str, _version: str, language: str, programme: str, below: Canvas, aside: Canvas | None
) -> tuple[str, str]:
    """The figure where its letters are largest: beside the words, or under them. Drawn once for each version."""
    model = reading.model(id)
    if model is None:
        return "", ""
    figure, name = reading.figure_of(model, language, programme), model.name.into(language)
    if figure.kind == "path":
        return along(figure, name, language, below), "below"
    under = figures.page_in(figure, lang=language, room=below)
    beside = figures.page_in(figure, lang=language, room=aside) if aside else None
    fit, layout = (beside, "beside") if beside and _is_better(beside, under) else (under, "below")
    return figures.draw(figure, title=name, lang=language, key="figure", page=fit.page), layout


def along(figure: Figure, name: str, language: str, room: Canvas) -> str:
    """A path in the whole height."""
    return steps(figure, canvas=room, named=Named("figure", name, figures.as_sentence(figure, language), language))


def _is_better(beside: Fit, under: Fit) -> bool:
    """Where only one of them can be read from ten metres and fills the height, that one; else what is much larger."""
    can, could = ((one.letters >= READABLE) + (one.height >= FILLING) for one in (beside, under))
    return can > could or (can == could and beside.letters > MUCH_LARGER * under.letters)
