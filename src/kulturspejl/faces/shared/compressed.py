"""A page made shorter for the way: Brotli where the browser takes it, else gzip."""

import re
import secrets
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

import brotli
from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers

_TAKES_BROTLI = re.compile(r"\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))")
QUALITY = 5
"""A sixth shorter than gzip in the time that gzip takes (1 ms for the page of questions); 9 takes ten times as long."""
WORTH_IT = 200
"""Shorter bodies are left, as Django's gzip leaves them."""
MOST_RANDOM = GZipMiddleware.max_random_bytes
"""So many bytes at most are put in by chance, as Django does it: a length tells nothing of what stands on the page."""
_gzip = GZipMiddleware(lambda _request: HttpResponse())
Words = ParamSpec("Words")
View = Callable[Concatenate[HttpRequest, Words], HttpResponse]


def compressed(view: View[Words]) -> View[Words]:
    """Around the view of a page that holds nothing of one person's but what its address says."""

    @wraps(view)
    def shorter_page(request: HttpRequest, /, *words: Words.args, **named: Words.kwargs) -> HttpResponse:
        response = view(request, *words, **named)
        if not _is_page(response) or not takes_brotli(request.headers.get("Accept-Encoding", "")):
            return cast(HttpResponse, _gzip.process_response(request, response))
        patch_vary_headers(response, ("Accept-Encoding",))
        response.content = shorter(response.content)
        response["Content-Encoding"], response["Content-Length"] = "br", str(len(response.content))
        return response

    return shorter_page


def _is_page(response: HttpResponse) -> bool:
    is_html = response.get("Content-Type", "").startswith("text/html")
    return is_html and not response.has_header("Content-Encoding") and len(response.content) >= WORTH_IT


def takes_brotli(accepted: str) -> bool:
    """Whether the browser says so; on an address without encryption it does not."""
    return _TAKES_BROTLI.search(accepted) is not None


def shorter(page: bytes) -> bytes:
    """HTML by Brotli, with a remark of random length at its end."""
    remark = secrets.token_hex(MOST_RANDOM // 2)[: secrets.randbelow(MOST_RANDOM)]
    marked = page + f"<!--{remark}-->".encode()
    return cast(bytes, brotli.compress(marked, mode=brotli.MODE_TEXT, quality=QUALITY))
