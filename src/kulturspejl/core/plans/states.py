"""Where an action is, and where it may go from there: one table, which pages, actions and races ask."""

from collections.abc import Mapping
from enum import StrEnum

from kulturspejl.core.text import Text


class State(StrEnum):
    """From an idea to what came of it."""

    IDEA = "idea"
    AGREED = "agreed"
    UNDER_WAY = "under_way"
    TRIED = "tried"
    KEEP = "keep"
    REDO = "redo"
    DROP = "drop"


NAMES: Mapping[State, Text] = {
    State.IDEA: Text(da="Idé", en="Idea"),
    State.AGREED: Text(da="Aftalt", en="Agreed"),
    State.UNDER_WAY: Text(da="I gang", en="Under way"),
    State.TRIED: Text(da="Prøvet", en="Tried"),
    State.KEEP: Text(da="Vi bliver ved", en="We keep doing it"),
    State.REDO: Text(da="Vi gør det på en anden måde", en="We do it in another way"),
    State.DROP: Text(da="Vi lader det ligge", en="We let it go"),
}
MOVES: Mapping[State, frozenset[State]] = {
    State.IDEA: frozenset({State.AGREED, State.DROP}),
    State.AGREED: frozenset({State.UNDER_WAY, State.TRIED, State.DROP}),
    State.UNDER_WAY: frozenset({State.TRIED, State.DROP}),
    State.TRIED: frozenset({State.KEEP, State.REDO, State.DROP}),
    State.KEEP: frozenset({State.TRIED, State.DROP}),
    State.REDO: frozenset({State.UNDER_WAY, State.TRIED, State.DROP}),
    State.DROP: frozenset({State.IDEA}),
}
"""What follows what. A follow-up is the way from `tried`, and goes by `tried` where nobody has said so before."""
STATES = tuple(State)
IN_HAND = frozenset({State.AGREED, State.UNDER_WAY, State.TRIED, State.KEEP, State.REDO})
"""What is looked at again on its day, as long as it has one."""
OUTCOMES = MOVES[State.TRIED]
WITH_A_LINE = frozenset({State.TRIED, State.DROP})
"""Nothing is tried, and nothing let go, without a line on what happened."""


def may_move(before: State, after: State) -> bool:
    """Whether the table has this move."""
    return after in MOVES[before]


def may_follow_up(state: State) -> bool:
    """Whether the team can say what came of it: it has been tried, or that may be said now."""
    return state is State.TRIED or may_move(state, State.TRIED)
