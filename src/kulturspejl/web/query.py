"""What an address asks for, before any request has been made of it."""

from typing import Any
from urllib.parse import parse_qs


def asked(scope: Any, name: str) -> str:
    """The first value of that name after the question mark; "" for none."""
    return parse_qs(scope["query_string"].decode("latin-1")).get(name, [""])[0]
