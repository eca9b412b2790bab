"""What a room is handed at the quick door: by the same rules as Django's way, kept together, told in the same words."""

import asyncio
import json
import re
import threading
import uuid
from unittest.mock import patch
from urllib.parse import urlencode

import pytest
from django.db import OperationalError

from kulturspejl.actions import writer
from kulturspejl.faces.shared import guesses
from kulturspejl.live import bell
from kulturspejl.live.limits import Limit
from kulturspejl.records.models import Participant, RoomNote
from kulturspejl.records.room_boxes import RoomBox
from kulturspejl.values import links
from tests.actions.rooms.course import begin
from tests.web.door.asking import ask, ask_soon, django_alone, quick_door_alone

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE = 6


@pytest.fixture
def day():
    return begin(PEOPLE)


def cookie(day, number):
    return {"cookie": f"kulturspejl_room={day.keys[number]}"}


def note(part, words="Glad", **changed):
    return {"id": str(uuid.uuid4()), "part": part, "values": {"line": words}} | changed


def same(here, there):
    return (here.status, sorted(here.headers), here.content) == (there.status, sorted(there.headers), there.content)


@pytest.mark.parametrize("reader", [{}, {"accept-language": "en"}])
def test_a_note_is_kept_once_and_told_as_django_tells_it(day, reader):
    part = f"{day.go_to('check_in', 'line')}/arrived"
    letter, address = note(part), f"/room/{day.code}/contributions"
    with quick_door_alone():
        said = [ask(address, letter, cookie(day, 0) | reader) for _ in range(3)]
    with django_alone():
        there = ask(address, letter, cookie(day, 0) | reader)
    assert [one.status for one in said] == [201, 200, 200]
    assert same(said[-1], there)
    assert [one.values for one in RoomNote.objects.all()] == [{"line": "Glad"}]


@pytest.mark.slow
def test_what_is_refused_is_told_as_ever(day):
    part = f"{day.go_to('check_in', 'line')}/arrived"
    theirs = note(part, "Mine")
    assert ask(f"/room/{day.code}/contributions", theirs, cookie(day, 1)).status == 201
    for code, data, headers in (
        (day.code, theirs, cookie(day, 0)), (day.code, note(part), {}), ("ABCDEF", note(part), cookie(day, 0)),
        (day.code, note(part), {"cookie": "kulturspejl_room=x"}), (day.code, note("no/part"), cookie(day, 0)),
        (day.code, note(part, "x" * 5_000), cookie(day, 0)), (day.code, b"[]", cookie(day, 0)),
        (day.code, note(part, id="7"), cookie(day, 0)),
        (day.code, note(part), cookie(day, 0) | {"sec-fetch-site": "cross-site"}),
    ):  # fmt: skip
        here = ask(f"/room/{code}/contributions", data, headers)
        with django_alone():
            there = ask(f"/room/{code}/contributions", data, headers)
        assert 400 <= here.status < 500
        assert same(here, there), (code, data)
    day.go_to("evaluation", "alone")
    assert ask(f"/room/{day.code}/contributions", note(part), cookie(day, 2)).status == 409
    assert RoomNote.objects.count() == 1


def test_all_who_write_at_once_are_kept_each_once(day):
    part = f"{day.go_to('check_in', 'line')}/arrived"
    commits, real = [], writer._commit

    def counted(apply, items):
        commits.append(len(items))
        return real(apply, items)

    async def everybody():
        letters = [note(part, f"Ord {number}") for number in range(PEOPLE)]
        return await asyncio.gather(*(
            ask_soon("POST", f"/room/{day.code}/contributions", json.dumps(letter).encode(),
                     {"content-type": "application/json", **cookie(day, number)})
            for number, letter in enumerate(letters) for _ in range(3)
        ))  # fmt: skip

    ask(f"/room/{day.code}/contributions", note(part, "Første"), cookie(day, 0))
    with patch.object(writer, "_commit", counted):
        said = asyncio.run(everybody())
    assert sorted(one.status for one in said) == [200] * 2 * PEOPLE + [201] * PEOPLE
    assert sorted(one.values["line"] for one in RoomNote.objects.all()) == [f"Ord {number}" for number in range(PEOPLE)]
    assert max(commits) > 1


