"""What goes over the wire: server-sent events, made once and shared by everybody who listens."""

HEARTBEAT = b":\n\n"
"""A comment line: keeps proxies from closing a quiet stream, and tells us who has left."""

RETRY_MILLISECONDS = 1000
"""How soon a page that has lost its stream comes back: a room waits no longer for a server that is started again."""


def frame(stamp: str) -> bytes:
    """The event that says "what you show has the stamp ..."; a page with another stamp asks again."""
    return f"retry: {RETRY_MILLISECONDS}\nid: {stamp}\ndata: {stamp}\n\n".encode()


def with_page(message: bytes, lines: bytes) -> bytes:
    """The same event with a page under its stamp, by `in_lines`, for those who would ask for it at once."""
    return b"%sdata: %s\n\n" % (message[:-1], lines)


def in_lines(text: str) -> bytes:
    """Text as it stands within an event; what is put together of such is again such."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\ndata: ").encode()
