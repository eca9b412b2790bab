"""What the mirror says: every fact in words, in both languages, and nothing that judges."""

import re
from dataclasses import replace

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from kulturspejl.core.disclosure.withhold import without_spread
from kulturspejl.faces.shared.mirror import mirror
from kulturspejl.readers.results import LineView
from tests.faces import made_up

pytestmark = pytest.mark.django_db


def sure(language="en", **shown):
    with translation.override(language):
        of = made_up.picture(shown=made_up.numbers(**shown))
        return mirror(made_up.page(of=of)).numbers.sure


def rendered(language="en", **page):
    with translation.override(language):
        request = RequestFactory().get("/results/x")
        return render_to_string("shared/result.html", {"mirror": mirror(made_up.page(**page))}, request=request)


def test_the_first_screen_has_sums_three_sentences_and_a_question():
    page = rendered("da")
    assert "A = 21 · B = 9 · C = 12 · D = 18 af 60" in page
    reading = re.search(r'<div class="reading">(.*?)</div>', page, re.S)[1]
    assert reading.count("<p>") == 3
    assert "Til jer:" in page


def test_a_phone_fetches_four_things_for_the_result():
    page = rendered()
    assert page.count('rel="stylesheet"') + page.count("<script src") <= 3


def test_the_two_honest_sentences_have_three_intervals():
    said = " ".join(sure())
    assert "8 of 10 answered." in said
    assert "All 10 of you, today: “We are there for each other” 3.5 (3.0–4.1 if the 2 silent ones" in said
    assert "resemble you; 2.8–4.8 whatever" in said
    assert "over time: 2.4–4.6." in said
    assert "Alle 10 af jer i dag: »Vi er der for hinanden« 3,5 (3,0–4,1, hvis de 2, der" in " ".join(sure("da"))


def test_where_the_count_of_the_invited_is_hidden_no_sentence_needs_it():
    with translation.override("en"):
        of = made_up.picture(shown=made_up.numbers(finite=False), invited=None)
        page = mirror(made_up.page(of=of))
    said = " ".join(page.numbers.sure)
    assert "8 answered." in said
    assert "silent" not in said
    assert "more answer" not in said
    assert all(row[2] == row[3] == "–" for row in page.numbers.sure_table.rows)
    assert not any("N =" in said or "used" in said for _, said in page.numbers.recipe)


def bare():
    """What is told of a branch whose picture stands too close to one inside it."""
    return without_spread(made_up.numbers())


@pytest.mark.parametrize("language", ["da", "en"])
def test_where_no_spread_is_told_the_page_says_so_and_says_no_more(language):
    page = rendered(language, of=made_up.picture(shown=bare()))
    words = {
        "da": ("Hvor langt jeres svar ligger fra hinanden", "tallet helt præcist: »Vi er der for hinanden« 3,5."),
        "en": (
            "How far apart your answers lie is not shown here",
            "the number is exact: “We are there for each other” 3.5.",
        ),
    }
    for word in words[language]:
        assert word in page
    more = ("point mindre", "tilfælde", "chance alone", "100 hold", "100 teams", "lyse bjælker", "light bars")
    assert [word for word in more if word in page] == []


def test_where_no_spread_is_told_the_table_has_what_always_holds():
    with translation.override("en"):
        table = mirror(made_up.page(of=made_up.picture(shown=bare()))).numbers.sure_table
    assert table.rows[0] == ("A We are there for each other", "3.5", "–", "2.8–4.8", "–")


def test_where_all_answered_today_is_the_mean_and_nobody_is_silent():
    whole = made_up.numbers()
    now = {letter: replace(one, bounds=(one.mean, one.mean), today=None) for letter, one in whole.now.items()}
    with translation.override("en"):
        of = made_up.picture(shown=replace(whole, now=now), invited=8)
        numbers = mirror(made_up.page(of=of)).numbers
    assert numbers.sure_table.rows[0] == ("A We are there for each other", "3.5", "3.5", "–", "2.4–4.6")
    said = " ".join(numbers.sure)
    assert "exact: “We are there for each other” 3.5. As the team is over time" in said
    assert "and not only today, it lies between 2.4–4.6." in said


def test_nothing_is_called_most_common_under_sixty_in_a_hundred():
    assert any("No single culture" in sentence for sentence in sure(p_first=0.59))
    assert not any("No single culture" in sentence for sentence in sure(p_first=0.6))


