"""Profiles that the drawing tests share, and strategies that make more of them."""

from hypothesis import strategies as st

from kulturspejl.drawing.series import DimensionRow, Series

LETTERS = "ABCD"
DA = {"A": "Klankultur", "B": "Adhokrati", "C": "Markedskultur", "D": "Hierarki"}
EN = {"A": "Clan culture", "B": "Adhocracy culture", "C": "Market culture", "D": "Hierarchy culture"}
LABELS = {"da": DA, "en": EN}

# The example on paper: 21 + 9 + 12 + 18 = 60.
PAPER = {"A": 3.5, "B": 1.5, "C": 2.0, "D": 3.0}
NOW = Series(
    "Nu", "now", PAPER, {"A": 2.6, "B": 0.9, "C": 1.1, "D": 2.2}, {"A": 4.4, "B": 2.1, "C": 2.9, "D": 3.8}
)
PREFERRED = Series("Ønsket", "preferred", {"A": 3.2, "B": 2.8, "C": 1.6, "D": 2.4})
OWN = Series("Lederens eget svar", "own", {"A": 2.5, "B": 2.0, "C": 3.5, "D": 2.0})
GUESS = Series("Lederens gæt", "guess", {"A": 3.0, "B": 2.5, "C": 2.5, "D": 2.0})
ALL = (NOW, PREFERRED, OWN, GUESS)

DIMENSIONS = tuple(
    DimensionRow(name, PAPER, PREFERRED.values)
    for name in (
        "Dominerende træk",
        "Ledelsens stil",
        "Ledelse af medarbejdere",
        "Bindemiddel",
        "Satsning",
        "Succes",
    )
)


@st.composite
def team_means(draw: st.DrawFn, total: int = 10) -> dict[str, float]:
    """Mean points of 5 to 30 people who each gave 6 x total points away: what a round can give."""
    people = draw(st.integers(5, 30))
    points = people * 6 * total
    cuts = sorted(draw(st.lists(st.integers(0, points), min_size=3, max_size=3)))
    parts = [high - low for low, high in zip([0, *cuts], [*cuts, points], strict=True)]
    return {letter: part / people / 6 for letter, part in zip(LETTERS, parts, strict=True)}
