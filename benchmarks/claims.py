"""How often each claim of a result is right, beside how often it says so: counted, kept, and set into the documents.

`python -m benchmarks.claims` counts anew (some 5 minutes of CPU), keeps docs/pictures/claims.json, and sets table,
sentence and picture of docs/en/measurements.md and its twin from it; with `--set` it sets them from what is kept.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict

from benchmarks import claims_set
from kulturspejl.core.instruments.scale.agreement_word import ALIKE, VERY

KEPT = Path(__file__).resolve().parent.parent / "docs" / "pictures" / "claims.json"


class Rate(TypedDict):
    """One claim of one kind of answers at one size: `right` of those that said it, `said` of all teams."""

    of: str
    claim: str
    size: str
    said: float
    right: float


def counted() -> Iterator[Rate]:
    """All of them, from the seeds of the three simulations."""
    yield from _of_points()
    yield from _of_points_since()
    yield from _of_scales()


def _of_points() -> Iterator[Rate]:
    from benchmarks import calibration as points

    for name in points.DIFFERENT:
        for answered, invited in points.SIZES:
            found, size = points.claims(name, answered, invited), f"{answered}/{invited} {name}"
            for claim in ("most", "maybe_most", "wish"):
                if found.said[claim] >= 10:
                    yield _rate("points", claim, size, found.right[claim] / found.said[claim],
                                found.said[claim] / points.TEAMS)  # fmt: skip
            yield _rate("points", "no_wish", size, 1 - found.false)
            yield _rate("points", "another_day", size, found.beyond)
            if found.today is not None:
                yield _rate("points", "today", size, found.today)
    for people in (5, 8, 12, 30):
        words = points.alike(people)
        kinds = ("alike", "like-minded", "alike"), ("very", "camps", "very"), ("blind", "blind", "very")
        for claim, kind, word in kinds:
            yield _rate("points", claim, str(people), words[kind][word] / points.TEAMS)
        if people >= 8:
            yield _rate("points", "camps", str(people), words["camps"]["camps told"] / points.TEAMS)
            yield _rate("points", "no_camps", str(people), 1 - words["like-minded"]["camps told"] / points.TEAMS)


def _of_points_since() -> Iterator[Rate]:
    from benchmarks import since

    for then, now in since.SIZES:
        yield _rate("points", "since", f"{then}, {now}", 1 - since.rates((then, now), "others")[0])


def _of_scales() -> Iterator[Rate]:
    from benchmarks import calibration_scale as scale

    for name, form in scale.FORMS.items():
        for people in scale.PEOPLE:
            if form.items > 1 or people >= 8:
                words = scale.words(form, people)
                very = ("very", "halves", VERY), ("blind", "blind", VERY)
                for claim, kind, word in (("alike", "like-minded", ALIKE), *very):
                    yield _rate(name, claim, str(people), words[kind][word] / scale.TEAMS)
        is_lines = name == scale.SIX_LINES
        for answered, invited in scale.SIZES:
            held = scale.ranges_of_lines(answered, invited) if is_lines else scale.ranges(form, answered, invited)
            beyond, today = held
            yield _rate(name, "another_day", f"{answered}/{invited}", beyond)
            if today is not None:
                yield _rate(name, "today", f"{answered}/{invited}", today)
        for sizes in scale.THEN_NOW:
            alarms = scale.alarms_of_lines(sizes) if is_lines else scale.alarms(form, sizes)
            yield _rate(name, "since", f"{sizes[0]}, {sizes[1]}", 1 - alarms)


def _rate(of: str, claim: str, size: str, right: float, said: float = 1.0) -> Rate:
    return {"of": of, "claim": claim, "size": size, "said": round(said, 3), "right": round(right, 4)}


def main() -> int:
    """Count unless told to set alone, then set; 1 where a claim falls short of what it says."""
    if "--set" not in sys.argv[1:]:
        rows = ",\n".join(json.dumps(one) for one in counted())
        KEPT.write_text(f"[\n{rows}\n]\n", encoding="utf-8")
    rates: list[Rate] = json.loads(KEPT.read_text(encoding="utf-8"))
    claims_set.set_all(rates)
    return 1 if claims_set.short(rates) else 0


if __name__ == "__main__":
    sys.exit(main())
