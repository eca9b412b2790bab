"""Limits by address: what one visitor has used up, nobody else misses.

Wrong guesses, newly lent rooms and uploads that never arrive are counted; right codes, joining and listening never
are, because a whole municipality may have one address. IPv4 by the address, IPv6 by the /64 that a household has.
"""

import ipaddress
import re
import struct
import time
from dataclasses import dataclass

from kulturspejl.live.shared_memory import HOUR, memory

_LEVEL = struct.Struct("<dd")


@dataclass(frozen=True)
class Limit:
    """So many at once, then so many a second. `name` keeps one limit apart from another."""

    name: str
    at_once: float
    per_second: float

    def seconds_to_wait(self, address: str) -> float:
        """0 where one more is within the limit."""
        return max(0.0, (1.0 - self.left(address)) / self.per_second)

    def left(self, address: str) -> float:
        """How many this address may do at once now; `at_once` for one of whom nothing is known."""
        now = time.time()
        kept = memory.get(self._words(address))
        if kept is None:
            return self.at_once
        level, at = _LEVEL.unpack(kept)
        return float(min(self.at_once, level + max(0.0, now - at) * self.per_second))

    def take(self, address: str) -> None:
        """One more has been done."""
        with memory.held():
            level = max(0.0, self.left(address) - 1.0)
            full = (self.at_once - level) / self.per_second
            memory.put(self._words(address), _LEVEL.pack(level, time.time()), min(HOUR, full))

    def _words(self, address: str) -> str:
        return f"{self.name} {address}"


EVERYBODY = "everybody"
"""In place of an address, for what all visitors do together."""


_WITH_PORT = re.compile(r"\[([0-9A-Fa-f:.%]+)\](?::\d+)?|([0-9.]+):\d+")
"""As some proxies write it: `[2001:db8::1]:443`, `192.0.2.1:443`."""


def place_of(address: str) -> str:
    """What is counted together: an IPv4 address, the /64 of an IPv6 one; "" where there is none (a socket)."""
    words = address.strip().strip('"')
    ported = _WITH_PORT.fullmatch(words)
    try:
        found = ipaddress.ip_address((ported[1] or ported[2] if ported else words).partition("%")[0])
    except ValueError:
        return ""
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped is not None:
            return str(found.ipv4_mapped)
        return str(ipaddress.ip_network((found, 64), strict=False))
    return str(found)