def test_what_has_no_name_goes_two_ways_that_know_nothing_of_each_other(day):
    """Bought with the key, handed in with the voucher; never in one transaction, and no thread for either."""
    part = f"{day.go_to('evaluation', 'alone')}/scales"
    together, real = [], writer._commit

    def noted(apply, items):
        together.append(apply.__module__ + "." + apply.__name__)
        return real(apply, items)

    with quick_door_alone(), patch.object(writer, "_commit", noted):
        for number in range(3):
            wanted = {"part": part, "secret": f"{number:064x}"}
            given = ask(f"/room/{day.code}/voucher", wanted, cookie(day, number)).json()["voucher"]
            letter = {"id": str(uuid.uuid4()), "part": part, "values": {"useful": number + 1}, "voucher": given}
            said = [ask(f"/without-a-name/{day.code}", letter) for _ in range(2)]
            assert [one.status for one in said] == [201, 200]
    assert sorted(one["useful"] for one in day.answers(part)) == [1, 2, 3]
    assert set(together) == {"kulturspejl.actions.rooms.boxes.admit_all", "kulturspejl.actions.rooms.boxes.drop_all"}
    assert RoomBox.objects.count() == 1


@pytest.mark.parametrize("voucher", [None, "", "x" * 70, 7])
def test_without_a_voucher_it_is_told_as_ever(day, voucher):
    part = f"{day.go_to('evaluation', 'alone')}/scales"
    letter = {"id": str(uuid.uuid4()), "part": part, "values": {"useful": 4}, "voucher": voucher}
    here = ask(f"/without-a-name/{day.code}", letter)
    with django_alone():
        there = ask(f"/without-a-name/{day.code}", letter)
    assert here.status == 422
    assert same(here, there)


def test_being_done_is_kept_and_the_desk_is_told_once(day):
    station = day.go_to("check_in", "line")
    form, sent = {"content-type": "application/x-www-form-urlencoded"}, f"verb=done&station={station}".encode()
    rings, real = [], bell.ring_on_commit

    def ring(topic):
        rings.append(topic)
        real(topic)

    with quick_door_alone(), patch.object(bell, "ring_on_commit", ring):
        said = [ask(f"/room/{day.code}/do", sent, cookie(day, 0) | form) for _ in "12"]
    with django_alone():
        there = ask(f"/room/{day.code}/do", sent, cookie(day, 0) | form)
    assert said[0].status == 302
    assert same(said[0], there)
    assert [one.done for one in Participant.objects.filter(done=station)] == [station]
    assert rings == [f"desk:{day.id}"]


def test_the_other_verbs_and_the_plain_form_go_django_s_way(day):
    part = f"{day.go_to('check_in', 'line')}/arrived"
    form = {"content-type": "application/x-www-form-urlencoded"}
    sent = f"id={uuid.uuid4()}&part={part}&value.line=Glad".encode()
    assert ask(f"/room/{day.code}/contributions", sent, cookie(day, 0) | form).status == 302
    assert ask(f"/room/{day.code}/do", b"verb=say&number=3", cookie(day, 0) | form).status == 302
    assert RoomNote.objects.get().values == {"line": "Glad"}


def test_a_store_that_keeps_nothing_is_told_and_nothing_is_kept(day):
    part = f"{day.go_to('check_in', 'line')}/arrived"
    letter = note(part)

    def full(*_words, **_named):
        raise OperationalError("database or disk is full")

    with patch.object(writer, "_commit", full):
        said = ask(f"/room/{day.code}/contributions", letter, cookie(day, 0))
    assert said.status == 503
    assert "kan ikke gemme" in said.json()["title"]
    assert not RoomNote.objects.exists()
    assert ask(f"/room/{day.code}/contributions", letter, cookie(day, 0)).status == 201


def test_whoever_is_in_a_room_that_is_known_needs_no_thread(day):
    part = f"{day.go_to('check_in', 'line')}/arrived"
    ask(f"/room/{day.code}/contributions", note(part), cookie(day, 0))
    before = threading.active_count()
    with quick_door_alone(), patch.object(asyncio, "to_thread", side_effect=AssertionError):
        assert ask(f"/room/{day.code}/contributions", note(part), cookie(day, 1)).status == 201
    assert threading.active_count() == before


# Coming in


def wish(**said):
    return urlencode({"name": "Bo", "workplace": "Nord"} | said).encode()


