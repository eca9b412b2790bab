"""What stands over every side of a station: the exercise, its step, and the step's own line."""

from kulturspejl.core.text import Text
from kulturspejl.drawing.wall.letters import rows_of
from kulturspejl.readers.rooms.regions.station import asked_of, question_of
from kulturspejl.readers.rooms.scene import Scene
from kulturspejl.readers.rooms.sides.measures import CLOCK, GAP, KICKER, LEAD, WIDTH, in_both, question_size
from kulturspejl.readers.rooms.wall_side import Head

KICKER_SIZE, CLOCK_HEIGHT = 25, 92.0


def head_of(scene: Scene) -> Head:
    """With its height, so that what stands under it knows its room; as high in the other language."""
    station, step = scene.station, scene.step
    if station is None or step is None:
        return Head("", "", "", 0, 0.0)
    exercise = scene.day.exercises[station.exercise]
    own = question_of(scene)
    texts = in_both(asked_of(scene) if own else step.wall)
    size, rows = question_size(texts, WIDTH - CLOCK)
    kickers = max(rows_of(one, WIDTH - CLOCK, KICKER_SIZE) for one in _kickers(exercise.name, step.title))
    height = max(CLOCK_HEIGHT, kickers * KICKER + rows * size * LEAD) + GAP
    return Head(scene.say(exercise.name), scene.say(step.title), own or scene.say(step.wall), size, height)


def _kickers(name: Text, title: Text) -> list[str]:
    return [f"{one} · {other}" for one, other in zip(in_both(name), in_both(title), strict=True)]
