from dataclasses import replace

import pytest

from kulturspejl.core.content.places import PLACES
from kulturspejl.core.instruments.allocation.numbers import LETTERS, Agreement, CultureType, Estimate, Numbers
from kulturspejl.core.instruments.allocation.reading import (
    TEMPLATES,
    ReadingTexts,
    in_hundred,
    read_person,
    read_team,
)
from kulturspejl.core.instruments.base.said import Reading
from kulturspejl.core.text import Text

TEXTS = ReadingTexts(
    {key: Text(f"{key}:da", f"{key}:en") for key in TEMPLATES}
    | {"dominant": Text("{culture} {percent} {sum} {of}", "{culture} {percent} {sum} {of}")}
    | {"gap_more": Text("{culture} {points} ({low}-{high})", "{culture} {points} ({low}-{high})")}
    | {"silent_can_flip": Text("{answers} af {silent}", "{answers} of {silent}")}
    | {"own_tie": Text("{cultures} {sum}", "{cultures} {sum}")},
    {letter: Text(f"da{letter}", f"en{letter}") for letter in LETTERS},
)


def estimate(mean: float, t: tuple[float, float] | None = None) -> Estimate:
    return Estimate(mean, None, None, t, None, None, None, None)


def numbers(
    chance: dict[str, float] | None = None,
    gap: dict[str, tuple[float, float, float]] | None = None,
    r_star: float = 0.5,
) -> Numbers:
    means = {"A": 4.0, "B": 2.0, "C": 3.0, "D": 1.0}
    chance = chance or {"A": 0.78, "B": 0.0, "C": 0.2, "D": 0.02}
    gaps = None if gap is None else {letter: estimate(m, (lo, hi)) for letter, (m, lo, hi) in gap.items()}
    return Numbers(
        now={letter: estimate(mean) for letter, mean in means.items()},
        preferred=None,
        gap=gaps,
        sums={"now": {letter: 6 * mean for letter, mean in means.items()}},
        dimensions={},
        dimension_spread={},
        type={"now": CultureType("A", 4.0, 1.0, chance, None, None, None)},
        agreement={"now": Agreement(r_star, 0.18, {})},
        composition={},
        aitchison_distance=None,
        gap_tests=None,
        smallest_visible_gap=1.2,
        points_to_move=None,
        answers_to_flip=None,
    )


def keys(reading: Reading) -> list[str]:
    return [line.da.partition(":")[0] for line in reading.sentences]


def read(told: Numbers, n: int = 8, invited: int | None = None) -> Reading:
    return read_team(told, n=n, invited=invited, total=10, texts=TEXTS)


def test_one_culture_is_named_from_sixty_percent() -> None:
    named = read(numbers({"A": 0.60, "C": 0.40, "B": 0.0, "D": 0.0})).sentences[0]
    assert (named.da, named.en) == ("daA 60 24 60", "enA 60 24 60")
    assert keys(read(numbers({"A": 0.599, "C": 0.401, "B": 0.0, "D": 0.0}))) == ["no_single"]


def test_nearly_certain_is_not_certain() -> None:
    for chance in (0.999, 1.0):
        found = read(numbers({"A": chance, "C": 1 - chance, "B": 0.0, "D": 0.0}))
        assert found.sentences[0].da == "daA 99 24 60"


def test_a_split_team_hears_that_before_any_mean() -> None:
    split = read(numbers(r_star=-0.1), invited=9)
    assert keys(split)[0] == "split"
    assert split.question.en == "question_split:en"
    assert keys(read(numbers(r_star=0.1)))[0] == "as_blind"
    assert keys(read(numbers(r_star=0.2)))[0] not in ("split", "as_blind")


STILL = {"B": (0.2, -1.0, 1.4), "C": (-0.9, -1.9, 0.1), "D": (0.0, -1.0, 1.0)}


def test_a_gap_is_named_only_where_it_clears_its_interval() -> None:
    clear = read(numbers(gap={**STILL, "A": (0.7, 0.1, 1.25)}))
    assert clear.sentences[1].da == "daA 0,7 (0,1-1,3)"
    assert clear.sentences[1].en == "enA 0.7 (0.1-1.3)"
    assert clear.question.da == "question_gap_more:da"
    assert keys(read(numbers(gap={**STILL, "A": (0.7, 0.0, 1.4)})))[1] == "gap_unclear"


