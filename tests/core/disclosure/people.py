"""Invented answers for tests: whole numbers that add up."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from kulturspejl.core.content.ref import ContentRef
from kulturspejl.core.disclosure.policy import Policy
from kulturspejl.core.disclosure.release import Place, make_release
from kulturspejl.core.disclosure.released import Codes, Released
from kulturspejl.core.instruments.allocation.asked import AskedPoints
from kulturspejl.core.instruments.allocation.numbers import LETTERS
from kulturspejl.core.instruments.allocation.reading import TEMPLATES, ReadingTexts
from kulturspejl.core.text import Text
from kulturspejl.library.policies import load_policy

Rows = NDArray[np.float64]
CONTENT = ContentRef("culture_profile", "1", Text("Kulturprofil", "Culture profile"), Text("Kilde", "Source"))
READING = ReadingTexts(
    {key: Text(key, key) for key in TEMPLATES}, {letter: Text(letter, letter) for letter in LETTERS}
)


def answers(people: int, seed: int = 1, form: str | None = "drawn", total: int = 10) -> Rows:
    """`people` complete rows of the form, from a seed."""
    rng = np.random.default_rng(seed)
    blocks = rng.multinomial(total, [0.35, 0.2, 0.15, 0.3], size=(people, 12)).astype(float)
    now = blocks[:, :6].reshape(people, 24)
    if form is None:
        return now
    wish = blocks[:, 6:].sum(axis=1) if form == "drawn" else blocks[:, 6:].reshape(people, 24)
    return np.hstack([now, wish])


def release(
    counts: Mapping[str, int],
    *,
    parent: Mapping[str, str | None] | None = None,
    invited: Mapping[str, int | None] | None = None,
    given: Mapping[str, Rows] | None = None,
    form: str | None = "drawn",
    policy: Policy | None = None,
    seed: int = 1,
) -> Released:
    """A release of so many answers by unit; two more than answered are invited where nothing else is said."""
    tree = parent or dict.fromkeys(counts, None)
    asked = invited or {unit: counts.get(unit, 0) + 2 for unit in tree}
    rows = given or {unit: answers(n, seed + place, form) for place, (unit, n) in enumerate(counts.items())}
    return make_release(
        places=[
            Place(unit, unit.upper(), above, asked[unit], Codes(asked[unit] or 0, counts.get(unit, 0)))
            for unit, above in tree.items()
        ],
        answers=rows,
        content=CONTENT,
        asked=AskedPoints(10, form, READING),
        policy=policy or load_policy(),
    )
