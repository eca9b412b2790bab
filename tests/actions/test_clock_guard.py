"""A clock that jumps by days holds what goes by it until it is back, or somebody says that it is right."""

from datetime import UTC, datetime, timedelta

import pytest

from kulturspejl.actions import clock_guard
from kulturspejl.values.instance_facts import SEEN, fact
from tests import people

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 28, 9, 30, tzinfo=UTC)


class Machine:
    """A count of seconds that goes on as the test says."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.watch = clock_guard.Watch(lambda: self.seconds)

    def look(self, after: timedelta, wall: datetime) -> bool:
        self.seconds += after.total_seconds()
        self.watch.look(wall)
        return clock_guard.is_held()


def test_a_jump_while_it_runs_holds_until_the_clock_is_back():
    machine, hour = Machine(), timedelta(hours=1)
    assert not machine.look(hour, NOW)
    assert not machine.look(hour, NOW + hour)
    assert machine.look(hour, NOW + timedelta(days=60))
    assert fact(SEEN).at < NOW + timedelta(days=1)
    assert not machine.look(hour, NOW + 3 * hour)


def test_a_jump_back_holds_too_and_a_believed_clock_goes_on():
    machine, hour = Machine(), timedelta(hours=1)
    machine.look(hour, NOW)
    assert machine.look(hour, NOW - timedelta(days=400))
    clock_guard.believe(NOW - timedelta(days=400))
    assert not machine.look(hour, NOW - timedelta(days=400))
    assert not machine.look(hour, NOW - timedelta(days=400) + hour)


def test_a_machine_that_slept_for_a_week_has_counted_the_seconds():
    machine = Machine()
    machine.look(timedelta(0), NOW)
    assert not machine.look(timedelta(days=7), NOW + timedelta(days=7))


def test_a_stop_of_days_asks_only_where_something_would_be_closed():
    clock_guard.at_start(NOW)
    assert clock_guard.at_start(NOW + timedelta(days=5))
    people.open_round(people.team(9))
    assert clock_guard.at_start(NOW + timedelta(days=6))
    assert not clock_guard.at_start(NOW + timedelta(days=30))
    assert clock_guard.is_held()
    assert clock_guard.at_start(NOW + timedelta(days=6, hours=1))
    assert not clock_guard.is_held()
