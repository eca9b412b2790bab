"""A small release by hand: one unit with numbers, one without."""

from kulturspejl.core.content.ref import ContentRef
from kulturspejl.core.disclosure.certificate import Certificate
from kulturspejl.core.disclosure.plan import FEW, Plan
from kulturspejl.core.disclosure.released import Codes, Released, Remainder, UnitPicture
from kulturspejl.core.instruments.allocation.names import CultureNames
from kulturspejl.core.instruments.allocation.numbers import (
    Agreement,
    Composition,
    CultureType,
    Estimate,
    Means,
    Numbers,
)
from kulturspejl.core.instruments.base.said import Reading
from kulturspejl.core.text import Text

DA = {"A": "Klankultur", "B": "Adhokrati", "C": "Markedskultur", "D": "Hierarki"}
EN = {"A": "Clan culture", "B": "Adhocracy culture", "C": "Market culture", "D": "Hierarchy culture"}
LABELS = {"da": DA, "en": EN}
TEXTS = {one: f"What {one} means." for one in "ABCD"}
NAMES = {
    language: CultureNames(names, terms={}, quoted={one: f"“{said}”" for one, said in names.items()}, texts=TEXTS)
    for language, names in LABELS.items()
}
DIMENSIONS = {
    "da": (
        "Dominerende træk",
        "Ledelsens stil",
        "Ledelse af medarbejdere",
        "Det, der binder sammen",
        "Det, vi satser på",
        "Det, vi kalder succes",
    ),
    "en": (
        "Dominant characteristics",
        "Organizational leadership",
        "Management of employees",
        "Organization glue",
        "Strategic emphases",
        "Criteria of success",
    ),
}
NOW = {"A": 3.5, "B": 1.5, "C": 2.0, "D": 3.0}
PREFERRED = {"A": 3.2, "B": 2.8, "C": 1.6, "D": 2.4}


def estimate(mean: float) -> Estimate:
    low, high = round(mean - 0.9, 2), round(mean + 0.9, 2)
    return Estimate(
        mean=mean,
        sd=1.1,
        se=0.4,
        t=(low, high),
        se_finite=0.2,
        finite=(round(mean - 0.4, 2), round(mean + 0.4, 2)),
        bounds=(round(0.8 * mean, 2), round(0.8 * mean + 2, 2)),
        shown=(low, high),
        today=(round(mean - 0.4, 2), round(mean + 0.4, 2)),
    )


def numbers() -> Numbers:
    gap = {letter: PREFERRED[letter] - NOW[letter] for letter in "ABCD"}
    return Numbers(
        now={letter: estimate(NOW[letter]) for letter in "ABCD"},
        preferred={letter: estimate(PREFERRED[letter]) for letter in "ABCD"},
        gap={letter: estimate(gap[letter]) for letter in "ABCD"},
        sums={"now": {letter: 6 * NOW[letter] for letter in "ABCD"}},
        dimensions={
            p: {f"d{place}": v for place in range(1, 7)} for p, v in (("now", NOW), ("preferred", PREFERRED))
        },
        dimension_spread={},
        type={
            "now": CultureType("A", 3.5, 0.5, {"A": 0.78, "B": 0.0, "C": 0.02, "D": 0.2}, 4, 0.6, 3.7),
        },
        agreement={"now": Agreement(0.4, 0.18, {})},
        composition={"now": Composition(NOW, NOW, (0.1, 0.2, 0.3), 1.0)},
        aitchison_distance=0.4,
        gap_tests=None,
        smallest_visible_gap=1.1,
        points_to_move=1.3,
        answers_to_flip={"dominance": 3, "gap": 4},
    )


def picture(name: str = "Hjemmepleje Nord") -> UnitPicture:
    return UnitPicture(
        unit="u1",
        name=name,
        parent=None,
        hidden=None,
        n=8,
        invited=10,
        codes=Codes(made=4, used=3),
        numbers=numbers(),
        remainder=Remainder(("u2",), 9, Means(NOW, None)),
        reading=Reading(
            (
                Text("Klankultur fylder mest: 21 af 60.", "Clan culture is the most common: 21 of 60."),
                Text("I vil gerne have mere adhokrati.", "You would like more adhocracy."),
                Text("8 af 10 svarede.", "8 of 10 answered."),
            ),
            Text("Hvornår så I sidst noget nyt lykkes?", "When did you last see something new succeed?"),
        ),
    )


def release(
    name: str = "Hjemmepleje Nord", credit: str = "Udsagnene er skrevet til dette værktøj."
) -> Released:
    certificate = Certificate("remainders-1", 5, {"u1": None}, {"u1": 8}, {"u1": 8})
    return Released(
        schema="release-2",
        content=ContentRef(
            "culture_profile",
            "1",
            Text("Kulturprofil", "Culture profile"),
            Text(credit, "The statements were written for this tool."),
        ),
        total=10,
        preferred_form="drawn",
        policy_version="2026-1",
        k=5,
        plan=Plan(5, ("u1",), {"u2": FEW}, certificate, True, 0),
        units={"u1": picture(name), "u2": UnitPicture("u2", "Aftenvagten", "u1", FEW)},
        between={},
        rollup={},
        recipe={},
    )
