"""Somebody with a plain browser: pages, forms as they stand there, cookies, no script."""

import json
import re
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass, field
from html import unescape
from http.cookiejar import CookieJar
from typing import Any

from tests.attacks.forms_on import Forms

TAG = re.compile(r"<[^>]+>")
BOUNDARY = "kulturspejl-visitor"


@dataclass
class Page:
    """What came back: where one is, and what stands there."""

    status: int
    path: str
    text: str

    @property
    def words(self) -> str:
        """What one reads."""
        body = re.sub(r"<(script|style)\b.*?</\1>", " ", self.text, flags=re.DOTALL)
        return unescape(" ".join(TAG.sub(" ", body).split()))

    def link(self, beginning: str) -> str:
        """The first address on the page that begins so."""
        return unescape(re.search(rf'href="({re.escape(beginning)}[^"]*)"', self.text)[1])


@dataclass
class Visitor:
    """Cookies and the last page."""

    url: str
    language: str = "da"
    jar: CookieJar = field(default_factory=CookieJar)

    def get(self, path: str) -> Page:
        """A page, wherever it leads."""
        return self._ask(urllib.request.Request(self._whole(path)))

    def send(
        self, page: Page, action: str | None = None, *, file: tuple[str, bytes] | None = None, **typed: object
    ) -> Page:
        """The form on `page` that is sent to `action` (to the page itself without one), filled in and sent."""
        where = action or page.path
        hidden = next(
            (kept for to, kept in Forms(page.path, page.text).found if to.split("?")[0] == where.split("?")[0]), None
        )
        if hidden is None:
            raise AssertionError(f"no form on {page.path} is sent to {where}:\n{page.words[:600]}")
        fields = [(name, one) for name, value in {**hidden, **typed}.items() for one in _each(value)]
        head = {"Referer": self._whole(page.path), "Origin": self.url}
        asked = urllib.request.Request(self._whole(where), headers=head)
        if file:
            asked.data = _multipart(fields, *file)
            asked.add_header("Content-Type", f"multipart/form-data; boundary={BOUNDARY}")
        else:
            asked.data = urllib.parse.urlencode(fields).encode()
        return self._ask(asked)

    def say(self, path: str, what: object) -> dict[str, Any]:
        """JSON there and back, as a page's script does it."""
        head = {"Content-Type": "application/json", "Origin": self.url, "Sec-Fetch-Site": "same-origin"}
        page = self._ask(urllib.request.Request(self._whole(path), json.dumps(what).encode(), head))
        assert page.status in (200, 201), (page.status, page.text[:400])
        found = json.loads(page.text or "{}")
        assert isinstance(found, dict)
        return found

    def _whole(self, path: str) -> str:
        return path if path.startswith("http") else self.url + path

    def _ask(self, asked: urllib.request.Request) -> Page:
        asked.add_header("Accept-Language", self.language)
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))
        try:
            with opener.open(asked, timeout=120) as answer:
                return _page(answer.status, answer.geturl(), answer.read())
        except urllib.error.HTTPError as answer:
            return _page(answer.code, answer.geturl(), answer.read())


def _page(status: int, url: str, body: bytes) -> Page:
    return Page(status, urllib.parse.urlsplit(url).path, body.decode(errors="replace"))


def _each(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list | tuple) else [str(value)]


def _multipart(fields: list[tuple[str, str]], name: str, data: bytes) -> bytes:
    begins = f"--{BOUNDARY}\r\nContent-Disposition: form-data; name="
    parts = [f'{begins}"{key}"\r\n\r\n{value}\r\n' for key, value in fields]
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
    return "".join([*parts, head]).encode() + data + f"\r\n--{BOUNDARY}--\r\n".encode()
