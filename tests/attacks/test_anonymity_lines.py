"""The leader's own line and guess: hers alone until she shows them, and fixed before the result can be seen."""

import numpy as np
import pytest
from django.urls import reverse

from kulturspejl.actions import closing, lines
from kulturspejl.core.errors import NotThere, Refused
from kulturspejl.records.models import LeaderLine
from tests import people
from tests.actions import town

pytestmark = pytest.mark.django_db(transaction=True)
GUESS = {"A": 13, "B": 7, "C": 11, "D": 29}
BETTER = {"A": 24, "B": 8, "C": 8, "D": 20}


@pytest.fixture
def made():
    made = people.open_round(people.team(9))
    for code, one in zip(made.codes, people.ANSWERS, strict=False):
        town.answer(code, dict(one))
    draw(made, GUESS)
    return made


def draw(made, values):
    lines.draw(by=made.town.leader, round_unit_id=made.unit, guess=values, now=town.NOW)


def close(made):
    closing.close(round_id=made.id, now=town.NOW, rng=np.random.default_rng(1))


def pages(at, made):
    """What everybody but the leader gets, the card included."""
    where = made.town
    found = [at(None, "en").get(f"/r/{made.codes[0]}"), at(None, "en").get(f"/r/{made.codes[0]}/result.pdf")]
    for who in (where.amr, where.tr, where.hr, where.steward):
        browser = at(who, "en")
        found += [browser.get(reverse(name, args=[made.unit])) for name in ("result", "result_pdf")]
        found += [browser.get("/home"), browser.get(reverse("round_page", args=[made.id]))]
        found.append(browser.get(reverse("lines", args=[made.id, made.unit])))
    return [reply.content.decode(errors="replace") for reply in found]


def test_nobody_else_sees_the_guess_while_the_round_is_open_or_after(at, made):
    assert not any("13" in page and "29" in page and "guess" in page for page in pages(at, made))
    close(made)
    assert not any("The leader’s guess" in page for page in pages(at, made))
    own = at(made.town.leader, "en").get(reverse("result", args=[made.unit])).content.decode()
    assert "guess" in own


@pytest.mark.parametrize("moment", ["being closed", "released"])
def test_the_guess_cannot_be_drawn_again_once_the_round_is_shut(made, moment, monkeypatch):
    if moment == "being closed":
        monkeypatch.setattr(closing.steps, "forget_people", lambda round_id: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            close(made)
    else:
        close(made)
    with pytest.raises(Refused):
        draw(made, BETTER)
    assert LeaderLine.objects.get(round_unit=made.unit).values == GUESS


def test_not_even_after_the_yes_to_an_early_close(made):
    """The page says that the round is closed from that moment; the guess is then as it is."""
    town.close_early(made.town, made.id)
    with pytest.raises(Refused):
        draw(made, BETTER)


def test_nobody_else_shows_or_draws_it(made):
    close(made)
    for who in (made.town.amr, made.town.tr, made.town.hr, made.town.steward):
        with pytest.raises(NotThere):
            lines.show(by=who, round_unit_id=made.unit, kind="guess", shown=True, now=town.NOW)
    another = people.leader_above(made.town)
    with pytest.raises(NotThere):
        lines.show(by=another, round_unit_id=made.unit, kind="guess", shown=True, now=town.NOW)
