"""Rounds, from the leader's wish to the last reminder."""

from kulturspejl.actions.rounds.close_early import answer_close, ask_to_close
from kulturspejl.actions.rounds.create import People, create, in_the_way, too_many, under_way
from kulturspejl.actions.rounds.refused_letters import card_instead, mend_address
from kulturspejl.actions.rounds.release_sending import release_sending
from kulturspejl.actions.rounds.steer import cancel, hold, remind, resume

__all__ = [
    "People",
    "answer_close",
    "ask_to_close",
    "cancel",
    "card_instead",
    "create",
    "hold",
    "in_the_way",
    "mend_address",
    "release_sending",
    "remind",
    "resume",
    "too_many",
    "under_way",
]
