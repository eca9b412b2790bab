"""The bell that this process uses: ring(topic, version), listen(topic), stamp(topic).

Topics are words such as "round:<id>". Actions ring on commit (`transaction.on_commit`), pages carry the stamp
they were made with, and `web.asgi` serves `listen` as server-sent events. Another kind of bell (a Unix socket
between processes, PostgreSQL between machines) needs these three methods and is set once by `use`.
"""

from collections.abc import AsyncGenerator
from typing import Protocol

from kulturspejl.live.memory import MemoryBell


class Bell(Protocol):
    """What every kind of bell can do."""

    def ring(self, topic: str, version: int | None = None) -> None:
        """Tell everybody who listens that the topic has changed; callable from any thread."""

    def stamp(self, topic: str) -> str:
        """The topic's present stamp, for a page that is being made."""

    def listen(self, topic: str) -> AsyncGenerator[bytes, None]:
        """Server-sent events as bytes: the stamp at once, then one event a change, and heartbeats."""


_bell: Bell = MemoryBell()


def use(bell: Bell) -> None:
    """Set the kind of bell, at start."""
    global _bell
    _bell = bell


def ring(topic: str, version: int | None = None) -> None:
    """Tell all who listen that the topic has changed. Without a version it is one more than the last."""
    _bell.ring(topic, version)


def stamp(topic: str) -> str:
    """What a page made now carries (`data-bell-stamp`)."""
    return _bell.stamp(topic)


def listen(topic: str) -> AsyncGenerator[bytes, None]:
    """Server-sent events for one listener."""
    return _bell.listen(topic)
