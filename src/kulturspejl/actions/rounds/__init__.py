"""Rounds, from the leader's wish to the last reminder."""

from kulturspejl.actions.rounds.create import People, create, in_the_way, too_many, under_way
from kulturspejl.actions.rounds.release_sending import release_sending
from kulturspejl.actions.rounds.steer import cancel, close_now, hold, remind, resume

__all__ = [
    "People",
    "cancel",
    "close_now",
    "create",
    "hold",
    "in_the_way",
    "release_sending",
    "remind",
    "resume",
    "too_many",
    "under_way",
]
