"""The address under which phones on the same net find this machine."""

import io
import socket

import segno


def address() -> str | None:
    """The machine's own address towards the net, found without sending anything; None without a net."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            # A datagram socket only looks up the way; 192.0.2.1 is set aside for examples and never answers.
            probe.connect(("192.0.2.1", 9))
            found = str(probe.getsockname()[0])
        except OSError:
            return None
    return None if found.startswith("127.") else found


def qr(url: str) -> str:
    """A QR code of small blocks for the terminal."""
    drawn = io.StringIO()
    segno.make(url, error="m").terminal(out=drawn, compact=True)
    return drawn.getvalue()
