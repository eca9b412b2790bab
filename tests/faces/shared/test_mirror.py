"""What the mirror says: every fact in words, in both languages, and nothing that judges."""

import re
from dataclasses import replace

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from kulturspejl.core.instruments.allocation.withhold import without_spread
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


def test_the_ranges_of_the_first_stand_in_whole_points_each_with_what_it_speaks_of():
    said = " ".join(sure())
    assert "8 of 10 answered." in said
    assert "“We are there for each other” got 21 of 60. For all 10 today: between 17 and 25 if the 2 who" in said
    assert "resemble the others, and between 16 and 29 whatever" in said
    assert "On another day it is likely to lie between 14 and 28." in said
    assert "fik 21 af 60. For alle 10 i dag: mellem 17 og 25, hvis de 2, der ikke svarede" in " ".join(sure("da"))


def test_all_numbers_of_the_page_but_those_of_single_questions_are_of_sixty():
    page = re.sub(r"<svg.*?</svg>", "", rendered("da"), flags=re.S)
    page = re.sub(r"De seks dimensioner</summary>.*?</details>", "", page, flags=re.S)
    page = re.sub(r'<dl class="facts">.*?</dl>', "", page, flags=re.S)
    assert re.findall(r"\d,\d", page[page.index("<article") :]) == []


def test_where_the_count_of_the_invited_is_hidden_no_sentence_needs_it():
    with translation.override("en"):
        of = made_up.picture(shown=made_up.numbers(finite=False), invited=None)
        page = mirror(made_up.page(of=of))
    said = " ".join(page.numbers.sure)
    assert "8 answered." in said
    assert "who did not answer" not in said
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
        "da": ("Hvor langt svarene ligger fra hinanden", "Blandt dem, der svarede: »Vi er der for hinanden« 21 af 60."),
        "en": (
            "How far apart the answers lie is not shown here",
            "Among those who answered: “We are there for each other” 21 of 60.",
        ),
    }
    for word in words[language]:
        assert word in page
    more = ("tilfældig", "no chance", "chancer ud af", "in 100", "bløde bånd", "soft band")
    assert [word for word in more if word in page] == []


def test_where_no_spread_is_told_the_table_has_what_always_holds():
    with translation.override("en"):
        table = mirror(made_up.page(of=made_up.picture(shown=bare()))).numbers.sure_table
    assert table.rows[0] == ("A We are there for each other", "21", "–", "16–29", "–")


def test_where_all_answered_today_is_the_mean_and_nobody_is_silent():
    whole = made_up.numbers()
    now = {letter: replace(one, bounds=(one.mean, one.mean), today=None) for letter, one in whole.now.items()}
    with translation.override("en"):
        of = made_up.picture(shown=replace(whole, now=now), invited=8)
        numbers = mirror(made_up.page(of=of)).numbers
    assert numbers.sure_table.rows[0] == ("A We are there for each other", "21", "21", "–", "14–28")
    said = " ".join(numbers.sure)
    assert "All answered, so the number is exact today: “We are there for each other” 21 of 60. On another day" in said
    assert "it is likely to lie between 14 and 28." in said


@pytest.mark.slow
def test_a_chance_stands_on_a_page_from_eight_answers_and_never_as_certain():
    assert "the chance is 78 in 100 that “We are there for each other” comes first" in " ".join(sure(p_first=0.78))
    assert "the chance is 99 in 100" in " ".join(sure(p_first=0.999))
    few = replace(made_up.picture(), n=7, invited=9)
    with translation.override("en"):
        assert "in 100" not in " ".join(mirror(made_up.page(of=few)).numbers.sure)


def test_where_the_two_largest_are_too_close_it_says_what_it_would_take():
    whole = made_up.numbers(p_first=0.95)
    near = {**whole.now, "A": replace(whole.now["A"], mean=3.3), "D": replace(whole.now["D"], mean=3.2)}
    with translation.override("en"):
        said = " ".join(mirror(made_up.page(of=made_up.picture(shown=replace(whole, now=near)))).numbers.sure)
    assert "There must be at least 3 points of 60 between the two largest" in said
    assert "in 100" not in said


@pytest.mark.slow
@pytest.mark.parametrize(("word", "said"), [("alike", "You see it much alike."), ("somewhat", "somewhat differently")])
def test_how_alike_it_is_seen_stands_in_one_line_beside_the_figure(word, said):
    first = rendered(of=made_up.picture(agreement=word)).split('class="folds"')[0]
    assert said in first
    assert "You see it very" not in rendered(of=made_up.picture(agreement="very")), "its first sentence says that"


def test_a_branch_is_not_spoken_to():
    first = rendered("da", of=made_up.picture(is_of_units=True)).split('class="folds"')[0]
    assert "Det bliver set noget forskelligt." in first
    assert "Til jer:" not in first
    assert "I ser det" not in first


@pytest.mark.slow
def test_a_wish_is_named_only_when_it_clears_an_interval_over_all_four():
    named = "The wish for more of “We try something new” is no chance: 8 points, between 1 and 17."
    assert named in sure(gap_b=1.4)
    (unclear,) = [sentence for sentence in sure(gap_b=1.3) if "may be chance" in sentence]
    least = int(re.search(r"from (\d+) points of 60", unclear)[1])
    assert least > 8, "no difference that stands on the page is as large"


def test_the_same_facts_stand_without_the_picture():
    page = rendered()
    plain = re.sub(r"<svg.*?</svg>", "", page, flags=re.S)
    for fact in (
        "21 of 60", "9 of 60", "17 of 60", "14–28", "D We keep things in order",
    ):  # fmt: skip
        assert fact in plain


@pytest.mark.slow
def test_the_regressed_form_is_a_question_beside_what_is_most_common_alone():
    page = rendered(of=made_up.picture(shown=made_up.numbers(p_first=0.8)))
    fold = re.search(r"under pressure</summary>(.*?)</details>", page, re.S)[1]
    assert "is there still room for disagreement, consequence, speaking up (whistleblowing)?" in fold
    assert "“We are there for each other” under pressure" in fold
    assert "Agreements" not in fold
    assert "under pressure</summary>" not in rendered(), "perhaps most is not most"


@pytest.mark.slow
def test_only_what_may_be_seen_is_drawn_and_told():
    own = LineView("own", {"A": 4, "B": 2, "C": 2, "D": 2}, is_shown=False, mine=True)
    assert "own answer" in rendered(lines=(own,))
    assert "own answer" not in rendered()


@pytest.mark.slow
def test_the_leaders_lines_have_a_picture_of_their_own_and_leave_the_first_screen_alone():
    own = LineView("own", {"A": 4, "B": 2, "C": 2, "D": 2}, is_shown=True, mine=False)
    page, without = rendered(lines=(own,)), rendered()
    first = re.compile(r'<section class="first".*?</section>', re.S)
    assert first.search(page)[0] == first.search(without)[0]
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert "24 of 60" in page


@pytest.mark.slow
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
