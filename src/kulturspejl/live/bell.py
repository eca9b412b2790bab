"""The bell that this process uses: ring(topic, version), ring_on_commit(topic), listen(topic), stamp(topic).

Topics are words such as "round:<id>". Actions ring on commit, pages carry the stamp they were made with, and
`web.asgi` serves `listen` as server-sent events. The bell in memory serves one process; `live.postgres` several.
Another kind needs these methods and is set once by `use`.
"""

from collections.abc import AsyncGenerator
from typing import Protocol

from kulturspejl.live.memory import MemoryBell


class Bell(Protocol):
    """What every kind of bell can do."""

    def ring(self, topic: str, version: int | None = None) -> None:
        """Tell everybody who listens that the topic has changed; callable from any thread."""

    def ring_on_commit(self, topic: str) -> None:
        """The same once the present transaction is through, and not at all if it is taken back."""

    def stamp(self, topic: str) -> str:
        """The topic's present stamp, for a page that is being made."""

    def listen(self, topic: str) -> AsyncGenerator[bytes, None]:
        """Server-sent events as bytes: the stamp at once, then one event a change, and heartbeats."""

    def start(self) -> None:
        """Begin to hear other processes, where there may be some; called once by whoever serves."""

    def trouble(self) -> str:
        """What keeps rings from coming, in a sentence for the operator; "" when all is well."""


_bell: Bell = MemoryBell()


def use(bell: Bell) -> None:
    """Set the kind of bell, at start."""
    global _bell
    _bell = bell


def start() -> None:
    """Begin to hear other processes, where there may be some."""
    _bell.start()


def ring(topic: str, version: int | None = None) -> None:
    """Tell all who listen that the topic has changed, now. Without a version its stamp is one never used before."""
    _bell.ring(topic, version)


def ring_on_commit(topic: str) -> None:
    """What an action does whose transaction changes what the topic's pages show."""
    _bell.ring_on_commit(topic)


def stamp(topic: str) -> str:
    """What a page made now carries (`data-bell-stamp`)."""
    return _bell.stamp(topic)


def listen(topic: str) -> AsyncGenerator[bytes, None]:
    """Server-sent events for one listener."""
    return _bell.listen(topic)


def trouble() -> str:
    """What keeps rings from coming; "" when all is well."""
    return _bell.trouble()
