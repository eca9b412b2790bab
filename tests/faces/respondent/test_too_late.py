"""Whoever is too late, or comes twice: told in words, with the way to the result; with no word of who has answered."""

import re
from datetime import timedelta

import numpy as np
import pytest
from django.test import Client

from kulturspejl.actions import closing
from tests.actions import town
from tests.actions.town import CLOSES, answer, profile

pytestmark = pytest.mark.django_db(transaction=True)
LATER = CLOSES + timedelta(seconds=1)
TWICE = "Har du allerede svaret med denne kode?"


def page(code: str, posted: dict[str, object] | None = None):
    client = Client(headers={"accept-language": "da"})
    return client.get(f"/r/{code}") if posted is None else client.post(f"/r/{code}", posted)


def text_of(reply) -> str:
    return re.sub(r"\s+", " ", reply.content.decode())


def typed(code: str) -> dict[str, object]:
    hidden = {
        name: re.search(rf'name="{name}" value="([^"]+)"', text_of(page(code)))[1] for name in ("secret", "retry_id")
    }
    return {**hidden, **profile(4, 2, 2)}


def test_the_first_screen_says_what_a_used_code_does_and_not_whether_this_one_is(team):
    answer(team.codes[0], profile(4, 2, 2))
    used, unused = (text_of(page(code)) for code in team.codes[:2])
    assert TWICE in used
    assert TWICE in unused
    assert "Det får kun den at vide, der sender, og først dér." in used, "as the answer to a second one says it"
    assert "Koden er allerede brugt" in text_of(page(team.codes[0], typed(team.codes[0])))
    assert used.index(TWICE) < used.index("data-next"), "before the screens, not after them"


@pytest.mark.parametrize("is_open", [False, True], ids=["while it closes", "when the result is open"])
def test_the_plain_form_after_the_close_says_so_and_leads_to_the_result(team, move_clock, is_open):
    posted = typed(team.codes[0])
    move_clock(LATER)
    if is_open:
        closing.close(round_id=team.round_id, now=LATER, rng=np.random.default_rng(1))
    late = page(team.codes[0], posted)
    assert late.status_code == 410
    assert "Målingen er lukket" in text_of(late)
    assert "Koden er ukendt" not in text_of(late)
    assert f'href="/r/{team.codes[0]}"' in text_of(late)


@pytest.mark.slow
def test_the_plain_form_at_the_very_moment_keeps_its_numbers_and_leads_to_the_result(team, monkeypatch):
    from kulturspejl.faces.respondent import answer as view

    posted = typed(team.codes[0])
    real = view._send

    def send(*words):
        town.close_early(team.town, team.round_id)
        real(*words)

    monkeypatch.setattr(view, "_send", send)
    late = page(team.codes[0], posted)
    assert late.status_code == 410
    assert "Målingen blev lukket, før dit svar nåede frem" in text_of(late)
    assert "Se resultatet" in text_of(late)
    assert text_of(late).count('value="4"') == 6, "what was typed is still there"


def test_a_phone_that_was_in_the_middle_is_told_on_the_result_too(team, move_clock):
    """Its numbers are known to the phone alone, so the phone says it: there is a place for it."""
    move_clock(LATER)
    closing.close(round_id=team.round_id, now=LATER, rng=np.random.default_rng(1))
    shown = text_of(page(team.codes[0]))
    assert re.search(r'<p class="notice warning" role="status" data-waiting="[0-9a-f]+" data-over hidden></p>', shown)
    assert r"M\u00e5lingen blev lukket, f\u00f8r dit svar" in shown


def test_the_rules_say_that_no_leader_closes_early_alone(team):
    assert "lukker kun før sin dag, hvis AMR eller TR siger ja" in text_of(page(team.codes[0]))
