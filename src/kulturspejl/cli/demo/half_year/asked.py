"""A round of the unit: asked by its leader, let go by the AMR, answered by phone, closed by its own day."""

from datetime import datetime

import numpy as np

from kulturspejl.actions import lines
from kulturspejl.actions.rounds import release_sending
from kulturspejl.cli.demo import rounds
from kulturspejl.cli.demo.answers import Team, answer
from kulturspejl.cli.demo.half_year.story import Story
from kulturspejl.cli.demo.places import SHOWN
from kulturspejl.core.instruments.allocation.form import now_blocks
from kulturspejl.records.models import RoundUnit

BEFORE = Team(np.array([0.7, -0.7, -0.3, 0.5]), np.array([0.6, 0.5, -0.5, -0.2]))
"""In log shares: warm and orderly, with little room to try something new, which is what they wish for."""
AFTERWARDS = Team(np.array([0.55, 0.75, -0.4, -0.15]), np.array([0.6, 0.5, -0.5, -0.2]))
OWN = {"A": 3, "B": 3, "C": 2, "D": 2}
GUESS = {"A": 21, "B": 13, "C": 9, "D": 17}


def ask(it: Story, name: str, now: datetime) -> None:
    """Made, and waiting for a representative; the leader draws how they see it themselves."""
    it.rounds[name] = rounds.ask(it.made, SHOWN, now, by=SHOWN)
    unit = unit_of(it, name)
    own = {key: OWN[key[-1]] for block in now_blocks(rounds.POINTS) for key in block.keys}
    lines.draw(by=it.leader, round_unit_id=unit.id, own=own, guess=GUESS, now=now)
    it.codes[name] = []


def let_go(it: Story, name: str, now: datetime) -> None:
    """Read and released by the unit's own AMR: from here on there are codes."""
    release_sending(by=it.amr, round_id=it.rounds[name], agreed=True, now=now)
    it.codes[name] = rounds.codes_of(it.rounds[name], unit_of(it, name))


def answers(it: Story, name: str, team: Team, first: int, last: int, now: datetime) -> None:
    """The people from number `first` up to `last` answer, each as chance has it for that number."""
    papers = []
    for number in range(first, last):
        rng = np.random.default_rng([2026, number, *name.encode()])
        papers.append(rounds.Paper(it.codes[name][number], answer(rng, team, rounds.POINTS)))
    rounds.put_in(papers, now)


def unit_of(it: Story, name: str) -> RoundUnit:
    """The unit in that round."""
    return RoundUnit.objects.select_related("round").get(round_id=it.rounds[name], unit_id=it.unit)


def result_path(it: Story, name: str) -> str:
    """Where its result is."""
    return f"/results/{unit_of(it, name).id}"


def round_path(it: Story, name: str) -> str:
    """Where its state is."""
    return f"/rounds/{it.rounds[name]}"


def door(it: Story, name: str, number: int) -> str:
    """What the code of one person opens: the questions, a thank-you, the result."""
    return f"/r/{it.codes[name][number]}"
