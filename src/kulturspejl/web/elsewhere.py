"""What this process remembers and must forget when another process has changed it."""

import uuid

from kulturspejl.actions import open_rounds
from kulturspejl.vault import keys


def forget(topic: str) -> None:
    """Another process has rung: of a round the closing date may have moved, or it is closed and its key destroyed."""
    kind, _colon, name = topic.partition(":")
    if kind == "round":
        open_rounds.forget(uuid.UUID(name))
        keys.forget()


def forget_all() -> None:
    """Rings may have been missed."""
    open_rounds.forget_all()
    keys.forget()