def test_what_the_silent_could_change_is_said_in_answers() -> None:
    """8 x (4 - 3) / 10 = 0.8: one further answer could be enough, where there is one."""
    assert read(numbers(), n=8, invited=10).sentences[-1].da == "1 af 2"
    assert keys(read(numbers(), n=30, invited=32))[-1] == "silent_cannot_flip"
    assert keys(read(numbers(), n=8, invited=8))[-1] == "everyone"


def test_never_more_than_three_sentences() -> None:
    assert len(read(numbers(r_star=-1.0, gap={**STILL, "A": (0.7, 0.1, 1.3)}), invited=10).sentences) == 3


@pytest.mark.parametrize("kind", [{}, {"now": CultureType("A", 4.0, 1.0, None, None, None, None)}])
def test_without_chances_there_is_no_verdict(kind: dict[str, CultureType]) -> None:
    """The question is about the two largest means, whichever letters they are."""
    bare = replace(numbers(), type=kind, agreement={}, smallest_visible_gap=None)
    assert keys(read(bare)) == []
    asked = Text("{culture} {second}", "{culture} {second}")
    texts = ReadingTexts({**TEXTS.templates, "question_no_single": asked}, TEXTS.cultures)
    assert read_team(bare, n=8, invited=None, total=10, texts=texts).question.da == "daA daC"
    gaps = {letter: estimate(1.0) for letter in LETTERS}
    assert keys(read(replace(bare, gap=gaps), invited=8)) == ["everyone"]


NOW = {"A": 20, "B": 20, "C": 12, "D": 8}


def test_a_person_alone_gets_sums_and_a_tie_as_a_tie() -> None:
    alone = read_person(NOW, None, total=10, texts=TEXTS)
    assert [line.da for line in alone.sentences] == ["daA og daB 20"]
    assert alone.question.da == "own_question:da"


def test_a_persons_wish_is_told_both_ways() -> None:
    wish = {"A": 26, "B": 20, "C": 10, "D": 4}
    assert keys(read_person(NOW, wish, total=10, texts=TEXTS))[1:] == ["own_more", "own_less"]
    assert keys(read_person(NOW, NOW, total=10, texts=TEXTS))[1:] == ["own_content"]


def test_a_missing_template_is_named() -> None:
    with pytest.raises(ValueError, match="split"):
        ReadingTexts({key: line for key, line in TEXTS.templates.items() if key != "split"}, TEXTS.cultures)


def test_a_question_may_have_a_wording_of_its_own_for_a_culture() -> None:
    own = ReadingTexts(
        {**TEXTS.templates, "question_gap_more_A": Text("klan", "clan"), "own_question_gap_B": Text("B", "B")},
        TEXTS.cultures,
    )
    clear = numbers(gap={**STILL, "A": (0.7, 0.1, 1.25)})
    assert read_team(clear, n=8, invited=None, total=10, texts=own).question.en == "clan"
    assert read_person(NOW, {"A": 14, "B": 26, "C": 12, "D": 8}, total=10, texts=own).question.da == "B"
    wanted = read_person(NOW, {"A": 26, "B": 14, "C": 12, "D": 8}, total=10, texts=own)
    assert wanted.question.da == "own_question_gap:da"


WHOLE = ReadingTexts(
    {key: Text(*[" ".join([key, *(f"{name}={{{name}}}" for name in PLACES[key])])] * 2) for key in TEMPLATES},
    TEXTS.cultures,
)
"""Every sentence says all that it is given."""


def whole(told: Numbers, n: int = 8, invited: int | None = None) -> list[str]:
    made = read_team(told, n=n, invited=invited, total=10, texts=WHOLE)
    return [line.da for line in (*made.sentences, made.question)]


def test_each_sentence_is_given_its_numbers() -> None:
    """Means 4, 2, 3, 1 of ten over eight people: eight tenths of an answer could make a tie of the first two."""
    gap = {**STILL, "A": (0.0, -1.0, 1.0), "B": (-1.0, -1.8, -0.2)}
    assert whole(numbers(gap=gap), invited=10) == [
        "dominant culture=daA percent=78 sum=24 of=60",
        "gap_less culture=daB points=1 low=0,2 high=1,8",
        "silent_can_flip silent=2 answers=1 culture=daA",
        "question_gap_less culture=daB",
    ]


def test_where_no_culture_is_clear_the_two_surest_are_named() -> None:
    open_race = numbers({"A": 0.4, "C": 0.45, "B": 0.149, "D": 0.001})
    assert whole(open_race) == [
        "no_single culture=daC percent=45 second=daA second_percent=40", "question_no_single culture=daC second=daA",
    ]  # fmt: skip
    alike = numbers({"A": 0.25, "B": 0.25, "C": 0.25, "D": 0.25})
    assert whole(alike)[0] == "no_single culture=daA percent=25 second=daC second_percent=25", "then the larger mean"


