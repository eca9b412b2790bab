import re
from dataclasses import replace
from typing import Any

import pytest

from kulturspejl.core.content.places import PLACES
from kulturspejl.core.instruments.allocation.numbers import LETTERS, Agreement, CultureType, Estimate, Numbers
from kulturspejl.core.instruments.allocation.reading import (
    TEMPLATES,
    ReadingTexts,
    Team,
    in_hundred,
    read_person,
    read_team,
)
from kulturspejl.core.instruments.allocation.words import SAID
from kulturspejl.core.text import Text

TEXTS = ReadingTexts(
    {key: Text(f"{key}:da", f"{key}:en") for key in TEMPLATES}
    | {"own_tie": Text("{cultures} {sum}", "{cultures} {sum}")},
    {letter: Text(f"da{letter}", f"en{letter}") for letter in LETTERS},
)
MEANS = {"A": 4.0, "B": 2.0, "C": 3.0, "D": 1.0}
SURE = {"A": 0.8, "B": 0.01, "C": 0.18, "D": 0.01}


def estimate(mean: float, se: float | None = 0.2) -> Estimate:
    return Estimate(mean, None, se, None, None, None, None, None)


def numbers(
    today: dict[str, float] | None = SURE,
    wish: dict[str, float] | None = None,
    se: float = 0.1,
    means: dict[str, float] = MEANS,
) -> Numbers:
    gaps = None if wish is None else {letter: estimate(wish[letter] - means[letter], se) for letter in LETTERS}
    beyond = {"A": 0.5, "B": 0.1, "C": 0.3, "D": 0.1}
    most = max(means.values())
    dominant = "".join(letter for letter in LETTERS if means[letter] == most)
    return Numbers(
        now={letter: estimate(mean) for letter, mean in means.items()},
        preferred=None if wish is None else {letter: estimate(mean) for letter, mean in wish.items()},
        gap=gaps,
        sums={"now": {letter: 6 * mean for letter, mean in means.items()}},
        dimensions={},
        dimension_spread={},
        type={"now": CultureType(dominant, most, 1.0, beyond, None, None, None, today)},
        agreement={"now": Agreement(0.5, 0.18, {})},
        composition={},
        aitchison_distance=None,
        gap_tests=None,
        smallest_visible_gap=1.2,
        points_to_move=None,
        answers_to_flip=None,
    )


WHOLE = ReadingTexts(
    {key: Text(*[" ".join([key, *(f"{name}={{{name}}}" for name in PLACES[key])])] * 2) for key in TEMPLATES},
    TEXTS.cultures,
)
"""Every sentence says all that it is given."""


def whole(told: Numbers, team: Team | None = None, **of: Any) -> list[str]:
    made = read_team(told, team or Team(**{"n": 30, "invited": 32, "total": 10} | of), WHOLE)
    return [line.da for line in (*made.sentences, made.question)]


def keys(said: list[str]) -> list[str]:
    return [line.partition(" ")[0] for line in said]


MOST = "most culture=daA sum=24 of=60"


def test_a_culture_is_first_from_eighty_and_perhaps_from_sixty_in_a_hundred() -> None:
    for chance, key in ((0.8, "most"), (0.79, "maybe_most"), (0.6, "maybe_most"), (0.59, "none_most")):
        told = numbers({"A": chance, "C": 1 - chance, "B": 0.0, "D": 0.0})
        assert keys(whole(told))[0] == key
    assert whole(numbers()) == [MOST, "question_dominant culture=daA"]


def test_under_three_of_sixty_nothing_comes_first_however_sure_it_is() -> None:
    near = {"A": 3.0, "B": 2.0, "C": 2.7, "D": 2.3}
    told = numbers({"A": 0.99, "C": 0.01, "B": 0.0, "D": 0.0}, means=near)
    assert whole(told) == ["none_most", "question_no_single culture=daA second=daC"]
    # 18, 12, 15, 15: three points.
    far = {"A": 3.0, "B": 2.0, "C": 2.5, "D": 2.5}
    assert keys(whole(numbers({"A": 0.99, "C": 0.01, "B": 0.0, "D": 0.0}, means=far)))[0] == "most"


def test_where_all_answered_it_is_certain_and_a_tie_is_none() -> None:
    assert whole(numbers(None), n=8, invited=8)[0] == MOST
    tie = {"A": 3.5, "B": 2.0, "C": 3.5, "D": 1.0}
    assert keys(whole(numbers(None, means=tie), n=8, invited=8))[0] == "none_most"


