"""Clocks from two numbers: what is left, what has been walked, and where a group is."""

from datetime import UTC, datetime, timedelta

import pytest

from kulturspejl.core.choreography.clocks import Clock, Walk, stage_at

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(seconds=90)
BEFORE = NOW - timedelta(seconds=30)


def test_a_clock_counts_down_while_it_runs_and_goes_under_nought() -> None:
    running = Clock(60, NOW)
    assert (running.left(NOW), running.left(LATER), running.left(BEFORE)) == (60, -30, 60)
    assert running.ends_at == NOW + timedelta(seconds=60)
    assert (Clock(60, None).left(LATER), Clock(60, None).ends_at) == (60, None)


def test_it_stands_still_where_it_is_and_goes_on_from_there() -> None:
    assert Clock(200, NOW).paused(LATER) == Clock(110, None)
    assert Clock(110, None).running(LATER) == Clock(110, LATER)
    assert Clock(200, NOW).running(LATER) == Clock(200, NOW)


def test_more_minutes_are_put_on_what_is_left_and_on_nought_where_it_is_over() -> None:
    assert Clock(200, NOW).longer(2, LATER) == Clock(230, LATER)
    assert Clock(60, NOW).longer(2, LATER) == Clock(120, LATER)
    assert Clock(60, None).longer(1, LATER) == Clock(120, None)


def test_a_group_walks_while_it_goes() -> None:
    assert Walk(10, NOW).walked(LATER) == 100
    assert Walk(10, NOW).walked(BEFORE) == 10, "a clock that is a little behind takes nothing back"
    assert Walk(10, None).walked(LATER) == 10
    assert Walk(10, NOW).paused(LATER) == Walk(100, None)
    assert Walk(10, None).running(LATER) == Walk(10, LATER)
    assert Walk(10, NOW).running(LATER) == Walk(10, NOW)


@pytest.mark.parametrize(
    ("seconds", "found"),
    [(0, (0, 60.0)), (59, (0, 1.0)), (60, (1, 120.0)), (179, (1, 1.0)), (180, (2, 0.0)), (999, (2, 0.0))],
)
def test_a_stage_lasts_its_minutes(seconds: float, found: tuple[int, float]) -> None:
    assert stage_at(seconds, (1, 2)) == found


def test_a_push_leads_to_the_beginning_of_the_next_stage_and_after_the_last_to_the_end() -> None:
    assert Walk(10, None).pushed((1, 2), LATER) == Walk(60, LATER)
    assert Walk(10, NOW).pushed((1, 2), LATER) == Walk(180, LATER)
    assert Walk(500, None).pushed((1, 2), LATER) == Walk(180, LATER)
