"""How often what a result says is right: teams whose true culture is known, ten points in six questions, from a seed.

Teams differ a lot or a little; within a team people spread by about 1.2 to 1.4 points a score. Silence is by chance.
For each size: of all results the share in each band of the chance said, the mean chance said and how often it was
right; and how often each interval held what it speaks of.
"""

import os
from collections.abc import Iterator

# Threads cost more than they give on matrices of four columns; numpy reads this when it is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

from kulturspejl.core.disclosure.policy import LEAST_SD
from kulturspejl.core.instruments.allocation.counting import moments_of
from kulturspejl.core.instruments.allocation.numbers import LETTERS, Numbers
from kulturspejl.core.instruments.allocation.respondents import Points, usable
from kulturspejl.core.instruments.allocation.told import told

SEED = 2026
TEAMS = 1000
TOTAL = 10
USUAL = np.array([0.3, 0.2, 0.22, 0.28])
DIFFERENT = {"much": 20, "little": 40}
SIZES = ((5, 7), (8, 10), (12, 15), (30, 38))
BANDS = ((0.0, 0.6), (0.6, 0.8), (0.8, 1.0))


def teams(
    rng: np.random.Generator, alike: int, answered: int, invited: int
) -> Iterator[tuple[Numbers, Points, Points]]:
    """What is told of each team; the truth beyond today, and what all invited would have said today (4,) each."""
    for _ in range(TEAMS):
        truth = rng.dirichlet(USUAL * alike)
        people = rng.dirichlet(truth * 9, size=invited)
        rows = np.array([rng.multinomial(TOTAL, one, size=6).ravel() for one in people], dtype=np.float64)
        moments = moments_of(usable(rows[:answered], TOTAL, None), LEAST_SD * TOTAL)
        yield told(moments, invited=invited, total=TOTAL), TOTAL * truth, rows.reshape(-1, 4).mean(axis=0)


def line(name: str, alike: int, answered: int, invited: int) -> str:
    """One row of the table in the documents."""
    said, right, beyond, today = [], [], [], []
    for numbers, truth, all_of_them in teams(np.random.default_rng(SEED), alike, answered, invited):
        chances = numbers.type["now"].probability or {}
        first = max(LETTERS, key=chances.__getitem__)
        said.append(chances[first])
        right.append(first == LETTERS[int(np.argmax(truth))])
        for at, letter in enumerate(LETTERS):
            one = numbers.now[letter]
            beyond.append(one.t is not None and one.t[0] <= truth[at] <= one.t[1])
            today.append(one.today is not None and one.today[0] <= all_of_them[at] <= one.today[1])
    chance, true = np.array(said), np.array(right)
    cells = [name, f"{answered} of {invited}"]
    for low, high in BANDS:
        there = (chance >= low) & (chance < high)
        cells.append(f"{there.mean():.0%}: {chance[there].mean():.0%} / {true[there].mean():.0%}")
    return " | ".join([*cells, f"{np.mean(beyond):.1%}", f"{np.mean(today):.1%}"])


def main() -> None:
    """Print the table."""
    print("teams differ | answered | under 60 | 60 to 79 | from 80 | beyond today | today")
    for name, alike in DIFFERENT.items():
        for answered, invited in SIZES:
            print(line(name, alike, answered, invited))


if __name__ == "__main__":
    main()
