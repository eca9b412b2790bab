"""Teams that have not moved are seldom told that they have, and the four ranges hold what they say (science 1.5)."""

import numpy as np
import pytest

from benchmarks import since

pytestmark = pytest.mark.slow
TEAMS = 400


@pytest.fixture(autouse=True)
def _fewer(monkeypatch):
    monkeypatch.setattr(since, "TEAMS", TEAMS)


@pytest.mark.parametrize("sizes", [(5, 5), (12, 100)])
def test_other_people_of_an_unchanged_team_raise_no_more_false_alarms_than_one_in_twenty(sizes):
    alarms, _seen, held = since.rates(sizes, "others")
    # Three standard errors of so many teams.
    spare = 3 * np.sqrt(0.05 * 0.95 / TEAMS)
    assert alarms <= 0.05 + spare
    assert held >= 0.95 - spare
    assert since.rates(sizes, "same")[0] <= alarms


def test_what_has_moved_far_is_seen_and_more_often_by_more_people():
    few, many = (since.rates(sizes, "others", 12)[1] for sizes in ((8, 8), (30, 30)))
    assert 0.2 < few < many
    assert many > 0.9
