"""The side that carries the exercise: the things to do, and its own figure as large as it can stand."""

from functools import lru_cache

from kulturspejl.core.choreography.state import TASK
from kulturspejl.core.content.model import Model
from kulturspejl.drawing import figures
from kulturspejl.drawing.wall.letters import rows_of
from kulturspejl.drawing.wall.room import Canvas
from kulturspejl.readers import reading
from kulturspejl.readers.rooms.scene import Scene
from kulturspejl.readers.rooms.sides.measures import BODY, FOOT, GAP, WIDTH, in_both, question_size
from kulturspejl.readers.rooms.sides.view import Head, WallSide

SIZE, LEAD = 25, 1.25
COLUMN, ASIDE = 390.0, 800.0
"""Words beside a figure, and the figure then."""
NUMBER = 44.0
HEAD_ASIDE, CLOCK_ASIDE = 66.0, 96.0
FIGURE = Canvas(ASIDE, BODY - FOOT)


def task_side(scene: Scene, head: Head) -> WallSide:
    """With the figure of the step, where it has one."""
    step = scene.step
    todo = tuple(scene.say(one) for one in step.todo) if step else ()
    model = figure_here(scene)
    if model is None:
        return WallSide(id=TASK, kind="task", head=head, todo=todo)
    below = Canvas(WIDTH, BODY - head.height - _todo_below(scene) - FOOT - GAP)
    svg, layout = _drawn(model.id, model.version, scene.language, scene.day.programme.id, below, _fits_beside(scene))
    table = figures.as_table(reading.figure_of(model, scene.language, scene.day.programme.id), scene.language)
    return WallSide(
        id=TASK, kind="task", head=head, todo=todo, layout=layout, svg=svg, credit=scene.say(model.credit),
        label=scene.say(model.name), rows=tuple((row[0], "; ".join(row[1:])) for row in table.rows),
    )  # fmt: skip


def figure_here(scene: Scene) -> Model | None:
    """The figure of what is on; None where it has none, or the instance does not hold it any more."""
    if scene.station is None or scene.step is None:
        return None
    return reading.model(scene.day.exercises[scene.station.exercise].model_of(scene.step))


def _todo_below(scene: Scene) -> float:
    """Beside each other: as high as the highest."""
    things = scene.step.todo if scene.step else ()
    if not things:
        return 0.0
    wide = (WIDTH - 28 * (len(things) - 1)) / len(things) - NUMBER
    return max(rows_of(text, wide, SIZE) for one in things for text in in_both(one)) * SIZE * LEAD + GAP


def _fits_beside(scene: Scene) -> bool:
    """Whether everything that is said finds room in one narrow column, in both languages."""
    step = scene.step
    if step is None:
        return False
    size, _rows = question_size(in_both(step.wall), COLUMN * 3)
    rows = max(rows_of(one, COLUMN, min(size, 34), bold=True) for one in in_both(step.wall))
    lines = [max(rows_of(text, COLUMN - NUMBER, SIZE) for text in in_both(one)) for one in step.todo]
    things = sum(many * SIZE * LEAD + GAP for many in lines)
    return HEAD_ASIDE + rows * min(size, 34) * 1.2 + things + CLOCK_ASIDE + 3 * GAP <= BODY


@lru_cache(maxsize=256)
def _drawn(
    id: str, _version: str, language: str, programme: str, below: Canvas, fits_beside: bool
) -> tuple[str, str]:
    """The figure where its letters are largest: beside the words, or under them. Drawn once for each version."""
    model = reading.model(id)
    if model is None:
        return "", ""
    figure = reading.figure_of(model, language, programme)
    ways = {"below": below} | ({"beside": FIGURE} if fits_beside else {})
    pages = {layout: figures.page_in(figure, lang=language, room=room) for layout, room in ways.items()}
    layout = max(pages, key=lambda one: pages[one][1])
    name = model.name.into(language)
    return figures.draw(figure, title=name, lang=language, key="figure", page=pages[layout][0]), layout
