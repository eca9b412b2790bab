"""The page of questions at the quick door: the same as Django's way but for what is drawn by lot, made once."""

import asyncio
import gzip
import re
from contextlib import nullcontext
from unittest.mock import patch

import brotli
import pytest
from django.db import connection

from kulturspejl.access import standing
from kulturspejl.actions import closing
from kulturspejl.faces.respondent import answer, ready, typed
from kulturspejl.readers import asking
from kulturspejl.web.door import waiting
from tests.actions.town import CLOSES, NOW
from tests.web.door.asking import ask, ask_soon, django_alone, quick_door_alone
from tests.web.door.test_answers import READERS

SAME = typed.Hidden("ab" * 32, "7b0f6f1e-6d3c-4f5e-9a46-0d8f6f3d1c11")


@pytest.fixture(autouse=True)
def _one_lot(monkeypatch):
    monkeypatch.setattr(answer.typed, "new_hidden", lambda: SAME)
    asking._known.clear()
    ready._pages.clear()


def page(code, headers=None):
    return ask(f"/r/{code}", b"", {"content-length": "0", **(headers or {})}, method="GET")


def plain(said):
    """Without the remark of random length at its end."""
    opened = {"br": brotli.decompress, "gzip": gzip.decompress}.get(dict(said.headers).get("content-encoding"), bytes)
    return re.sub("<!--[0-9a-f]*-->$", "", opened(said.content).decode())


def told(said):
    """Headers but for lengths, which chance decides, and the moment."""
    return sorted(one for one in said.headers if one[0] not in ("content-length", "expires"))


@pytest.mark.parametrize("reader", [*READERS, {"accept-encoding": "br, gzip"}, {"accept-encoding": "gzip"}])
def test_it_is_the_page_that_django_sends(team, reader):
    for code in team.codes[:2]:
        with quick_door_alone():
            here = page(code, reader)
        with django_alone():
            there = page(code, reader)
        assert (here.status, told(here), plain(here)) == (there.status, told(there), plain(there))


def test_nothing_of_one_person_stands_in_another_s_page(team):
    first, second = (plain(page(code)) for code in team.codes[:2])
    assert team.codes[0] in first
    assert team.codes[0] not in second
    assert not re.search(r"0[A-Z]{4,}0", second), "no mark is left"


def test_a_unit_s_name_and_the_leader_s_are_what_they_are(team):
    """A name may look like a mark, or like a piece of a page."""
    from kulturspejl.records.models import RoundUnit

    RoundUnit.objects.update(name="0CODE0 <b> & \"Nord\"")
    with quick_door_alone():
        here = plain(page(team.codes[0]))
    assert "0CODE0 &lt;b&gt; &amp; &quot;Nord&quot;" in here
    assert "Med ledelsen mener vi Karen." in here


def test_all_who_come_at_once_wait_for_one_making(team):
    made = []
    real = answer._ready_text

    def counted(found):
        made.append(found.round_unit_id)
        return real(found)

    async def everybody():
        return await asyncio.gather(*(ask_soon("GET", f"/r/{code}", b"", {}) for code in team.codes))

    with patch.object(answer, "_ready_text", counted), quick_door_alone():
        said = asyncio.run(everybody())
    assert {one.status for one in said} == {200}
    assert len(made) == 1


def test_whoever_comes_second_costs_one_row(team):
    """And on the embedded store no thread."""
    page(team.codes[0])
    nobody = patch.object(waiting, "apart", side_effect=AssertionError)
    no_thread = nobody if connection.vendor == "sqlite" else nullcontext()
    counted = patch.object(asking, "ask", wraps=asking.ask)
    with quick_door_alone(), no_thread, counted as asked, patch.object(asking, "for_code", None):
        assert page(team.codes[1]).status == 200
    assert len({call.args for call in asked.call_args_list}) == 1


def test_the_first_of_a_further_team_costs_two_questions(team):
    """Its row, and who leads it: all else is known of the round, and of teams of its size. No thread, and no Django."""
    page(team.codes[0])
    asking._known.clear()
    with django_alone():
        there = page(team.codes[1])
    asking._known.clear()
    nobody = patch.object(waiting, "apart", side_effect=AssertionError)
    no_thread = nobody if connection.vendor == "sqlite" else nullcontext()
    counted = patch.object(asking, "ask", wraps=asking.ask), patch.object(standing, "ask", wraps=standing.ask)
    with quick_door_alone(), no_thread, patch.object(asking, "for_code", None), counted[0] as row, counted[1] as leads:
        here = page(team.codes[1])
    assert (here.status, plain(here)) == (200, plain(there))
    assert [len({call.args for call in one.call_args_list}) for one in (row, leads)] == [1, 1]


def test_of_a_size_that_nobody_has_asked_for_yet_the_example_is_made_first(team):
    page(team.codes[0])
    asking._known.clear()
    asking._examples.clear()
    assert asking.at_hand(team.codes[1], now=NOW) is None
    assert page(team.codes[1]).status == 200


def test_a_round_that_has_ended_is_told_by_django(team, move_clock):
    import numpy as np

    page(team.codes[0])
    move_clock(CLOSES)
    assert "lukket" in plain(page(team.codes[0]))
    closing.close(round_id=team.round_id, now=CLOSES, rng=np.random.default_rng(1))
    assert page(team.codes[0]).status == 200


@pytest.mark.parametrize("headers", [{"host": "evil.example"}, {"cookie": "sessionid=x"}])
def test_what_the_whole_middleware_has_a_say_in_goes_its_way(team, headers):
    with django_alone():
        there = page(team.codes[0], headers)
    here = page(team.codes[0], headers)
    assert (here.status, told(here)) == (there.status, told(there))


@pytest.mark.parametrize("code", ["ABCD2345", "X" * 27])
def test_an_unknown_code_is_told_by_django(team, code):
    assert page(code).status == 404
