"""Where a connection comes from, before Django has made a request of it: for limits alone, never kept."""

from typing import Any

from kulturspejl.faces.shared.visitor import place_in


def place_of_scope(scope: Any) -> str:
    """The same place that a page of this visitor would be counted under."""
    peer = scope.get("client") or ("", 0)
    forwarded = [value for name, value in scope["headers"] if name.lower() == b"x-forwarded-for"]
    return place_in(str(peer[0]), b",".join(forwarded).decode("latin-1"))
