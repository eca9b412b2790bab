"""The bells of a room: who hears them, and what rings which."""

import asyncio

import pytest

from kulturspejl.actions import rooms
from kulturspejl.core.choreography import commands as do
from kulturspejl.faces.shared import guesses
from kulturspejl.live import bell
from kulturspejl.readers import rooms as faces
from kulturspejl.web import bells
from kulturspejl.web.bells import topic_of
from kulturspejl.web.streams import most_in_a_room
from tests.actions.rooms.course import NOW, begin, come, token

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _full_bucket():
    guesses.forget()
    yield
    guesses.forget()


def hears(address, user=None) -> bool:
    topic = topic_of(address)
    return topic is not None and topic.may_listen(topic.key, user)


def stamps(course) -> tuple[str, str]:
    return bell.stamp(f"room:{course.code}"), bell.stamp(f"desk:{course.id}")


def changed(course, before) -> tuple[bool, bool]:
    """Whether (everybody's, the desk's) bell has rung since `before`."""
    now = stamps(course)
    return now[0] != before[0], now[1] != before[1]


def test_whoever_has_the_code_hears_the_room_and_only_facilitators_the_desk():
    course = begin()
    assert hears(f"/room/{course.code}/bell")
    assert not hears("/room/222222/bell")
    assert topic_of("/room/2222/bell") is None
    assert hears(f"/facilitate/{course.id}/bell", course.finn)
    for stranger in (None, course.town.hr, course.town.leader):
        assert not hears(f"/facilitate/{course.id}/bell", stranger)


def test_wrong_codes_at_the_bell_are_slowed_like_typed_ones():
    course = begin()
    for _ in range(int(guesses.MINE.at_once) + 5):
        hears("/room/222222/bell")
    assert not hears(f"/room/{course.code}/bell"), "while somebody guesses, a right code tells nothing"


def test_a_step_rings_for_everybody_and_a_person_for_the_desk_alone():
    course = begin(8)
    before = stamps(course)
    station = course.go_to("culture_profile", "pairs")
    assert changed(course, before) == (True, True)
    before = stamps(course)
    course.send(f"{station}/direction", {"pull": "A"}, token=token(1))
    assert changed(course, before) == (False, False), (
        "an answer without a name has no moment that anybody hears"
    )
    rooms.mark_done(code=course.code, key=course.keys[0], station=station, now=NOW)
    assert changed(course, before) == (False, True)
    before = stamps(course)
    come(course, 1)
    assert changed(course, before) == (False, True)
    before = stamps(course)
    rooms.mark_done(code=course.code, key=course.keys[0], station=station, now=NOW)
    assert changed(course, before) == (False, False), "the second press changes nothing"


def test_a_number_in_the_count_rings_for_the_desk_alone():
    course = begin(8)
    course.go_to("sparring", "talk")
    rooms.count_to(by=course.frida, room_id=course.id, now=NOW)
    before = stamps(course)
    rooms.say_number(code=course.code, key=course.keys[0], number=1, now=NOW)
    assert changed(course, before) == (False, True)


def test_the_phone_carries_the_stamp_of_its_bell():
    course = begin(1)
    course.do(do.Next(course.state.version))
    everybody, desk = stamps(course)
    assert faces.phone(course.code, course.keys[0], language="da", now=NOW).stamp == everybody
    assert faces.wall(course.frida, course.id, "", language="da", now=NOW).stamp == everybody
    assert faces.desk(course.frida, course.id, language="da", now=NOW).stamp == desk


def test_a_room_that_comes_back_at_once_is_counted_once(monkeypatch):
    """After a restart a thousand phones ask in one moment; one by one that took a quarter of a minute."""
    course, asked, may_hear = begin(3), [], faces.may_hear

    def counted(code):
        asked.append(code)
        return may_hear(code)

    monkeypatch.setattr(bells.rooms, "may_hear", counted)
    topic = topic_of(f"/room/{course.code}/bell")
    scope = {"headers": [], "client": ("192.0.2.7", 4711)}

    async def all_come_back():
        return await asyncio.gather(*(bells._seats(topic, scope) for _ in range(200)))

    assert {seats.most for seats in asyncio.run(all_come_back())} == {most_in_a_room(3)}
    assert len(asked) <= 2, "one that was under way, and one for whoever came after it"
