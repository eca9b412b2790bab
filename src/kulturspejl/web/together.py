"""What many ask for in the same moment is made once, and begun after the last of them has asked."""

import asyncio
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Made = TypeVar("Made")


class Together(Generic[Key, Made]):
    """Makes something in a thread for all who wait for the same key.

    Nobody gets what was begun before they asked, so it may be shown as what is now; and nothing is kept. Used in one
    event loop.
    """

    def __init__(self, make: Callable[[Key], Made]) -> None:
        self._make = make
        self._next: dict[Key, asyncio.Task[Made]] = {}
        self._running: dict[Key, asyncio.Task[Made]] = {}

    async def ask(self, key: Key) -> Made:
        """What `make` returns, or raises."""
        task = self._next.get(key)
        if task is None:
            task = self._next[key] = asyncio.create_task(self._begin(key))
        # Somebody who leaves must not stop it for the others.
        return await asyncio.shield(task)

    async def _begin(self, key: Key) -> Made:
        before = self._running.get(key)
        if before is not None:
            await asyncio.wait([before])
        # All whom the same ring has woken get their turn to ask.
        await asyncio.sleep(0)
        task = self._running[key] = self._next.pop(key)
        try:
            return await asyncio.to_thread(self._make, key)
        finally:
            if self._running.get(key) is task:
                del self._running[key]
