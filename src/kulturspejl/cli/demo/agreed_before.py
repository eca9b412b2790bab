"""What the shown unit chose to work on after its first round: it stands between its two results."""

import uuid
from datetime import datetime

from kulturspejl.actions import plans
from kulturspejl.cli.demo.cast import Cast
from kulturspejl.cli.demo.places import SHOWN
from kulturspejl.core.text import Text
from kulturspejl.records.models import RoundUnit

MORE = Text(da="Plads til at prøve noget nyt", en="Room to try something new")
LESS = Text(da="»Sådan har vi altid gjort«", en="“We have always done it like this”")
NOTICE = Text(da="Hver uge fortæller en om noget, der blev prøvet.", en="Every week somebody tells of something tried.")
BETTER = Text(da="Borgerne og de nye kolleger.", en="The citizens and the new colleagues.")


def choose(cast: Cast, round_id: uuid.UUID, now: datetime) -> None:
    """The first trait, which the one of the second round takes over from."""
    unit, word = RoundUnit.objects.get(round_id=round_id, unit_id=cast.units[SHOWN]), cast.language
    plans.choose_trait(
        by=cast.leaders[SHOWN], unit_id=unit.unit_id, stems_from=unit.id, more_of=MORE.into(word),
        less_of=LESS.into(word), notice=NOTICE.into(word), better_for=BETTER.into(word), now=now,
    )  # fmt: skip
