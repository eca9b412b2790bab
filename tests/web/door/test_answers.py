"""Codes and answers at the quick door: the same as Django's way, word for word, and without a thread of its own."""

import asyncio
import base64
import json
import threading
import time
import uuid
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.db import OperationalError

from kulturspejl.actions import open_rounds, writer
from kulturspejl.faces.shared import guesses
from kulturspejl.live.limits import Limit
from kulturspejl.records.ballots import Box
from kulturspejl.web.door import waiting
from tests.actions.town import CLOSES, profile
from tests.web.door.asking import ask, ask_soon, django_alone, quick_door_alone

SECRET = base64.b64encode(b"x" * 32).decode()
READERS = [{}, {"accept-language": "en"}, {"cookie": "django_language=en"}, {"accept-language": "de"}]


def admitted(code: str) -> str:
    return ask(f"/r/{code}/admit", {"blinded": SECRET}).json()["voucher"]


def an_answer(code: str, **changed: object) -> dict[str, object]:
    return {"voucher": admitted(code), "id": str(uuid.uuid4()), "answers": profile(4, 2, 2)} | changed


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_what_it_says_is_what_django_says(team, settings, reader, scheme):
    settings.SECURE_HSTS_SECONDS = 0
    sent = an_answer(team.codes[0])
    ask("/answers", sent)
    for path, data in ((f"/r/{team.codes[1]}/admit", {"blinded": SECRET}), ("/answers", sent)):
        with quick_door_alone():
            here = ask(path, data, reader, scheme=scheme)
        with django_alone():
            there = ask(path, data, reader, scheme=scheme)
        assert (here.status, sorted(here.headers), here.content) == (there.status, sorted(there.headers), there.content)


def test_an_answer_is_stored_once(team):
    with quick_door_alone():
        sent = an_answer(team.codes[0])
        assert [ask("/answers", sent).status for _ in range(3)] == [201, 200, 200]


def test_what_is_refused_is_told_as_ever(team, move_clock):
    """The same request, one way and the other: what is wrong with it, in which words and headers."""
    spent, stored = an_answer(team.codes[2]), an_answer(team.codes[3])
    ask("/answers", stored)
    cases = [
        (f"/r/{team.codes[2]}/admit", {"blinded": base64.b64encode(b"y" * 32).decode()}), ("/r/ABCD2345/admit", {}),
        (f"/r/{team.codes[0]}/admit", {"blinded": "short"}), (f"/r/{team.codes[0]}/admit", b"{"),
        ("/answers", b"null"), ("/answers", spent | {"voucher": "x"}), ("/answers", spent | {"id": "y"}),
        ("/answers", spent | {"answers": profile(9, 9, 9)}), ("/answers", stored | {"id": str(uuid.uuid4())}),
    ]  # fmt: skip
    late = [("/answers", spent), (f"/r/{team.codes[4]}/admit", {"blinded": SECRET})]
    for moment, some in ((CLOSES - timedelta(hours=1), cases), (CLOSES + timedelta(seconds=1), late)):
        move_clock(moment)
        for path, data in some:
            here = ask(path, data)
            with django_alone():
                there = ask(path, data)
            assert 400 <= here.status < 500, path
            assert (here.status, sorted(here.headers), here.content) == (
                there.status, sorted(there.headers), there.content
            )  # fmt: skip


def test_another_site_s_page_stores_nothing(team):
    sent = an_answer(team.codes[0])
    for headers in ({"sec-fetch-site": "cross-site"}, {"origin": "https://intranet.havnby.dk"}):
        assert ask("/answers", sent, headers).status == 403
    assert ask("/answers", sent, {"origin": "http://testserver"}).status == 201


def test_wrong_short_codes_are_counted_once_and_slowed(team, monkeypatch):
    monkeypatch.setattr(guesses, "MINE", Limit("few at the door", 2, 0.001))
    assert [ask("/r/ABCD2345/admit", {}).status for _ in range(3)] == [404, 404, 429]
    assert ask(f"/r/{team.short[0]}/admit", {}).status == 429, "whoever has used it up waits with a right one too"
    assert ask(f"/r/{team.codes[0]}/admit", {}).status == 200


