"""Django's cache in the memory that all processes share: so an app's code works once, and sign-in limits count once.

allauth keeps its counts here, under keys with addresses in them; of those nothing but a keyed hash is kept, for at most
as long as a key lives (live/shared_memory). Nothing else of the program uses it.
"""

import pickle
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache

from kulturspejl.live.shared_memory import HOUR, LONGEST, memory

USED, AN_APPS_CODE = "allauth.mfa.totp.used?", 120.0
"""allauth remembers for one step of 30 seconds that an app's code was used; with clocks that may be off it is good for
three (MFA_TOTP_TOLERANCE), and is remembered for longer than that.
"""


class SharedCache(BaseCache):
    """What is too long, as a history of many hits, is kept from its newest end."""

    def __init__(self, _name: str, params: dict[str, Any]) -> None:
        super().__init__(params)

    def add(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: Any = None) -> bool:
        """Keep it unless something is kept already; of several at once one is told True."""
        words = self.make_and_validate_key(key, version=version)
        with memory.held():
            if memory.get(words) is not None:
                return False
            self._put(words, value, timeout)
        return True

    def get(self, key: Any, default: Any = None, version: Any = None) -> Any:
        """What is kept."""
        kept = memory.get(self.make_and_validate_key(key, version=version))
        return default if kept is None else pickle.loads(kept)  # written by this program, in its own memory

    def set(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: Any = None) -> None:
        """Keep it in place of what was there."""
        self._put(self.make_and_validate_key(key, version=version), value, timeout)

    def touch(self, key: Any, timeout: Any = DEFAULT_TIMEOUT, version: Any = None) -> bool:
        """Keep it for longer."""
        words = self.make_and_validate_key(key, version=version)
        with memory.held():
            kept = memory.get(words)
            if kept is not None:
                memory.put(words, kept, self._seconds(timeout))
        return kept is not None

    def delete(self, key: Any, version: Any = None) -> bool:
        """Forget it."""
        words = self.make_and_validate_key(key, version=version)
        with memory.held():
            was_kept = memory.get(words) is not None
            memory.drop(words)
        return was_kept

    def clear(self) -> None:
        """Forget everything that is counted."""
        memory.clear()

    def _put(self, words: str, value: Any, timeout: Any) -> None:
        seconds = self._seconds(timeout)
        memory.put(words, _short(value), max(seconds, AN_APPS_CODE) if USED in words else seconds)

    def _seconds(self, timeout: Any) -> float:
        seconds = self.default_timeout if timeout is DEFAULT_TIMEOUT else timeout
        return HOUR if seconds is None else max(0.0, float(seconds))


def _short(value: Any) -> bytes:
    """allauth puts the newest hit of a history first; a history that has no room loses its oldest hits."""
    told = pickle.dumps(value)
    while len(told) > LONGEST and isinstance(value, list) and value:
        value = value[: len(value) * 3 // 4]
        told = pickle.dumps(value)
    return told