def test_a_clear_culture_is_asked_about_from_sixty_percent() -> None:
    assert whole(numbers({"A": 0.6, "C": 0.4, "B": 0.0, "D": 0.0}))[-1] == "question_dominant culture=daA"
    assert whole(numbers({"A": 0.59, "C": 0.41, "B": 0.0, "D": 0.0}))[-1].startswith("question_no_single culture=daA")


@pytest.mark.parametrize(
    ("chance", "percent"),
    [(0.0, 0), (0.0001, 1), (0.005, 1), (0.014, 1), (0.016, 2), (0.985, 99), (0.986, 99), (0.996, 99), (1.0, 99)],
)
def test_a_chance_is_never_all_and_never_nothing_but_for_nothing(chance: float, percent: int) -> None:
    assert in_hundred(chance) == percent


@pytest.mark.parametrize(
    ("r_star", "key"), [(-0.001, "split"), (0.0, "as_blind"), (0.179, "as_blind"), (0.18, "dominant")]
)
def test_a_team_is_split_under_nothing_and_as_blind_under_what_chance_gives(r_star: float, key: str) -> None:
    assert whole(numbers(r_star=r_star))[0].partition(" ")[0] == key


def test_where_it_is_not_known_what_chance_gives_nothing_is_said_of_it() -> None:
    for agreement in (Agreement(0.1, None, {}), Agreement(None, 0.18, {})):
        told = replace(numbers(), agreement={"now": agreement})
        assert whole(told)[0].startswith("dominant")
        assert not whole(told)[-1].startswith("question_split")


def test_the_largest_clear_gap_is_named_on_either_side_of_nothing() -> None:
    gap = {"A": (0.7, 0.1, 1.3), "B": (-0.9, -1.7, -0.1), "C": (0.5, 0.01, 1.0), "D": (-2.0, -4.1, 0.1)}
    assert whole(numbers(gap=gap))[1] == "gap_less culture=daB points=0,9 low=0,1 high=1,7"
    assert whole(numbers(gap={**gap, "B": (-0.9, -1.8, 0.0)}))[1] == "gap_more culture=daA points=0,7 low=0,1 high=1,3"
    gap |= {"A": (0.7, -0.1, 1.3), "B": (-0.9, -1.8, 0.0)}
    assert whole(numbers(gap=gap))[1].startswith("gap_more culture=daC")


def test_an_unclear_gap_says_what_could_be_seen() -> None:
    still = {**STILL, "A": (0.7, -0.1, 1.4)}
    assert whole(numbers(gap=still))[1] == "gap_unclear visible=1,2"
    assert len(whole(replace(numbers(gap=still), smallest_visible_gap=None))) == 2


@pytest.mark.parametrize(
    ("n", "invited", "said"),
    [
        (8, 8, "everyone n=8"),
        (8, 9, "silent_can_flip silent=1 answers=1 culture=daA"),
        (30, 32, "silent_cannot_flip silent=2 culture=daA"),
        (30, 33, "silent_can_flip silent=3 answers=3 culture=daA"),
    ],
)
def test_the_silent_can_turn_it_from_as_many_as_it_takes(n: int, invited: int, said: str) -> None:
    """Thirty people, one point of ten between the first two: three answers."""
    assert whole(numbers(), n, invited)[1] == said


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
    texts = ReadingTexts({**WHOLE.templates, "gap_unclear": Text("{visible}", "{visible}")}, TEXTS.cultures)
    for value, danish, english in ((1.25, "1,3", "1.3"), (2.0, "2", "2"), (0.04, "0", "0"), (12.34, "12,3", "12.3")):
        assert texts.line("gap_unclear", visible=value) == Text(danish, english)
    assert texts.line("gap_unclear", visible="ABD") == Text("daA og daB og daD", "enA and enB and enD")
    assert texts.line("gap_unclear", visible="AX") == Text("AX", "AX")


def test_every_missing_wording_is_named() -> None:
    with pytest.raises(ValueError, match=r"missing gap_less, split, B$"):
        ReadingTexts(
            {key: line for key, line in TEXTS.templates.items() if key not in ("split", "gap_less")},
            {letter: line for letter, line in TEXTS.cultures.items() if letter != "B"},
        )
