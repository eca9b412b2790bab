"""A facilitator's own slides: brought once, in the chosen order, within what a class may take, gone with it."""

import uuid

import pytest

from kulturspejl.actions import rooms
from kulturspejl.actions.rooms import slides as action
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.errors import Conflict, Faulty, NotThere
from kulturspejl.library.slides import Slide
from kulturspejl.readers import rooms as readers
from kulturspejl.records.models import Room, RoomSlide
from kulturspejl.values import room_slides
from kulturspejl.values.room_day import day_of_room
from tests.actions.rooms.course import NOW, Course, begin, without

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def pages(monkeypatch):
    """A file of letters is a page a letter, each of a hundred bytes."""

    def read(given: bytes) -> list[Slide]:
        return [Slide("png", 16, 9, sign, sign.encode() * 100) for sign in given.decode()]

    monkeypatch.setattr(action, "read", read)


def place(course: Course, exercise: str = "", kind: str = "lecture") -> str:
    day = day_of_room(course.id)
    found = [one for one in day.script if one.exercise == exercise]
    if not exercise:
        found = [one for one in found if day.item_of(one).kind == kind]
    return day.place_of(found[0])


def bring(course: Course, letters: str, station: str, **other) -> int:
    given = {"by": course.frida, "room_id": course.id, "station": station, "now": NOW} | other
    return rooms.add_slides(files=[letters.encode()], **given)


def words(course: Course, station: str) -> str:
    return "".join(RoomSlide.objects.filter(room=course.id, station=station).values_list("words", flat=True))


def slide(course: Course, sign: str) -> uuid.UUID:
    return RoomSlide.objects.get(room=course.id, words=sign).id


def test_they_stand_where_they_were_put_and_come_after_those_that_are_there():
    course = begin(1)
    lecture, sparring = place(course), place(course, "sparring")
    version = course.room.version
    assert bring(course, "abc", lecture) == 3
    bring(course, "d", sparring, by=course.finn)
    bring(course, "e", lecture)
    assert (words(course, lecture), words(course, sparring)) == ("abce", "d")
    assert course.room.version == version, "nothing of the room's own state is touched"


def test_a_form_that_is_pressed_twice_brings_them_once():
    course, form = begin(1), uuid.uuid4()
    for _press in range(3):
        bring(course, "abc", place(course), form=form)
    assert words(course, place(course)) == "abc"


def test_they_are_moved_told_and_taken_away():
    course = begin(1)
    lecture, sparring = place(course), place(course, "sparring")
    bring(course, "abc", lecture)

    def move(sign, after, station=lecture):
        behind = slide(course, after) if after else None
        rooms.move_slide(
            by=course.frida, room_id=course.id, slide_id=slide(course, sign), station=station, after=behind, now=NOW
        )

    move("a", "b")
    move("a", "b")
    assert words(course, lecture) == "bac"
    move("c", None)
    assert words(course, lecture) == "cba"
    move("b", None, sparring)
    assert (words(course, lecture), words(course, sparring)) == ("ca", "b")
    with pytest.raises(NotThere):
        move("a", "b")
    rooms.describe_slide(by=course.frida, room_id=course.id, slide_id=slide(course, "a"), words="En bro", now=NOW)
    with pytest.raises(Faulty):
        rooms.describe_slide(by=course.frida, room_id=course.id, slide_id=slide(course, "c"), words="x" * 1201, now=NOW)
    gone = slide(course, "c")
    for _press in range(2):
        rooms.remove_slide(by=course.frida, room_id=course.id, slide_id=gone, now=NOW)
    assert words(course, lecture) == "En bro"
    rooms.remove_slides(by=course.frida, room_id=course.id, now=NOW)
    assert not RoomSlide.objects.exists()


def test_a_class_and_an_instance_take_so_much_and_say_so(monkeypatch, settings):
    course = begin(1)
    monkeypatch.setattr(action, "MOST_SLIDES", 4)
    bring(course, "abc", place(course))
    with pytest.raises(Faulty, match="4") as many:
        bring(course, "de", place(course))
    assert "3" in many.value.fields["file"].da
    assert "2" in many.value.fields["file"].da
    monkeypatch.setattr(action, "MOST_SLIDES", 100)
    monkeypatch.setattr(action, "MOST_BYTES", 399)
    with pytest.raises(Faulty, match="MB"):
        bring(course, "d", place(course))
    monkeypatch.setattr(action, "MOST_BYTES", room_slides.MOST_BYTES)
    settings.KULTURSPEJL_SLIDES_MB = 0
    with pytest.raises(Faulty, match="no room for more"):
        bring(course, "d", place(course))
    assert words(course, place(course)) == "abc"


def test_nobody_else_brings_any_and_none_come_to_a_day_that_is_over():
    course = begin(1)
    with pytest.raises(NotThere):
        bring(course, "a", place(course), by=course.town.leader)
    with pytest.raises(NotThere):
        bring(course, "a", "nowhere")
    bring(course, "a", place(course))
    course.do(do.GoTo(0, course.state.version))
    rooms.finish(by=course.frida, room_id=course.id, seen=course.state.version, now=NOW)
    with pytest.raises(Conflict):
        bring(course, "b", place(course))
    rooms.remove_slides(by=course.frida, room_id=course.id, now=NOW)
    assert not RoomSlide.objects.exists()


def test_practice_has_copies_and_they_go_with_their_room():
    course = begin(1)
    bring(course, "abc", place(course))
    made = rooms.practise(by=course.frida, room_id=course.id, now=NOW)
    assert RoomSlide.objects.filter(room=made).count() == 3
    Room.objects.get(id=made).delete()
    assert words(course, place(course)) == "abc"


def test_a_day_that_is_changed_keeps_them_at_their_place_and_says_whose_place_is_gone():
    course = begin(0)
    sparring = place(course, "sparring")
    bring(course, "a", place(course))
    bring(course, "b", sparring)

    def change(*left_out):
        rooms.change_class(
            by=course.frida, room_id=course.id, name="Hold", day=NOW.date(), plan=without(*left_out),
            check_in="Hvad nu?", homework="", language="da", next_day=None, texts={}, now=NOW,
        )  # fmt: skip
        page = readers.own_slides(course.frida, course.id, language="da", now=NOW)
        return {one.key: "".join(slide.words for slide in one.slides) for one in page.filled}

    assert change("trait_pairs") == {place(course): "a", sparring: "b"}
    assert change("sparring") == {place(course): "a", "": "b"}
