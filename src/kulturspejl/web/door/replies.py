"""What the door says: a body of its own under the headers that Django's middleware puts on every page."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from http.cookies import Morsel
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import path, set_urlconf
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from kulturspejl.core.errors import Unready
from kulturspejl.faces.participant import joining
from kulturspejl.faces.shared.compressed import compressed, shorter
from kulturspejl.readers.rooms import Plate
from kulturspejl.web import errors
from kulturspejl.web.door.heads import Asked, Head

Headers = list[tuple[bytes, bytes]]


JSON, PAGE, CARD, ELSEWHERE = "/json", "/page", "/card", "/elsewhere"


@dataclass(frozen=True)
class Reply:
    """A status, what is said, and in which form."""

    status: int
    content: bytes
    form: str
    more: tuple[tuple[bytes, bytes], ...] = ()


def in_json(status: int, said: Mapping[str, object]) -> Reply:
    """Said in JSON."""
    return Reply(status, json.dumps(said).encode(), JSON)


def a_page(text: str) -> Reply:
    """A page of a person's own: no copy of it stays anywhere, and it is compressed where the browser takes that."""
    return Reply(200, text.encode(), PAGE)


def a_form(drawn: HttpResponse) -> Reply:
    """The page of a form again, with what is wrong."""
    return Reply(drawn.status_code, drawn.content, CARD)


def a_card(text: str, cookies: Iterable[Morsel[str]]) -> Reply:
    """A page that is shown once, with a key for the phone to keep."""
    return Reply(200, text.encode(), CARD, tuple((b"set-cookie", one.OutputString().encode()) for one in cookies))


def to_page(address: str) -> Reply:
    """Go on to a page of ours."""
    return Reply(302, b"", ELSEWHERE, ((b"location", address.encode()),))


@csrf_exempt
def _json(_request: HttpRequest) -> JsonResponse:
    return JsonResponse({})


@csrf_exempt
@never_cache
@compressed
def _page(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("long enough to be compressed " * 100)


@csrf_exempt
def _card(request: HttpRequest) -> HttpResponse:
    # The page links to the program's addresses, and not to those of this file.
    set_urlconf(None)
    return render(request, joining.CARD, {"door": Plate("NOBODYS", "")})


@csrf_exempt
def _elsewhere(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=302)


urlpatterns = [path("json", _json), path("page", _page), path("card", _card), path("elsewhere", _elsewhere)]
"""This file as a list of addresses: replies without words, for the headers that come with them."""
_known: dict[tuple[int, str, str, bool, str], Headers] = {}


async def say(send: Any, handler: WSGIHandler, head: Head, reply: Reply) -> None:
    """Send it."""
    headers = headers_of(handler, head, reply.form)
    content = shorter(reply.content, head.coding) if reply.form == PAGE else reply.content
    await _send(send, reply.status, [*headers, *reply.more], content)


async def say_unready(send: Any, handler: WSGIHandler, head: Head, error: Unready) -> None:
    """That nothing can be stored now, in the reader's language: as a page to whoever sent a plain form."""
    with translation.override(head.language):
        told = errors.told(head, error)
    kind = (b"content-type", told["Content-Type"].encode())
    form = JSON if errors.wants_json(head) else CARD
    headers = [kind if one[0] == kind[0] else one for one in headers_of(handler, head, form)]
    await _send(send, error.status, headers, told.content)


async def _send(send: Any, status: int, headers: Headers, content: bytes) -> None:
    length = (b"content-length", str(len(content)).encode())
    await send({"type": "http.response.start", "status": status, "headers": [*headers, length]})
    await send({"type": "http.response.body", "body": content})


def headers_of(handler: WSGIHandler, head: Head, form: str) -> Headers:
    """Those that this handler would put on such a reply; asked once for each language and scheme."""
    coding = head.coding if form == PAGE else ""
    key = (id(handler), form, head.language, head.is_secure(), coding)
    if key not in _known:
        _known[key] = _asked(handler, head, form)
    return _known[key]


def _asked(handler: WSGIHandler, head: Head, form: str) -> Headers:
    request = Asked(str(head.scheme))
    request.method, request.path, request.path_info = head.method, form, form
    request.META, request.COOKIES = dict(head.META), dict(head.COOKIES)
    request.urlconf = __name__
    response = handler.get_response(request)
    if response.status_code >= HTTPStatus.BAD_REQUEST:
        raise RuntimeError(f"no headers for {form}: {response.status_code}")
    headers = [(name.lower().encode(), value.encode("latin-1")) for name, value in response.items()]
    return [one for one in headers if one[0] != b"content-length"]