def test_where_it_is_not_told_how_many_were_asked_the_chance_beyond_today_stands_for_it() -> None:
    assert keys(whole(numbers(None), n=8, invited=None)) == ["none_most", "question_no_single"]


def test_of_ten_times_the_points_ten_times_the_difference_matters() -> None:
    means = {"A": 30.0, "B": 20.0, "C": 25.5, "D": 24.5}
    told = numbers(means=means)
    assert keys(whole(told, total=100))[0] == "none_most"
    assert keys(whole(numbers(means={**means, "C": 25.0, "D": 25.0}), total=100))[0] == "most"


WISH = {"A": 3.0, "B": 3.0, "C": 3.0, "D": 1.0}


def test_a_wish_is_named_where_it_matters_and_clears_an_interval_over_all_four() -> None:
    assert whole(numbers(wish=WISH))[1] == "wish_less culture=daA points=6"
    # Student's t of 29 at 98.75 in 100 is 2.66: a gap of 1 needs a standard error under 0.376.
    assert keys(whole(numbers(wish=WISH, se=0.37)))[1] == "wish_less"
    assert keys(whole(numbers(wish=WISH, se=0.38))) == ["most", "question_dominant"]
    small = {"A": 3.6, "B": 2.4, "C": 3.0, "D": 1.0}
    assert keys(whole(numbers(wish=small, se=0.01))) == ["most", "question_dominant"]


def test_apart_comes_first_only_where_it_is_very_or_two_camps() -> None:
    for word in ("alike", "somewhat"):
        assert keys(whole(numbers(), word=word)) == ["most", "question_dominant"]
    assert keys(whole(numbers(), word="very")) == ["very_different", "most", "question_split"]
    two = whole(numbers(wish=WISH), word="very", camps=("A", "C"))
    assert two[0] == "camps culture=daA second=daC"
    assert keys(two) == ["camps", "wish_less", "question_camps"], "the mean of two camps is nobody's first"


def test_the_silent_are_told_only_where_they_could_turn_what_is_said() -> None:
    """Thirty people, one point of ten between the first two: three answers could turn it."""
    assert keys(whole(numbers(), invited=32)) == ["most", "question_dominant"]
    assert whole(numbers(), invited=33)[1] == "silent_first silent=3 answers=3"
    undecided = numbers({"A": 0.4, "C": 0.4, "B": 0.1, "D": 0.1}, wish=WISH)
    assert keys(whole(undecided, invited=33)) == ["none_most", "wish_less", "silent_wish", "question_no_single"]
    assert keys(whole(undecided, invited=32)) == ["none_most", "wish_less", "question_no_single"]


def test_never_more_than_three_sentences() -> None:
    assert keys(whole(numbers(wish=WISH), word="very", invited=40)) == [
        "very_different", "most", "wish_less", "question_split",
    ]  # fmt: skip


def test_a_unit_of_units_is_spoken_of_as_such() -> None:
    said = keys(whole(numbers(wish=WISH), word="very", is_of_units=True))
    assert said == ["very_different_units", "most_units", "wish_less_units", "question_units"]


def test_where_no_spread_is_told_nothing_is_claimed() -> None:
    for kind in ({}, {"now": CultureType("A", 4.0, 1.0, None, None, None, None)}):
        bare = replace(numbers(), type=kind, agreement={})
        assert whole(bare) == ["question_no_single culture=daA second=daC"]


def test_the_house_words_what_an_instrument_does_not() -> None:
    few = ReadingTexts({key: line for key, line in TEXTS.templates.items() if key not in SAID}, TEXTS.cultures)
    made = read_team(numbers(), Team(30, 32, 10), few)
    assert made.sentences[0].da == "Hos jer fylder daA mest: 24 af 60 point."
    assert sorted(set(TEMPLATES) & set(SAID)) == sorted(SAID), "nothing is worded that is never said"


@pytest.mark.parametrize("key", sorted(SAID))
def test_the_house_uses_the_places_it_has(key: str) -> None:
    for words in SAID[key].words.values():
        assert set(re.findall(r"{(\w+)}", words)) == set(PLACES[key])


NOW = {"A": 20, "B": 20, "C": 12, "D": 8}


