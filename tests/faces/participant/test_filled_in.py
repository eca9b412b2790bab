"""A page drawn once for all groups holds of each group what is its own, and of no other group anything."""

import random

import pytest

from kulturspejl.actions import rooms
from kulturspejl.faces.participant import filled_in, pushed
from kulturspejl.faces.participant.keys import COOKIE
from kulturspejl.faces.shared import clock
from kulturspejl.readers import rooms as readers
from kulturspejl.records.models import Participant
from tests.actions.rooms.course import NOW, begin
from tests.faces.participant.test_pushed import asked

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def drawn(monkeypatch):
    """How many pages were drawn by the template."""
    made = []
    draw = filled_in.render_to_string

    def counted(*words):
        made.append(words)
        return draw(*words)

    monkeypatch.setattr(filled_in, "render_to_string", counted)
    monkeypatch.setattr(clock, "now", lambda: NOW)
    return made


def seated(people=12):
    """Groups of four who choose a case; names that a page must escape, and that look like what is filled in."""
    course = begin(people)
    for number, one in enumerate(Participant.objects.filter(room=course.room).order_by("name")):
        Participant.objects.filter(id=one.id).update(name=f"<b>{number}</b> 000{number} key0 & end0")
    station = course.go_to("sparring", "choose")
    rooms.divide(by=course.frida, room_id=course.id, rng=random.Random(3), now=NOW)
    return course, f"{station}/heading"


def pages(course):
    made = pushed.pages(course.code, "da")
    return {key: made[pushed.listener({COOKIE: key})].text for key in course.keys}


def lines(course, part):
    """Two in different groups write a heading each; key to line."""
    first = course.keys[0]
    members = {one for one, _name in phone(course, first).group.members}
    other = next(key for key in course.keys if phone(course, key).me not in members)
    written = {first: "Vagtskiftet <i>om natten</i>", other: "Mødet, der varer for længe"}
    for key, line in written.items():
        course.send(part, {"line": line}, key=key)
    return written


def phone(course, key):
    return readers.phone(course.code, key, language="da", now=NOW)


@pytest.mark.slow
def test_all_groups_are_drawn_once_and_each_gets_what_it_would_by_asking(drawn):
    course, _part = seated()
    made = pages(course)
    assert len(drawn) == 1
    assert len(set(made.values())) == len(course.state.divisions["groups"]) == 3
    for key in course.keys:
        assert made[key] == asked(course, key)


@pytest.mark.slow
def test_nothing_of_one_group_gets_into_what_another_sees(drawn):
    course, part = seated()
    written = lines(course, part)
    made = pages(course)
    for key in course.keys:
        mine = {name for _id, name in phone(course, key).group.members}
        shown = made[key]
        for one in Participant.objects.filter(room=course.room):
            number = one.name[3 : one.name.index("</b>")]
            assert (f"&lt;b&gt;{number}&lt;/b&gt;" in shown) == (one.name in mine)
        for line in (line for _name, line in phone(course, key).group.headings):
            assert line[:10] in shown
        others = set(written.values()) - {line for _name, line in phone(course, key).group.headings}
        assert not any(line[:10] in shown for line in others)
        assert "<i>om" not in shown


@pytest.mark.slow
def test_what_is_not_filled_in_makes_a_page_of_its_own(drawn):
    course, _part = seated()
    rooms.claim(code=course.code, key=course.keys[0], now=NOW)
    made = pages(course)
    mine = {one for one, _name in phone(course, course.keys[0]).group.members}
    own = [made[key] for key in course.keys if phone(course, key).me in mine]
    assert len(set(own)) == 2, "who has taken the role sees another page than who has not"
    assert len(set(made.values())) == 4
    for key in course.keys:
        assert made[key] == asked(course, key)


@pytest.mark.slow
def test_the_key_of_a_part_changes_with_who_sits_there(drawn):
    course, _part = seated()
    before = pages(course)
    rooms.divide(by=course.frida, room_id=course.id, rng=random.Random(4), now=NOW)
    after = pages(course)
    for key in course.keys:
        assert after[key] == asked(course, key)
    assert before != after
