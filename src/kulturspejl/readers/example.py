"""A made-up team, drawn by the very reader that makes the result page: what will be shown, before anything is."""

import uuid

import numpy as np

from kulturspejl.core.content.any_instrument import Instrument
from kulturspejl.core.disclosure.release import Place, make_release
from kulturspejl.core.disclosure.released import Codes
from kulturspejl.readers.results import ResultPage
from kulturspejl.records.models import RoundUnit
from kulturspejl.values.policies import policy_of

SEED = 20260923


def example_of(unit: RoundUnit, instrument: Instrument) -> ResultPage:
    """A result page of invented answers under the round's own rules, with as many people as are invited.

    Where fewer than the minimum are invited the example is what they will really get: no numbers.
    """
    found = unit.round
    invited = unit.invited.get("E", 0)
    people = max(invited - 1, 0) if invited > found.minimum else invited
    answers = instrument.made_up(found.points, found.preferred, people, np.random.default_rng(SEED))
    place = Place(unit=str(unit.id), name=unit.name, parent=None, invited=invited,
                  codes=Codes(made=invited, used=len(answers)))  # fmt: skip
    released = make_release(
        places=[place], answers={str(unit.id): answers}, content=instrument.ref(), policy=policy_of(found),
        asked=instrument.asked(found.points, found.preferred),
    )  # fmt: skip
    picture = released.units[str(unit.id)]
    return ResultPage(
        round_id=found.id, round_unit_id=uuid.UUID(int=0), unit_id=unit.unit_id, unit_name=unit.name, closed_on=None,
        picture=picture, total=found.points, preferred=found.preferred, instrument=instrument,
        policy=policy_of(found), released=released, lines=(),
        is_shared=False, may_share=False, may_plan=False, traits=(), is_example=True,
    )  # fmt: skip
