"""Asking one public address whether it still answers: HEAD, five seconds, nothing inward, nothing sent along.

A name is resolved once and each of its addresses judged; then the connection goes to an address that was judged, and
not to the name, so that no other answer of the resolver can come in between. Every redirect goes the same way anew.
"""

import socket
import ssl
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kulturspejl.core.content.public_place import is_public
from kulturspejl.core.content.web_address import NoAddress, WebAddress, parse_address

PATIENCE = 5.0
"""Seconds for all of it, with every redirect; the machine's resolver has its own."""
MOST_REDIRECTS = 3
LONGEST_HEAD = 16_384
REDIRECTS = frozenset({301, 302, 303, 307, 308})
NOT_FOR_PROGRAMS = frozenset({401, 403, 405, 406, 429, 501})
"""Something is there, and will not say to a program what."""


class Answer(StrEnum):
    """What is known of an address."""

    ANSWERS = "answers"
    GONE = "gone"
    UNSURE = "unsure"  # it answers, but not to a program
    INWARD = "inward"  # not asked: it is not, or leads to what is not, on the open internet


Resolve = Callable[[str, int], Sequence[str]]
"""Host and port -> every IP address of it. Raises OSError where there is none."""
Connect = Callable[[str, int, float], socket.socket]
"""An IP address, a port and how many seconds -> an open connection. Raises OSError."""


def resolve(host: str, port: int) -> Sequence[str]:
    """By the machine's own resolver, whatever way of writing an address it knows (decimal, octal, short)."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(where[0]) for *_kind, where in found))


def connect(place: str, port: int, seconds: float) -> socket.socket:
    """To an IP address; a name would be resolved anew."""
    return socket.create_connection((place, port), timeout=seconds)


@dataclass(frozen=True)
class Web:
    """How names are resolved and connections opened; tests bring their own."""

    resolve: Resolve = resolve
    connect: Connect = connect
    trust: ssl.SSLContext | None = None


class _Inward(Exception):
    """It leads to somewhere that is not public."""


def ask(typed: str, web: Web, *, patience: float = PATIENCE) -> Answer:
    """What the address says now. Never raises for what the net or a server does."""
    until = time.monotonic() + patience
    try:
        address = parse_address(typed)
        for _turn in range(MOST_REDIRECTS + 1):
            status, location = _head(address, web, until)
            if status not in REDIRECTS or not location:
                return _judged(status)
            address = address.onward(location)
    except _Inward:
        return Answer.INWARD
    except NoAddress:
        return Answer.GONE
    except (OSError, ValueError, UnicodeError):
        return Answer.GONE
    return Answer.GONE


def _judged(status: int) -> Answer:
    if 200 <= status < 300:
        return Answer.ANSWERS
    return Answer.UNSURE if status in NOT_FOR_PROGRAMS else Answer.GONE


def _head(address: WebAddress, web: Web, until: float) -> tuple[int, str]:
    """(status, where to go on) of one request. Raises OSError, ValueError and _Inward."""
    places = web.resolve(address.host, address.port)
    if not places:
        raise OSError(address.host)
    if not all(map(is_public, places)):
        raise _Inward
    with web.connect(places[0], address.port, _left(until)) as line:
        if not address.is_secure:
            return _said(line, address, until)
        line.settimeout(_left(until))
        trust = web.trust or ssl.create_default_context()
        with trust.wrap_socket(line, server_hostname=address.host) as sealed:
            return _said(sealed, address, until)


def _said(line: socket.socket, address: WebAddress, until: float) -> tuple[int, str]:
    line.settimeout(_left(until))
    line.sendall(
        f"HEAD {address.target} HTTP/1.1\r\nHost: {address.named}\r\nUser-Agent: Kulturspejl (link check)\r\n"
        "Accept: */*\r\nConnection: close\r\n\r\n".encode("ascii")
    )
    head = b""
    while b"\r\n\r\n" not in head and len(head) < LONGEST_HEAD:
        line.settimeout(_left(until))
        more = line.recv(4096)
        if not more:
            break
        head += more
    return _read(head.partition(b"\r\n\r\n")[0].decode("latin-1"))


def _read(head: str) -> tuple[int, str]:
    first, *lines = head.split("\r\n")
    said = first.split(" ", 2)
    if not first.startswith("HTTP/1.") or len(said) < 2 or not (said[1].isascii() and said[1].isdigit()):
        raise ValueError("no answer of a web server")
    headers = (line.partition(":") for line in lines)
    return int(said[1]), next((value for name, _colon, value in headers if name.strip().lower() == "location"), "")


def _left(until: float) -> float:
    """Seconds that are left; raises TimeoutError where there are none, however slowly somebody goes on answering."""
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left
