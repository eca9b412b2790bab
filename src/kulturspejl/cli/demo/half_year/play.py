"""From an empty store to the last stop, with a copy of the store kept at each."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
from django.db import transaction

from kulturspejl.actions import whole_store
from kulturspejl.cli.demo import cast
from kulturspejl.cli.demo.half_year import (
    agreed,
    change,
    course,
    follow_up,
    homework,
    module_1,
    module_2,
    result,
    second,
    workshop,
)
from kulturspejl.cli.demo.half_year.reel import Reel
from kulturspejl.cli.demo.half_year.story import Story
from kulturspejl.faces.steward.demo.film import Film, Stop
from kulturspejl.records.models import ChangeNotice, Letter, Organisation

SEED = 2026
BEGAN, INVITED = 400, 196
STOPS: tuple[tuple[Callable[[Story], Stop], Callable[[Story], None] | None], ...] = (
    (workshop.play, None), (module_1.play, None), (homework.play, homework.afterwards), (module_2.play, None),
    (result.play, None), (agreed.play, agreed.afterwards), (follow_up.play, follow_up.afterwards), (second.play, None),
    (change.play, None),
)  # fmt: skip
"""Each plays up to its stop, and what happens right after it."""


def play(into: Path, *, language: str, last: date, made_by: str, told: Callable[[int], None]) -> Film:
    """Play all of it; the stores lie in `into` afterwards. `told` hears how many stops are ready."""
    it = _begin(language, last)
    stops = []
    for play_up_to, afterwards in STOPS:
        stops.append(play_up_to(it))
        whole_store.keep_whole(into / stops[-1].id)
        told(len(stops))
        if afterwards is not None:
            afterwards(it)
    return Film(made_by, tuple(stops))


def _begin(language: str, last: date) -> Story:
    reel, rng = Reel(last), np.random.default_rng(SEED)
    began = reel.at(BEGAN, 9)
    with transaction.atomic():
        made = cast.gather(rng, language, began)
        Organisation.objects.filter(id=made.organisation_id).update(is_demo=True)
        # Who got which permission was told in its time, long before.
        ChangeNotice.objects.all().delete()
        Letter.objects.all().delete()
    reel.skip_to(INVITED)
    it = Story(made, reel, rng)
    course.begin(it, reel.at(INVITED, 10))
    reel.turn()
    return it
