"""The page of a phone is compressed, unless a group has written something for itself that stands there."""

import brotli
import pytest
from django.test import Client

from kulturspejl.actions import rooms
from kulturspejl.faces.participant.keys import COOKIE
from kulturspejl.faces.shared import clock
from tests.actions.rooms.course import NOW, begin
from tests.faces.participant.test_filled_in import lines, phone, seated

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def frozen(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: NOW)


def sent(course, key=""):
    browser = Client(headers={"accept-language": "da", "accept-encoding": "gzip, br"})
    if key:
        browser.cookies[COOKIE] = key
    return browser.get(f"/room/{course.code}")


def test_it_is_a_third_and_says_the_same():
    course = begin(1)
    for key in ("", course.keys[0]):
        reply = sent(course, key)
        assert reply["Content-Encoding"] == "br"
        assert reply["Cache-Control"] == "no-store"
        whole = brotli.decompress(reply.content)
        assert b"</html>" in whole
        assert len(reply.content) < 0.4 * len(whole)


@pytest.mark.slow
def test_what_a_group_wrote_for_itself_is_not_told_by_a_length():
    course, part = seated(8)
    first, second = lines(course, part)
    for key in course.keys:
        assert phone(course, key).group.headings
        assert not sent(course, key).has_header("Content-Encoding")
    assert first != second
    rooms.take_back(code=course.code, key=first, part=part, now=NOW)
    assert sent(course, first).has_header("Content-Encoding")