def test_a_person_alone_gets_sums_and_a_tie_as_a_tie() -> None:
    alone = read_person(NOW, None, total=10, texts=TEXTS)
    assert [line.da for line in alone.sentences] == ["daA og daB 20"]
    assert alone.question.da == "own_question:da"


def test_a_persons_wish_is_told_both_ways() -> None:
    wish = {"A": 26, "B": 20, "C": 10, "D": 4}
    both, content = (read_person(NOW, one, total=10, texts=TEXTS) for one in (wish, NOW))
    assert [line.da for line in both.sentences][1:] == ["own_more:da", "own_less:da"]
    assert [line.da for line in content.sentences][1:] == ["own_content:da"]


def test_a_missing_template_is_named() -> None:
    with pytest.raises(ValueError, match="question_split"):
        ReadingTexts({key: line for key, line in TEXTS.templates.items() if key != "question_split"}, TEXTS.cultures)


def test_a_question_may_have_a_wording_of_its_own_for_a_culture() -> None:
    own = ReadingTexts(
        {**TEXTS.templates, "question_dominant_A": Text("klan", "clan"), "own_question_gap_B": Text("B", "B")},
        TEXTS.cultures,
    )
    assert read_team(numbers(), Team(8, 8, 10), own).question.en == "clan"
    assert read_person(NOW, {"A": 14, "B": 26, "C": 12, "D": 8}, total=10, texts=own).question.da == "B"
    wanted = read_person(NOW, {"A": 26, "B": 14, "C": 12, "D": 8}, total=10, texts=own)
    assert wanted.question.da == "own_question_gap:da"


@pytest.mark.parametrize(
    ("chance", "percent"),
    [(0.0, 0), (0.0001, 1), (0.005, 1), (0.014, 1), (0.016, 2), (0.985, 99), (0.986, 99), (0.996, 99), (1.0, 99)],
)
def test_a_chance_is_never_all_and_never_nothing_but_for_nothing(chance: float, percent: int) -> None:
    assert in_hundred(chance) == percent


def own(now: dict[str, int], wish: dict[str, int] | None = None, total: int = 10) -> list[str]:
    made = read_person(now, wish, total=total, texts=WHOLE)
    return [line.en for line in (*made.sentences, made.question)]


def test_a_person_is_told_sums_of_the_whole() -> None:
    assert own({"A": 26, "B": 14, "C": 12, "D": 8}) == [
        "own_dominant culture=enA sum=26 of=60", "own_question culture=enA",
    ]  # fmt: skip
    assert own({"A": 20, "B": 8, "C": 20, "D": 12})[0] == "own_tie cultures=enA and enC sum=20 of=60"
    assert own({"A": 260, "B": 140, "C": 120, "D": 80}, total=100)[0] == "own_dominant culture=enA sum=260 of=600"


def test_a_persons_largest_ways_are_told() -> None:
    now = {"A": 26, "B": 14, "C": 12, "D": 8}
    assert own(now, {"A": 20, "B": 15, "C": 16, "D": 9}) == [
        "own_dominant culture=enA sum=26 of=60", "own_more culture=enC points=4", "own_less culture=enA points=6",
        "own_question_gap culture=enC",
    ]  # fmt: skip
    assert own(now, now) == ["own_dominant culture=enA sum=26 of=60", "own_content", "own_question culture=enA"]


def test_numbers_in_a_sentence_have_one_decimal_where_it_says_something() -> None:
    texts = ReadingTexts({**WHOLE.templates, "own_more": Text("{points}", "{points}")}, TEXTS.cultures)
    for value, danish, english in ((1.25, "1,3", "1.3"), (2.0, "2", "2"), (0.04, "0", "0"), (12.34, "12,3", "12.3")):
        assert texts.line("own_more", points=value) == Text(danish, english)
    assert texts.line("own_more", points="ABD") == Text("daA og daB og daD", "enA and enB and enD")
    assert texts.line("own_more", points="AX") == Text("AX", "AX")


def test_every_missing_wording_is_named() -> None:
    with pytest.raises(ValueError, match=r"missing question_gap_less, question_split, B$"):
        ReadingTexts(
            {key: line for key, line in TEXTS.templates.items() if key not in ("question_split", "question_gap_less")},
            {letter: line for letter, line in TEXTS.cultures.items() if letter != "B"},
        )
