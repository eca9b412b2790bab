"""Since last time in random organisations and lives: nobody is told a difference of what is not open to them."""

import random
from collections.abc import Callable

import pytest
from django.db import transaction

from kulturspejl.access.union import Seen
from kulturspejl.core.errors import NotThere
from kulturspejl.readers.results import for_unit
from kulturspejl.records.models import RoundUnit
from kulturspejl.values.tree import tree_on
from tests.attacks import lives

pytestmark = pytest.mark.django_db(transaction=True)
HISTORIES, A_WORLD = 100, 10


def test_random_lives_see_no_difference_of_a_result_that_is_not_open(scale: Callable[[int], int], sweep_seed: int):
    """Every person on three days of a random life, every result: what it is held against is open by itself."""
    histories, seen_both, held_alone = scale(HISTORIES), 0, 0
    for number in range(0, histories, A_WORLD):
        world = lives.a_world(random.Random(f"{sweep_seed} since {number}"))
        for attempt in range(number, min(number + A_WORLD, histories)):
            with transaction.atomic():
                for life in lives.live(world, random.Random(f"{sweep_seed} sincelife {attempt}")):
                    for day in (52.5, 60, 150):
                        both, alone = differences(world, life.user, lives.on(day))
                        seen_both, held_alone = seen_both + both, held_alone + alone
                transaction.set_rollback(True)
    assert seen_both > 0
    assert held_alone > 0


def differences(world, user, now):
    """How many results this person gets beside an earlier one, and how many alone though there is an earlier one."""
    seen = Seen(user, now, {world.organisation: tree_on(world.organisation, now.date())})
    both = alone = 0
    for row in RoundUnit.objects.filter(round_id__in=world.rounds).select_related("round"):
        if not seen.may_open(row):
            continue
        since = for_unit(user, row.id, now=now).since
        earlier = [
            one
            for one in RoundUnit.objects.filter(unit_id=row.unit_id, round_id__in=world.rounds).exclude(id=row.id)
            if one.round.released_at < row.round.released_at
        ]
        if since is None:
            alone += bool(earlier)
            continue
        both += 1
        found = [since.earlier, *since.others]
        assert {one.round_unit_id for one in found} <= {one.id for one in earlier if seen.may_open(one)}
        for one in earlier:
            if not seen.may_open(one):
                with pytest.raises(NotThere):
                    for_unit(user, row.id, now=now, since=one.id)
    return both, alone


