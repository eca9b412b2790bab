"""Pages are sent shorter, in what the browser takes, and their length tells nothing of what stands there."""

from gzip import decompress

import brotli
import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from kulturspejl.faces.shared.compressed import compressed

TEXT = "Hvordan er det hos jer? " * 200


@compressed
def page(request):
    return HttpResponse(TEXT, content_type=request.GET.get("type", "text/html; charset=utf-8"))


def asked(accepted: str, **words: str) -> HttpResponse:
    return page(RequestFactory().get("/", words, headers={"Accept-Encoding": accepted}))


@pytest.mark.parametrize(
    ("accepted", "sent"),
    [
        ("gzip, deflate, br, zstd", "br"), ("br;q=0.5, gzip", "br"), ("gzip, deflate", "gzip"),
        ("br;q=0, gzip", "gzip"), ("identity", None), ("", None),
    ],
)  # fmt: skip
def test_the_browser_says_in_what(accepted, sent):
    made = asked(accepted)
    assert made.get("Content-Encoding") == sent
    body = {"br": brotli.decompress, "gzip": decompress, None: bytes}[sent](made.content)
    assert body.decode().startswith(TEXT)
    assert made["Vary"] == "Accept-Encoding"
    assert sent is None or int(made["Content-Length"]) == len(made.content) < len(TEXT) / 10


def test_the_same_page_has_another_length_each_time():
    assert len({len(asked("br").content) for _time in range(20)}) > 5


def test_files_get_no_remark_at_their_end():
    assert decompress(asked("br, gzip", type="application/json").content).decode() == TEXT
