"""A part of a page is another when what is drawn in it is another, and only then."""

import re

import pytest
from django.middleware.csrf import get_token
from django.template import Context, Template
from django.test import RequestFactory

from kulturspejl.access.permission import day_of
from kulturspejl.actions import rooms
from kulturspejl.faces.participant import pushed
from kulturspejl.faces.participant.keys import COOKIE
from tests.actions.rooms.course import NOW, begin, planned
from tests.house.files import SOURCE, name_of, text_of

CLOCK = '<span role="timer" data-ends-at="2026-11-25T09:00:00+00:00"\n data-seconds="{{ left }}"></span>'
FORM = '{% csrf_token %}{% form_id %}<input type="hidden" name="seen" value="{{ seen }}">'


def drawn(inside: str, attributes: str = "", **values) -> str:
    request = RequestFactory().get("/")
    text = f'{{% load regions sending %}}{{% region "do" {attributes} %}}{inside}{{% endregion %}}'
    return Template(text).render(Context({"request": request, "csrf_token": get_token(request), **values}))


def key(page: str, name: str = "do") -> str:
    return re.search(rf'data-region="{name}" data-key="(\w+)"', page)[1]


def test_what_is_drawn_is_the_key():
    assert key(drawn("{{ words }}", words="Vagtskiftet")) == key(drawn("{{ words }}", words="Vagtskiftet"))
    assert key(drawn("{{ words }}", words="Vagtskiftet")) != key(drawn("{{ words }}", words="Vagtskifte"))
    assert key(drawn("", "data_is_sealed=locked", locked=True)) != key(drawn("", "data_is_sealed=locked", locked=False))


def test_a_forms_own_marks_and_a_running_clock_are_no_news_and_a_version_is():
    assert key(drawn(FORM, seen=3)) == key(drawn(FORM, seen=3))
    assert key(drawn(FORM, seen=3)) != key(drawn(FORM, seen=4))
    assert key(drawn(CLOCK, left=300)) == key(drawn(CLOCK, left=280))
    stands = CLOCK.replace('data-ends-at="2026-11-25T09:00:00+00:00"', "")
    assert key(drawn(stands, left=300)) != key(drawn(stands, left=280))


def test_an_attribute_is_written_when_there_is_something_to_write():
    told = drawn("", 'tag="section" id="on" aria_labelledby="t" data_a=yes data_b=no', yes=True, no=False)
    dressed = re.fullmatch(r'<section data-region="do" data-key="\w+" (.*)></section>', told)
    assert dressed[1] == 'id="on" aria-labelledby="t" data-a'


def test_what_is_written_in_an_attribute_ends_none():
    told = drawn("", "tag=tag data_a=words", tag="b><i", words='" onclick="<b>')
    assert told.startswith('<b&gt;&lt;i data-region="do" ')
    assert told.endswith(' data-a="&quot; onclick=&quot;&lt;b&gt;"></b&gt;&lt;i>')


@pytest.mark.django_db(transaction=True)
def test_words_that_change_under_a_step_reach_the_phones():
    course = begin(1)
    course.go_to("culture_profile", "alone")

    def page() -> str:
        return pushed.pages(course.code, "da")[pushed.listener({COOKIE: course.keys[0]})].text

    before = page()
    rooms.change_class(
        by=course.frida, room_id=course.id, name="Hold 15", day=day_of(NOW), plan=planned(), check_in="", homework="",
        language="da", next_day=None, texts={("culture_profile", "alone", "phone"): "Vis den til den, du sidder ved."},
        now=NOW,
    )  # fmt: skip
    after = page()
    assert "Vis den til den" in after
    assert key(before) != key(after)
    assert key(before, "done") == key(after, "done")


def test_no_template_writes_a_key_by_hand():
    pages = [file for file in SOURCE.rglob("*.html") if "data-key=" in (text_of(file) or "")]
    assert [name_of(file) for file in pages] == []
