"""Points as on paper: whole, and always the same sum."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.core.instruments.allocation.paper import paper_points
from tests.core.instruments.allocation.test_reading import numbers, whole

LETTERS = "ABCD"


@st.composite
def team_means(draw: st.DrawFn) -> dict[str, float]:
    """Mean points of 5 to 30 people who each gave 60 away."""
    people = draw(st.integers(5, 30))
    cuts = sorted(draw(st.lists(st.integers(0, 60 * people), min_size=3, max_size=3)))
    parts = [high - low for low, high in zip([0, *cuts], [*cuts, 60 * people], strict=True)]
    return {letter: part / people / 6 for letter, part in zip(LETTERS, parts, strict=True)}


def test_the_example_on_paper():
    assert paper_points({"A": 3.5, "B": 1.5, "C": 2.0, "D": 3.0}) == {"A": 21, "B": 9, "C": 12, "D": 18}


@given(values=team_means())
def test_they_always_give_sixty_together_and_never_lie_by_a_whole_point(values):
    points = paper_points(values)
    assert sum(points.values()) == 60
    assert all(abs(points[letter] - values[letter] * 6) < 1 for letter in LETTERS)


@given(parts=st.lists(st.integers(0, 60), min_size=4, max_size=4))
def test_what_one_person_gave_comes_back_exactly(parts):
    given_points = dict(zip(LETTERS, parts, strict=True))
    assert paper_points({letter: part / 6 for letter, part in given_points.items()}) == given_points


def test_equal_remainders_go_to_the_first_letters():
    assert paper_points(dict.fromkeys(LETTERS, 10 / 6 + 1 / 12)) == {"A": 11, "B": 11, "C": 10, "D": 10}


def test_the_reading_says_the_same_whole_points_as_the_picture():
    told = numbers()
    means = {"A": 20.8 / 6, "B": 9.3 / 6, "C": 12.2 / 6, "D": 17.7 / 6}
    told = replace(told, now={letter: replace(told.now[letter], mean=mean) for letter, mean in means.items()})
    assert whole(told)[0] == "most culture=daA sum=21 of=60"
