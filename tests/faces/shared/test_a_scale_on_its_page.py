"""A result on a scale: the page, its PDF, the home and the code, in both languages, and no word of cultures."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from tests import people
from tests.actions import town
from tests.scale_rounds import HIGH, LOW, PAIRS, PLACES, closed_scale

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
THEN = town.NOW - timedelta(days=190)
OF_CULTURES = re.compile(r"kultur(?!spejl)|culture|A = |af 60|of 60|klan|clan|hierarki|hierarchy|spindelvæv", re.I)


def page_of(at, user, made, language):
    return at(user, language).get(reverse("result", args=[made.unit])).content.decode()


def told(page):
    """What stands between head and foot of the page."""
    return page[page.index("<article") : page.index("</article>")]


def test_page_home_and_pdf_tell_it_with_what_has_changed_and_nothing_of_cultures(at):
    where = people.team(9, now=THEN - timedelta(days=30))
    first, second = closed_scale(where, LOW, now=THEN), closed_scale(where, HIGH)
    for language, title, change, question in (
        ("da", "Psykologisk tryghed i Hjemmepleje Nord", "Det er mere end tilfældigt.", "Til jer:"),
        ("en", "Psychological safety in Hjemmepleje Nord", "That is more than chance.", "For the team:"),
    ):
        for user in (where.leader, where.amr, where.tr):
            page = page_of(at, user, second, language)
            assert f"<h1>{title}</h1>" in page
            assert OF_CULTURES.findall(told(page)) == []
            assert change in page
            assert question in page
            assert 'data-series="before"' in page
        assert at(where.leader, language).get(reverse("result_pdf", args=[second.unit])).content.startswith(b"%PDF")
        trait = at(where.leader, language).get(reverse("trait_new", args=[second.unit])).content.decode()
        assert title in trait
        home = at(where.leader, language).get(reverse("home")).content.decode()
        line = re.search(r'<ol class="time-line">.*?</ol>', home, re.S)[0]
        assert line.count(title.split(" i ")[0].split(" in ")[0]) == 2
        assert line.count("<svg") == 2
    assert "since" not in told(page_of(at, where.leader, first, "en"))
    card = at(None, "da").get(reverse("answer", args=[second.codes[0]])).content.decode()
    assert "Psykologisk tryghed i Hjemmepleje Nord" in card
    assert OF_CULTURES.findall(told(card)) == []
    assert 'data-series="before"' not in card


def test_six_have_the_mean_and_one_word_and_four_the_conversation_without_numbers(at):
    where = people.team(9)
    six = told(page_of(at, where.leader, closed_scale(where, LOW[:6]), "da"))
    assert re.search(r"I ser det \w+ (ens|forskelligt)\.", six)
    assert "Hvor langt svarene ligger fra hinanden, står kun med ord" in six
    four = told(page_of(at, where.leader, closed_scale(where, LOW[:4], now=town.NOW + timedelta(days=30)), "da"))
    assert "Sæt 40 minutter af." in four
    assert "Færre end 5 svarede" in four
    assert OF_CULTURES.findall(four) == []
    assert "<svg" not in four


def test_a_culture_profile_stands_beside_no_scale(at):
    where = people.team(9, now=THEN - timedelta(days=30))
    closed_scale(where, LOW, now=THEN)
    later = people.closed_round(where)
    page = page_of(at, where.leader, later, "da")
    assert "Kulturen i Hjemmepleje Nord" in page
    assert 'id="since"' not in page


def test_trait_pairs_stand_as_lines_without_a_total_and_beside_the_earlier_ones(at):
    where = people.team(9, now=THEN - timedelta(days=30))
    moved = [[*row[:2], 2, *row[3:]] for row in PLACES]
    closed_scale(where, PLACES, now=THEN, asks=PAIRS)
    second = closed_scale(where, moved, asks=PAIRS)
    page = told(page_of(at, where.leader, second, "da"))
    assert "<h1>Modsætningspar i Hjemmepleje Nord</h1>" in page
    assert "Ingen ende af en linje er bedre end den anden." in page
    assert "ligger svarene 4,0 nærmere »Dialog og feedback« end dengang: 6,0 er blevet til 2,0." in page
    assert "Alle udsagn" not in page
    assert OF_CULTURES.findall(page) == []
    assert at(where.leader, "en").get(reverse("result_pdf", args=[second.unit])).content.startswith(b"%PDF")
    home = at(where.leader, "da").get(reverse("home")).content.decode()
    assert home.count("Modsætningspar,") == 3, "the newest first, and both on the line"
    assert "1,5 · 4,0 · 2,0 · 4,0 · 3,9 · 7,0 på seks linjer fra 1 til 7" in home
