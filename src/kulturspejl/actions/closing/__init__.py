"""Closing a round, step by step; killed anywhere, it is taken up where it was."""

from kulturspejl.actions.closing.steps import close, close_due

__all__ = ["close", "close_due"]
