"""A result page made by hand: every number known, no store needed."""

import uuid
from datetime import date

from django.utils.html import escape

from kulturspejl import library
from kulturspejl.core.disclosure.released import Codes, Released, UnitPicture
from kulturspejl.core.instruments.allocation.numbers import (
    Agreement,
    CultureType,
    DimensionSpread,
    Estimate,
    Interval,
    Numbers,
)  # fmt: skip
from kulturspejl.core.instruments.base.said import Reading
from kulturspejl.core.text import Text
from kulturspejl.library.policies import load_policy
from kulturspejl.readers.results import LineView, ResultPage

UNIT = uuid.UUID(int=7)
MEANS = {"A": 3.5, "B": 1.5, "C": 2.0, "D": 3.0}
WISHED = {"A": 3.0, "B": 2.9, "C": 2.0, "D": 2.1}
READING = Reading(
    (
        Text("Klankultur fylder måske mest hos jer, 21 af 60 point.",
             "What you have most of may be clan, 21 of 60 points."),
        Text("I ønsker jer mere adhokrati: 8 point mere om et år.",
             "You would like more adhocracy: 8 points more in a year."),
        Text("To svarede ikke. De kunne have ændret, hvad der fylder mest.",
             "Two did not answer. They could have changed what is most common."),
    ),
    Text("Hvor kunne I prøve lidt mere adhokrati af, uden at miste det, klankulturen giver jer?",
         "Where could you try a little more adhocracy, without losing what the clan gives you?"),
)  # fmt: skip


def estimate(mean: float, half: float = 1.1, *, low: float = 0.0, high: float = 10.0, finite: bool = True) -> Estimate:
    """A mean with a t interval of `half` to each side, a finite one of half that, bounds a point outside."""
    t: Interval = (mean - half, mean + half)
    return Estimate(
        mean=mean, sd=1.1, se=0.4, t=t, se_finite=0.2 if finite else None,
        finite=(mean - half / 2, mean + half / 2) if finite else None,
        bounds=(max(low, mean * 0.8), min(high, mean * 0.8 + 2)) if finite else None,
        shown=(max(low, t[0]), min(high, t[1])), today=(mean - half / 2, mean + half / 2) if finite else None,
    )  # fmt: skip


def numbers(*, r_star: float = 0.6, gap_b: float = 1.4, p_first: float = 0.78, finite: bool = True) -> Numbers:
    """A team of eight in ten."""
    gaps = {letter: WISHED[letter] - MEANS[letter] for letter in "ABCD"} | {"B": gap_b}
    dimension = {"now": {f"d{place}": dict(MEANS) for place in range(1, 7)}}
    spread = {"now": {f"d{place}": DimensionSpread("mixed", None) for place in range(1, 7)}}
    chances = {"A": p_first, "D": round(0.98 - p_first, 2), "C": 0.01, "B": 0.01}
    kind = CultureType("A", 3.5, 0.5, chances, 4, 0.6, 3.7, chances)
    return Numbers(
        now={letter: estimate(mean, finite=finite) for letter, mean in MEANS.items()},
        preferred={letter: estimate(mean, finite=finite) for letter, mean in WISHED.items()},
        gap={letter: estimate(gap, 0.8, low=-10, finite=finite) for letter, gap in gaps.items()},
        sums={"now": {letter: 6 * mean for letter, mean in MEANS.items()}}, dimensions=dimension,
        dimension_spread=spread, type={"now": kind}, agreement={"now": Agreement(r_star, 0.18, {})}, composition={},
        aitchison_distance=None, gap_tests=None, smallest_visible_gap=1.2, points_to_move=1.4,
        answers_to_flip={"dominance": 1},
    )  # fmt: skip


def picture(
    *, shown: Numbers | None = None, hidden: str | None = None, invited: int | None = 10,
    agreement: str | None = "somewhat", is_of_units: bool = False,
) -> UnitPicture:  # fmt: skip
    """The picture of Hjemmepleje Nord."""
    if hidden:
        return UnitPicture(str(UNIT), "Hjemmepleje Nord", None, hidden)
    return UnitPicture(
        str(UNIT), "Hjemmepleje Nord", None, None, n=8, invited=invited, codes=Codes(10, 8) if invited else None,
        numbers=shown or numbers(), reading=READING, agreement=agreement, is_of_units=is_of_units,
    )  # fmt: skip


def page(*, of: UnitPicture | None = None, lines: tuple[LineView, ...] = (), **changes: object) -> ResultPage:
    """The page around a picture."""
    shown = of or picture()
    instrument = library.load([]).instruments["culture_profile"]
    policy = load_policy()
    released = Released(
        schema="release-2", content=instrument.ref(), total=10, preferred_form="drawn", policy_version=policy.version,
        k=5, plan=None, units={str(UNIT): shown}, between={}, rollup={}, recipe={},
    )  # type: ignore[arg-type]  # fmt: skip
    facts: dict[str, object] = {
        "round_id": UNIT, "round_unit_id": UNIT, "unit_id": UNIT, "unit_name": "Hjemmepleje Nord",
        "closed_on": date(2026, 11, 23), "picture": shown, "total": 10, "preferred": "drawn", "instrument": instrument,
        "policy": policy, "released": released, "lines": lines, "is_shared": False,
        "may_share": True, "may_plan": True, "traits": (),
    }  # fmt: skip
    return ResultPage(**(facts | changes))  # type: ignore[arg-type]




def first_question() -> str:
    """The first question in English, as it stands on a page."""
    return escape(library.load([]).instruments["culture_profile"].dimensions[0].stem.en)
