"""Robots go through an exercise before it is kept: each step is filled in, packed, drawn and printed once."""

from random import Random

from kulturspejl.core.choreography.robots import HOW_MANY
from kulturspejl.core.content.exercise import Exercise
from kulturspejl.core.disclosure.room.picture import picture_of
from kulturspejl.core.errors import Faulty
from kulturspejl.core.kinds.base.packing import packed
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.text import REQUIRED, Text
from kulturspejl.core.toml.faults import ContentError, Fault
from kulturspejl.library.crew import crew_in
from kulturspejl.library.policies import load_policy

CANNOT = Text(da="Robotterne kunne ikke svare på det her.", en="The robots could not answer this.")
LOOK = Text(da="Se efter, hvad der bliver spurgt om.", en="Look at what is asked.")


def rehearse(exercise: Exercise, rng: Random) -> None:
    """As many as in a practice room. Raises ContentError for a part that none of them can fill in."""
    faults = []
    for step in exercise.steps:
        for part in step.parts:
            try:
                _go_through(part, rng)
            except Faulty:
                faults.append(Fault("", f"step.{step.id}.part.{part.id}.label", CANNOT, LOOK))
    if faults:
        raise ContentError(faults)


def _go_through(part: Part, rng: Random) -> None:
    lines = crew_in(REQUIRED[0]).lines
    answers = [part.shape.check(part.shape.robot(lines, rng)) for _robot in range(HOW_MANY)]
    for one in answers:
        packed(part, one)
    if part.picture:
        picture_of(part, answers, load_policy(), rng)
