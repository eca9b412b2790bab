"""The letter about an opened result: the list that takes over at the close, and the sending of it."""

from kulturspejl.actions.result_letters.lists import forget_with_round, rounds_with_lists, take_over
from kulturspejl.actions.result_letters.sending import send_due

__all__ = ["forget_with_round", "rounds_with_lists", "send_due", "take_over"]
