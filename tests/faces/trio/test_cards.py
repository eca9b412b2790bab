"""Cards in files of a size that is set within a second: every card in one of them, and no unit divided."""

import pytest
from django.urls import reverse

from kulturspejl.faces.shared import clock
from kulturspejl.readers import cards
from kulturspejl.records.models import RoundUnit
from tests import municipality, people
from tests.actions import town

pytestmark = pytest.mark.django_db(transaction=True)


def unit(name: str, count: int) -> RoundUnit:
    return RoundUnit(name=name, cards=count)


def test_units_fill_a_file_and_none_is_divided():
    files = cards.files_of([unit("A", 100), unit("B", 20), unit("C", 0), unit("D", 1), unit("E", 500), unit("F", 3)])
    assert [(one.number, one.first, one.last, one.cards) for one in files] == [
        (1, "A", "B", 120), (2, "D", "D", 1), (3, "E", "E", 500), (4, "F", "F", 3),
    ]  # fmt: skip


def test_few_cards_are_one_file_as_ever(at):
    where = people.team(9)
    made = people.open_round(where, mails=0, cards=9)
    page = at(where.amr, "en").get(reverse("round_page", args=[made.id])).content.decode()
    assert f'href="{reverse("round_cards", args=[made.id])}"' in page
    assert "several files" not in page


@pytest.mark.slow
def test_many_cards_come_in_files_that_hold_each_card_once(at, monkeypatch):
    monkeypatch.setattr(cards, "MOST_CARDS", 7)
    monkeypatch.setattr(clock, "now", lambda: town.NOW)
    made = municipality.found(30)
    round_id = municipality.ask(made, only_cards=True)
    municipality.let_out(made, round_id)
    amr = made.who["AMR above"]
    page = at(amr, "da").get(reverse("round_page", args=[round_id])).content.decode()
    count = len(made.teams)
    assert page.count("cards.pdf?file=") == count
    assert "Der er mange" in page
    codes = [pair for file in range(1, count + 1) for one in cards.sheets(amr, round_id, file=file, now=town.NOW)
             for pair in one.cards]  # fmt: skip
    assert len(codes) == len(set(codes)) == municipality.TEAM * count
    address = reverse("round_cards", args=[round_id])
    assert at(amr).get(f"{address}?file={count}").status_code == 200
    for rude in (count + 1, 0, -1, "x", "9" * 50):
        assert at(amr).get(f"{address}?file={rude}").status_code == 404