FORM = {"content-type": "application/x-www-form-urlencoded"}


def without_words(said):
    """Each has six words, an address to scan, a key and a moment of their own."""
    own = re.compile(rb"(data-words=\"|<strong>)[^\"<]*")
    headers = [(name, re.sub("(room=|expires=)[^;]*", "", value)) for name, value in said.headers]
    return said.status, sorted(one for one in headers if one[0] != "content-length"), own.sub(b"", said.content)


@pytest.mark.parametrize("reader", [{}, {"accept-language": "en"}])
@pytest.mark.parametrize("said", [{}, {"key": "A" * 26}, {"shared": "1"}, {"name": "Deltager 01"}, {"name": "<b>Å &"}])
def test_whoever_comes_in_gets_the_card_that_django_draws(day, reader, said):
    address = f"/room/{day.code}"
    with quick_door_alone():
        here = ask(address, wish(**said), FORM | reader)
    Participant.objects.order_by("-came_at", "-id").filter(workplace="Nord").delete()
    with django_alone():
        there = ask(address, wish(**said), FORM | reader)
    assert without_words(here) == without_words(there)
    assert here.status == 200


def test_the_card_s_key_opens_the_room_and_the_same_form_is_the_same_person(day):
    part = f"{day.go_to('check_in', 'line')}/arrived"
    form = wish(form_id=str(uuid.uuid4()))
    with quick_door_alone():
        first, again = (ask(f"/room/{day.code}", form, FORM) for _ in range(2))
        mine = dict(first.headers)["set-cookie"].partition(";")[0]
        assert ask(f"/room/{day.code}/contributions", note(part), {"cookie": mine}).status == 201
    assert mine == dict(again.headers)["set-cookie"].partition(";")[0]
    assert Participant.objects.filter(workplace="Nord").count() == 1


def test_who_is_not_let_in_is_told_as_ever_and_counted_once(day, monkeypatch):
    monkeypatch.setattr(guesses, "MINE", Limit("few at the room", 2, 0.001))
    for said, headers in (({"name": ""}, {}), ({"key": "x"}, {}), ({}, {"origin": "https://elsewhere.dk"})):
        here = ask(f"/room/{day.code}", wish(**said), FORM | headers)
        with django_alone():
            there = ask(f"/room/{day.code}", wish(**said), FORM | headers)
        assert here.status == there.status >= 400
    assert [ask("/room/ABCDEF", wish(), FORM).status for _ in range(3)] == [404, 404, 429]
    assert ask(f"/room/{day.code}", wish(), FORM).status == 429, "with a right code as well"
    assert ask(f"/room/{day.code}", wish(), FORM, query=f"k={links.pass_of(day.code)}").status == 200


@pytest.mark.slow
def test_a_class_that_comes_in_at_once_is_told_apart_and_nobody_is_lost(day):
    async def everybody():
        head = {"host": "testserver", **FORM}
        return await asyncio.gather(*(ask_soon("POST", f"/room/{day.code}", wish(), head) for _ in range(40)))

    with quick_door_alone():
        said = asyncio.run(everybody())
    assert {one.status for one in said} == {200}
    names = set(Participant.objects.filter(workplace="Nord").values_list("name", flat=True))
    assert names == {"Bo", *(f"Bo {number}" for number in range(2, 41))}


@pytest.mark.parametrize(("reader", "word"), [({}, "kan ikke gemme"), ({"accept-language": "en"}, "cannot store")])
def test_where_nobody_can_be_kept_the_form_says_so_and_has_what_was_typed(day, reader, word):
    def full(*_words, **_named):
        raise OperationalError("database or disk is full")

    station = day.go_to("check_in", "line")
    done = f"verb=done&station={station}".encode()
    for path, sent in ((f"/room/{day.code}", wish(name="Bodil")), (f"/room/{day.code}/do", done)):
        with patch.object(writer, "_commit", full), quick_door_alone():
            said = ask(path, sent, FORM | reader | cookie(day, 0))
        assert (said.status, word in said.content.decode()) == (503, True)
        assert dict(said.headers)["content-type"].startswith("text/html")
        assert ("Bodil" in said.content.decode()) == (path == f"/room/{day.code}")
    assert not Participant.objects.filter(name="Bodil").exists()
    assert not Participant.objects.filter(done=station).exists()
