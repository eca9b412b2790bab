"""Rounds, from the leader's wish to the last reminder."""

from kulturspejl.actions.rounds.addresses import Addresses, read_addresses
from kulturspejl.actions.rounds.close_early import answer_close, ask_to_close
from kulturspejl.actions.rounds.create import People, create, too_many
from kulturspejl.actions.rounds.refused_letters import card_instead, mend_address
from kulturspejl.actions.rounds.release_sending import release_sending
from kulturspejl.actions.rounds.steer import cancel, hold, remind, resume

__all__ = [
    "Addresses",
    "People",
    "answer_close",
    "ask_to_close",
    "cancel",
    "card_instead",
    "create",
    "hold",
    "mend_address",
    "read_addresses",
    "release_sending",
    "remind",
    "resume",
    "too_many",
]
