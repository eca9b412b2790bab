"""Where an action may go from where it is: the whole table, and what a follow-up needs."""

import itertools

from kulturspejl.core.plans import STATES, State
from kulturspejl.core.plans.states import IN_HAND, MOVES, NAMES, may_follow_up, may_move

ALLOWED = {
    ("idea", "agreed"), ("idea", "drop"), ("agreed", "under_way"), ("agreed", "tried"), ("agreed", "drop"),
    ("under_way", "tried"), ("under_way", "drop"), ("tried", "keep"), ("tried", "redo"), ("tried", "drop"),
    ("keep", "tried"), ("keep", "drop"), ("redo", "under_way"), ("redo", "tried"), ("redo", "drop"), ("drop", "idea"),
}  # fmt: skip


def test_these_moves_are_there_and_no_others() -> None:
    found = {(one, other) for one, other in itertools.product(State, State) if may_move(one, other)}
    assert found == ALLOWED


def test_every_state_is_in_the_table_and_has_a_name() -> None:
    assert set(MOVES) == set(NAMES) == set(STATES)


def test_what_came_of_it_is_said_of_what_has_been_tried_or_can_be() -> None:
    assert {one for one in State if may_follow_up(one)} == set(IN_HAND) == set(State) - {State.IDEA, State.DROP}
