"""Rude words in every field of every form that a person can reach: a sentence comes back, never a fault of ours."""

import html
import re
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from urllib.parse import quote_plus

import pytest
from django.test import Client

from kulturspejl.live.shared_memory import memory
from tests import people
from tests.actions.kept import as_it_stands

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

RUDE = {
    "giant": "æ" + "a" * 199_999,
    "nul": "a\0b",
    "emoji": "👩🏽‍⚕️💔",
    "right to left": "\u202egnirts\u202c שלום",
    "lone surrogate": "a\ud800b",
    "script": "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{7*7}}{% now %}",
    "lines": "a\r\nBcc: everybody@havnby.test\r\n\r\nb",
    "number": "9" * 5000,
    "arabic digits": "١٢٣",
    "negative": "-1",
    "exponent": "1e308",
    "nan": "nan",
    "date": "0000-00-00",
    "far date": "9999-12-31",
    "uuid": "00000000-0000-0000-0000-000000000000",
    "nothing": "",
}


@dataclass
class Form:
    """Where it goes, and what stands in it."""

    action: str
    fields: list[tuple[str, str, bool]] = field(default_factory=list)


class Forms(HTMLParser):
    """The POST forms and the links of a page, and all of its text."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.links: list[str] = []
        self.text = ""
        self._inside: Form | None = None

    def handle_starttag(self, tag, attrs):
        said = {name: value or "" for name, value in attrs}
        if tag == "a":
            self.links.append(said.get("href", ""))
        if tag == "form":
            self._inside = (
                Form(said.get("action", "")) if said.get("method", "get").lower() == "post" else None
            )
            if self._inside:
                self.forms.append(self._inside)
        if self._inside and tag in {"input", "select", "textarea", "button"} and said.get("name"):
            is_fixed = (
                said.get("type") == "hidden" or tag == "button" or said["name"] == "csrfmiddlewaretoken"
            )
            self._inside.fields.append((said["name"], said.get("value", ""), is_fixed))

    def handle_endtag(self, tag):
        if tag == "form":
            self._inside = None


def read(client: Client, address: str) -> Forms:
    reply = client.get(address, follow=True)
    assert reply.status_code < 500, address
    page = Forms()
    if "text/html" in reply.headers.get("Content-Type", ""):
        page.text = reply.content.decode()
        page.feed(page.text)
    return page


def reachable(client: Client, start: str, most: int = 40) -> dict[str, Forms]:
    """The pages that links lead to from `start`, in this house."""
    found: dict[str, Forms] = {}
    waiting = [start]
    while waiting and len(found) < most:
        address = waiting.pop(0)
        if address in found:
            continue
        found[address] = read(client, address)
        for link in found[address].links:
            path = html.unescape(link).split("#")[0]
            if re.match(r"/(?!/|static|account/logout)", path) and path not in found:
                waiting.append(path)
    return found


def different(pages: dict[str, Forms]) -> list[tuple[str, Form]]:
    """Each form once: many pages carry the same one to the same address."""
    found = {
        (form.action or address, tuple((name, is_fixed) for name, _value, is_fixed in form.fields)): (address, form)
        for address, page in pages.items()
        for form in page.forms
        if "logout" not in form.action
    }
    return list(found.values())


def pour(client: Client, page: str, form: Form, rude: str) -> None:
    """Every field of the form holds the rude word; hidden ones as they are, then rude too."""
    address = form.action or page
    for also_fixed in (False, True):
        data = {
            name: value if is_fixed and not (also_fixed and name != "csrfmiddlewaretoken") else rude
            for name, value, is_fixed in form.fields
        }
        body = "&".join(f"{name}={_quoted(value)}" for name, value in data.items())
        reply = client.post(
            address, body, content_type="application/x-www-form-urlencoded", headers={"accept-language": "da"}
        )
        assert reply.status_code < 500, f"{address} {rude[:20]!r}: {reply.status_code}"


@cache
def _quoted(value: str) -> str:
    return quote_plus(value.encode("utf-8", "surrogatepass"))


POURED = {"steward": list(RUDE)[::2], "leader": list(RUDE)[1::4], "amr": list(RUDE)[3::4]}
"""Each word into all forms of the steward, or of one of two who share a unit's pages; of all three in a sweep."""


@pytest.mark.parametrize(
    ("who", "names"),
    [*POURED.items(), *(pytest.param(who, list(RUDE), marks=pytest.mark.sweep) for who in POURED)],
    ids=[*POURED, *(f"{who}, all words" for who in POURED)],
)
def test_no_form_of_the_house_breaks(at, who, names):
    where = people.team(9)
    people.closed_round(where)
    forms = different(reachable(at(getattr(where, who), "da"), "/home"))
    assert len(forms) >= 3
    again = as_it_stands()
    for name in names:
        again()
        memory.clear()
        for address, form in forms:
            # A form may have signed the last one out.
            pour(at(getattr(where, who), "da"), address, form, RUDE[name])


@pytest.mark.parametrize("name", RUDE)
def test_no_form_of_the_front_breaks(at, name):
    made = people.open_round(people.team(9))
    for address in ("/", f"/r/{made.codes[0]}", "/account/login/"):
        page = read(at(language="da"), address)
        assert page.forms
        for form in page.forms:
            pour(at(language="da"), address, form, RUDE[name])


@pytest.mark.parametrize("name", RUDE)
def test_no_address_breaks(name):
    for place in (
        "/r/{}",
        "/r/{}/admit",
        "/r/{}/result.pdf",
        "/demo/{}",
        "/results/{}",
        "/language?next={}",
        "/try?{}",
    ):
        reply = Client().get(place.format(_quoted(RUDE[name][:3000])))
        assert reply.status_code < 500, place


BODIES = (
    b"", b"{", b"[]", b"null", b'"a"', b"{}", b"\xff\xfe", b"[" * 100_000, b'{"voucher":' + b"9" * 5000 + b"}",
    b'{"voucher": null, "id": [], "answers": {"now_d1_A": 1e999}}', b'{"voucher":"a","id":"b","answers":[]}',
    b'{"voucher": "\\ud800", "id": "\\u0000", "answers": {"\\u0000": true}}', b'{"blinded": 7}',
    b'{"blinded": "' + b"A" * 50_000 + b'"}', b'{"blinded": "\xc3\xa6"}',
)  # fmt: skip


@pytest.mark.parametrize("body", BODIES, ids=lambda body: repr(body[:24]))
def test_no_json_breaks(body):
    made = people.open_round(people.team(9))
    for address in ("/answers", f"/r/{made.codes[0]}/admit", "/r/unknown-code/admit"):
        for kind in (
            "application/json",
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
        ):
            reply = Client().post(address, body, content_type=kind, headers={"accept": "application/json"})
            assert reply.status_code < 500, (address, kind)