def test_a_chance_is_never_told_as_certain():
    said = " ".join(sure(p_first=0.999))
    assert "in 99" in said
    assert "in 100 and" not in said


@pytest.mark.parametrize(
    ("r_star", "words"),
    [(-0.1, "split"), (0.1, "about as far"), (0.5, "three quarters"), (0.8, "half as far"), (0.95, "lie close")],
)
@pytest.mark.slow
def test_agreement_is_told_so_that_one_can_feel_it(r_star, words):
    assert any(words in sentence for sentence in sure(r_star=r_star))


def test_a_gap_is_named_only_when_it_clears_its_own_interval():
    assert any("more of “We try something new”: 1.4 points more (0.6–2.2)" in sentence for sentence in sure(gap_b=1.4))
    assert not any("Curiosity" in sentence for sentence in sure(gap_b=0.7))


def test_the_same_facts_stand_without_the_picture():
    page = rendered()
    plain = re.sub(r"<svg.*?</svg>", "", page, flags=re.S)
    for fact in (
        "21 of 60 (3.5 of 10)", "9 of 60 (1.5 of 10)", "17 of 60 (2.9 of 10)", "2.4–4.6", "D We keep things in order",
    ):  # fmt: skip
        assert fact in plain


def test_the_regressed_form_is_a_question_beside_what_is_most_common_alone():
    page = rendered()
    fold = re.search(r"under pressure</summary>(.*?)</details>", page, re.S)[1]
    assert "is there still room for disagreement, consequence, speaking up (whistleblowing)?" in fold
    assert "“We are there for each other” under pressure" in fold
    assert "Agreements" not in fold


def test_only_what_may_be_seen_is_drawn_and_told():
    own = LineView("own", {"A": 4, "B": 2, "C": 2, "D": 2}, is_shown=False, mine=True)
    assert "own answer" in rendered(lines=(own,))
    assert "own answer" not in rendered()


def test_the_leaders_lines_have_a_picture_of_their_own_and_leave_the_first_screen_alone():
    own = LineView("own", {"A": 4, "B": 2, "C": 2, "D": 2}, is_shown=True, mine=False)
    page, without = rendered(lines=(own,)), rendered()
    first = re.compile(r'<section class="first".*?</section>', re.S)
    assert first.search(page)[0] == first.search(without)[0]
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert "24 of 60 (4.0 of 10)" in page


def test_it_never_grades_ranks_or_diagnoses():
    words = ("score", "rank", "benchmark", "percentile", "diagnos", "karakterbog", "dashboard")
    for language in ("da", "en"):
        text = re.sub(r"<[^>]+>", " ", rendered(language)).lower()
        assert [word for word in words if word in text] == []


def test_a_hidden_unit_gets_questions_and_no_number():
    page = rendered(of=made_up.picture(hidden="few"))
    assert "A conversation without numbers" in page
    assert "fewer than 5 answered" in page
    assert "<svg" not in page.split("<main")[1]
    assert "of 60" not in page


def test_a_unit_hidden_for_the_sake_of_others_is_not_told_that_few_answered():
    page = rendered(of=made_up.picture(hidden="protects_others"))
    assert "together with other results" in page
    assert "fewer than 5 answered" not in page


def test_credit_and_text_used_are_told():
    page = rendered()
    assert "comes from the Competing Values Framework" in page
    assert "culture_profile" in page


def test_what_is_drawn_for_one_reader_is_drawn_for_the_next_and_for_nobody_else():
    """The same picture told in the same way; not in another language, with a line, without the others beside it."""
    with translation.override("en"):
        page = made_up.page()
        first = mirror(page).numbers
        assert mirror(replace(page, may_plan=True, is_shared=True)).numbers is first
        line = LineView("own", dict.fromkeys("ABCD", 2.5), is_shown=True, mine=True)
        others = (
            replace(page, lines=(line,)), replace(page, unit_name="Another"),
            replace(page, picture=replace(page.picture, remainder=None, invited=9)),
            replace(page, picture=replace(page.picture, numbers=replace(page.picture.numbers))),
        )  # fmt: skip
        assert all(mirror(one).numbers is not first for one in others)
    with translation.override("da"):
        assert mirror(page).numbers != first
