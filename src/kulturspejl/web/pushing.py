"""A ring that carries the page: what phones would ask for a thousand times is made once and sent along.

Who has no key of the room, and a phone that shows the same already, gets the stamp alone.
"""

import logging
from collections.abc import AsyncGenerator, Mapping
from typing import Any

from django.db import close_old_connections
from django.http import HttpRequest
from django.utils import translation

from kulturspejl.core.errors import KulturspejlError
from kulturspejl.faces.participant import pushed
from kulturspejl.live import bell
from kulturspejl.live.carried import Page
from kulturspejl.live.frames import frame
from kulturspejl.web import relay
from kulturspejl.web.cookies import cookies_in
from kulturspejl.web.query import asked

log = logging.getLogger(__name__)


def listen(code: str, topic: str, scope: Any) -> AsyncGenerator[bytes, None]:
    """Bytes to send to whoever listens to a room: rings with this phone's page, or for those without a key alone."""
    cookies = cookies_in(scope["headers"])
    who = pushed.listener(cookies)
    if not who:
        return bell.listen(topic)
    return relay.listen(code, topic, relay.Phone(who, _language(scope, cookies), frame(_seen(scope))), _make)


def _make(code: str, spoken: str) -> Mapping[str, Page]:
    """Pages by phone; the same one for all that see the same. Nothing where it cannot be made: then phones ask."""
    close_old_connections()
    try:
        return pushed.pages(code, spoken)
    except KulturspejlError:
        return {}
    except Exception:
        log.exception("A room's pages could not be made at once, so each phone asks for its own.")
        return {}
    finally:
        close_old_connections()


def _seen(scope: Any) -> str:
    """The stamp of what the phone shows: it says so when it comes back, else in its first question."""
    for name, value in scope["headers"]:
        if name.lower() == b"last-event-id":
            return str(value.decode("latin-1"))
    return asked(scope, "seen")


def _language(scope: Any, cookies: dict[str, str]) -> str:
    """The language that every page would be in."""
    request = HttpRequest()
    request.COOKIES = cookies
    spoken = [value for name, value in scope["headers"] if name.lower() == b"accept-language"]
    request.META["HTTP_ACCEPT_LANGUAGE"] = b",".join(spoken).decode("latin-1")
    return translation.get_language_from_request(request)
