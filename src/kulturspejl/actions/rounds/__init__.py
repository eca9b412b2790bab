"""Rounds, from the leader's wish to the last reminder."""

from kulturspejl.actions.rounds.addresses import Addresses, read_addresses
from kulturspejl.actions.rounds.create import People, create, too_many
from kulturspejl.actions.rounds.release_sending import release_sending
from kulturspejl.actions.rounds.steer import cancel, close_now, hold, remind, resume

__all__ = [
    "Addresses",
    "People",
    "cancel",
    "close_now",
    "create",
    "hold",
    "read_addresses",
    "release_sending",
    "remind",
    "resume",
    "too_many",
]