def test_whoever_is_known_needs_no_thread(team):
    """The first of a unit asks the store for it; the others wait for the writer alone."""
    ask("/answers", an_answer(team.codes[0]))
    sent = an_answer(team.codes[1])
    with quick_door_alone(), patch.object(waiting, "apart", side_effect=AssertionError):
        assert ask("/answers", sent).status == 201


def test_a_round_that_is_known_and_closed_takes_nothing(team):
    sent = an_answer(team.codes[0])
    Box.objects.update(is_open=False)
    assert ask("/answers", sent).status == 410


def test_sixty_at_once_share_commits_and_lose_nothing(team):
    """Nine people, each sends seven times at once: nine answers, one told new to each, in two commits at most.

    The first commit takes until all have come: so it is told by no clock who waits for the second.
    """
    sent = [an_answer(code) for code in team.codes]
    commits, came, all_here = [], [], threading.Event()
    real_commit, real_put = writer._commit, writer._writer.put

    def counted(apply, items):
        commits.append(len(items))
        assert all_here.wait(60)
        return real_commit(apply, items)

    def put(one):
        real_put(one)
        came.append(one)
        if len(came) == 63:
            all_here.set()

    async def everybody():
        head = {"content-type": "application/json"}
        return await asyncio.gather(
            *(ask_soon("POST", "/answers", json.dumps(one).encode(), head) for one in sent for _ in range(7))
        )

    with patch.object(writer, "_commit", counted), patch.object(writer._writer, "put", put):
        said = asyncio.run(everybody())
    assert sorted(one.status for one in said) == [200] * 54 + [201] * 9
    assert len(commits) in (1, 2), "they wait together"


# The store keeps nothing


def full(*_words: object, **_named: object) -> None:
    raise OperationalError("database or disk is full")


@pytest.mark.parametrize(
    ("reader", "word"), [({}, "Serveren kan ikke gemme"), ({"accept-language": "en"}, "cannot store")]
)
def test_where_nothing_can_be_stored_it_says_so_and_stores_nothing(team, reader, word):
    sent = an_answer(team.codes[0])
    with patch.object(writer, "_commit", full):
        said = ask("/answers", sent, reader)
    assert (said.status, said.json()["status"]) == (503, 503)
    assert word in said.json()["title"]
    assert ("content-type", "application/problem+json") in said.headers
    assert ask("/answers", sent).status == 201, "nothing of it was kept"


def test_the_log_says_once_that_the_store_keeps_nothing(team, caplog):
    sent = an_answer(team.codes[0])
    with patch.object(writer.transaction, "atomic", full):
        for _ in range(5):
            assert ask("/answers", sent).status == 503
    assert len([one for one in caplog.records if one.name == writer.__name__]) == 1
    assert ask("/answers", sent).status == 201


def test_a_writer_that_dies_is_started_again(team):
    sent = an_answer(team.codes[0])

    class Dead(BaseException):
        pass

    def die(*_words: object) -> None:
        raise Dead

    soon = patch.object(writer, "PATIENCE_SECONDS", 0.2)
    with patch.object(writer, "_write", die), soon, patch("threading.excepthook"):
        assert ask("/answers", sent).status == 503
    assert ask("/answers", sent).status == 201


def test_a_slow_disk_is_told_and_what_it_keeps_late_counts_once(team):
    sent = an_answer(team.codes[0])
    real = writer._commit

    def slowly(apply, items):
        time.sleep(0.5)
        return real(apply, items)

    with patch.object(writer, "_commit", slowly), patch.object(writer, "PATIENCE_SECONDS", 0.1):
        assert ask("/answers", sent).status == 503
    writer.write(lambda items: [None for _ in items], None)
    assert ask("/answers", sent).status == 200, "it came in after all, and is there once"


def test_a_fault_of_our_own_is_logged_and_goes_django_s_way(team, caplog):
    sent = an_answer(team.codes[0])
    with patch.object(waiting, "fulfil_soon", side_effect=ZeroDivisionError):
        assert ask("/answers", sent).status == 201
    assert "ZeroDivisionError" in caplog.text


def test_units_of_a_round_share_its_questionnaire(team):
    open_rounds.forget_all()
    ask("/answers", an_answer(team.codes[0]))
    assert len(open_rounds._instruments) == 1
    open_rounds.forget(team.round_id)
    assert not open_rounds._instruments
