from dataclasses import replace

import pytest

from kulturspejl.core.disclosure.numbers import LETTERS, Agreement, CultureType, Estimate, Numbers
from kulturspejl.core.disclosure.released import Line, Reading
from kulturspejl.core.scoring.reading import TEMPLATES, ReadingTexts, read_person, read_team

TEXTS = ReadingTexts(
    {key: Line(f"{key}:da", f"{key}:en") for key in TEMPLATES}
    | {"dominant": Line("{culture} {percent} {sum} {of}", "{culture} {percent} {sum} {of}")}
    | {"gap_more": Line("{culture} {points} ({low}-{high})", "{culture} {points} ({low}-{high})")}
    | {"silent_can_flip": Line("{answers} af {silent}", "{answers} of {silent}")}
    | {"own_tie": Line("{cultures} {sum}", "{cultures} {sum}")},
    {letter: Line(f"da{letter}", f"en{letter}") for letter in LETTERS},
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
    asked = Line("{culture} {second}", "{culture} {second}")
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
        {**TEXTS.templates, "question_gap_more_A": Line("klan", "clan"), "own_question_gap_B": Line("B", "B")},
        TEXTS.cultures,
    )
    clear = numbers(gap={**STILL, "A": (0.7, 0.1, 1.25)})
    assert read_team(clear, n=8, invited=None, total=10, texts=own).question.en == "clan"
    assert read_person(NOW, {"A": 14, "B": 26, "C": 12, "D": 8}, total=10, texts=own).question.da == "B"
    wanted = read_person(NOW, {"A": 26, "B": 14, "C": 12, "D": 8}, total=10, texts=own)
    assert wanted.question.da == "own_question_gap:da"
