"""How often "since last time" is right: teams of which it is known whether they have moved, from a seed.

Ten points in six questions; within a team people spread by about 1.3 points a score. Each line has two sizes, then and
now. *Others*: the people of the second round are other people of the same team (unlinked, unchanged). *The same*: they
are the same people, each of whom answers a little differently. *Moved*: other people, of a team in which one culture
has grown by so many of 60 at the expense of the three others.
"""

import os
from collections.abc import Iterator

# Threads cost more than they give on matrices of four columns; numpy reads this when it is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

from kulturspejl.core.disclosure.policy import LEAST_SD
from kulturspejl.core.instruments.allocation.asked import AskedPoints
from kulturspejl.core.instruments.allocation.counting import moments_of
from kulturspejl.core.instruments.allocation.numbers import LETTERS, Numbers
from kulturspejl.core.instruments.allocation.respondents import Points, usable
from kulturspejl.core.instruments.base.asked import Group
from kulturspejl.core.instruments.base.since import Changes, Word

SEED = 2026
TEAMS = 1000
TOTAL = 10
SIZES = ((5, 5), (8, 8), (5, 12), (12, 12), (30, 30), (12, 100), (100, 100))
MOVES = (6, 12)
USUAL = np.array([6.0, 4.0, 4.4, 5.6])
_ASKED = AskedPoints(TOTAL, None)


def people(rng: np.random.Generator, truth: Points, many: int) -> Points:
    """Each person's own shares of the four, (many, 4)."""
    return rng.dirichlet(truth * 9, size=many)


def answers(rng: np.random.Generator, shares: Points) -> Points:
    """What they answer: whole points, (n, 24)."""
    return rng.multinomial(TOTAL, np.repeat(shares, 6, axis=0)).reshape(len(shares), 24).astype(np.float64)


def told(teams: list[Points]) -> list[Numbers]:
    """As they are released, with their floor."""
    return _ASKED.told_of_all([Group(moments_of(usable(rows, TOTAL, None), LEAST_SD * TOTAL), None) for rows in teams])


def held(rng: np.random.Generator, sizes: tuple[int, int], how: str, move: int = 0) -> Iterator[tuple[Changes, Points]]:
    """Two rounds of each team held together, and by how much the four truly differ, in mean points (4,)."""
    then, now = sizes
    before, after, truths = [], [], []
    for _ in range(TEAMS):
        truth = rng.dirichlet(USUAL)
        later = grown(truth, move / 6 / TOTAL)
        first = people(rng, truth, max(then, now))
        second = first[:now] if how == "same" else people(rng, later, now)
        before.append(answers(rng, first[:then]))
        after.append(answers(rng, second))
        truths.append(TOTAL * (later - truth))
    for was, is_now, truth in zip(told(before), told(after), truths, strict=True):
        found = _ASKED.since(was, is_now, people=sizes, form_then=None)
        if found is not None:
            yield found, truth


def grown(truth: Points, share: float) -> Points:
    """The first of the four has so much more of the whole, the others less in proportion."""
    others = 1 - truth[0]
    later = truth * (1 - share / others)
    later[0] = truth[0] + share
    return np.clip(later, 0.01, None) / np.clip(later, 0.01, None).sum()


def rates(sizes: tuple[int, int], how: str, move: int = 0) -> tuple[float, float, float]:
    """Of all teams: one or more called more than chance; the culture that grew among them; all four ranges hold."""
    alarms, seen, held_true = [], [], []
    for found, truth in held(np.random.default_rng(SEED), sizes, how, move):
        alarms.append(any(one.word is Word.MORE for one in found.now.values()))
        seen.append(found.now["A"].word is Word.MORE and found.now["A"].points > 0)
        ranges = [found.now[letter].welch for letter in LETTERS]
        held_true.append(all(low <= d <= high for (low, high), d in zip(ranges, truth, strict=True)))
    return float(np.mean(alarms)), float(np.mean(seen)), float(np.mean(held_true))


def line(sizes: tuple[int, int]) -> str:
    """One row of the table in the documents."""
    alarms, _, ranges = rates(sizes, "others")
    same, _, _ = rates(sizes, "same")
    seen = [rates(sizes, "others", move)[1] for move in MOVES]
    cells = (f"{share:.1%}" for share in (alarms, same, ranges, *seen))
    return " | ".join([f"{sizes[0]}, {sizes[1]}", *cells])


def main() -> None:
    """Print the table."""
    moved = " | ".join(f"moved by {move}: seen" for move in MOVES)
    print(f"then, now | others: false alarms | the same: false alarms | all four ranges hold | {moved}")
    for sizes in SIZES:
        print(line(sizes))


if __name__ == "__main__":
    main()
