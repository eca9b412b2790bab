"""An open round for many people, made by the real actions. Run inside an instance's own environment.

python -m benchmarks.load.round PEOPLE UNITS   prints the codes as JSON
python -m benchmarks.load.round close          prints the rows in the round's boxes as JSON and closes it
"""

import json
import os
import sys
from datetime import timedelta


def main() -> None:
    """Set up Django and do what was asked."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kulturspejl.web.settings")
    import django

    django.setup()
    print(json.dumps(closed() if sys.argv[1] == "close" else opened(int(sys.argv[1]), int(sys.argv[2]))))


def opened(people: int, units: int) -> list[str]:
    """An organisation with `units` units and an open round over all of them; everybody's link code."""
    from django.utils import timezone

    from kulturspejl.actions import organisations, rounds
    from kulturspejl.actions.mailing import open_codes
    from kulturspejl.records.models import Invitation

    now = timezone.now()
    steward = organisations.begin(
        name="Load", language="da", steward_name="S", steward_email="s@load.test", now=now
    )
    where = steward.grants.get().organisation_id
    root = organisations.add_unit(
        by=steward, organisation_id=where, name="Top", parent=None, headcount=0, now=now
    )
    each = -(-people // units)
    made = {
        organisations.add_unit(
            by=steward, organisation_id=where, name=f"Unit {at}", parent=root, headcount=each, now=now
        ): rounds.People(cards=each)
        for at in range(units)
    }
    round_id = rounds.create(
        by=steward, root=root, people=made, closes_at=now + timedelta(days=14), points=10, preferred="drawn",
        why="", language="da", now=now,
    )  # fmt: skip
    rounds.release_sending(by=steward, round_id=round_id, agreed=True, now=now)
    return [open_codes(round_id, one)[0] for one in Invitation.objects.all()][:people]


def closed() -> list[list[int]]:
    """Every row in the boxes of the round, which is then closed: afterwards no row is left to count."""
    import numpy as np
    from django.utils import timezone

    from kulturspejl.actions import ballots, closing
    from kulturspejl.core.content.answers import AnswerForm, keys_of
    from kulturspejl.records.models import Round, RoundUnit

    found, rng = Round.objects.get(), np.random.default_rng()
    width = len(keys_of(AnswerForm(total=found.points, preferred=found.preferred)))
    blocks = [
        rows
        for unit in RoundUnit.objects.filter(round=found)
        for rows in ballots.read_matrix(found.id, unit.id, width, rng).values()
    ]
    closing.close(round_id=found.id, now=timezone.now(), rng=rng)
    return [[int(number) for number in row] for rows in blocks for row in rows]


if __name__ == "__main__":
    main()
