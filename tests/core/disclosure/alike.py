"""Teams that agree: all the same, or nearly, around the same means in every dimension."""

import numpy as np

from tests.core.disclosure.people import Rows

BASE = (32, 28, 18, 22)
TOTAL = 100
"""Of a hundred points, so that whole answers can lie closer together than the floor of 7."""
WIDE = 12


def equal_team(people: int, form: str | None = "drawn") -> Rows:
    """`people` who all give the same."""
    now = np.tile(BASE, 6)
    wish = {None: [], "drawn": [150, 210, 120, 120], "dimensions": [25, 35, 20, 20] * 6}[form]
    return np.tile(np.array([*now, *wish], dtype=float), (people, 1))


def apart(people: int, seed: int, most: int, form: str | None = "drawn") -> Rows:
    """The same means in every dimension and letter, each person up to `most` points from them."""
    rng = np.random.default_rng(seed)
    moved = equal_team(people, form)
    for at in range(0, moved.shape[1], 4):
        reach = 6 * most if form == "drawn" and at == 24 else most
        for one, other in rng.permutation(people)[: people // 2 * 2].reshape(-1, 2):
            ways = reach * rng.permuted(rng.choice([[1, -1, 0, 0], [1, 1, -1, -1], [2, -1, -1, 0]]) / 2)
            step = np.trunc(ways) - np.array([np.trunc(ways).sum(), 0, 0, 0])
            moved[one, at : at + 4] += step
            moved[other, at : at + 4] -= step
    return moved


def spreads(rows: Rows) -> list[float]:
    """The standard deviation of everything that is told: single dimensions, scores, wish and gap."""
    now = rows[:, :24].reshape(len(rows), 6, 4)
    found = [*now.std(axis=0, ddof=1).ravel(), *now.mean(axis=1).std(axis=0, ddof=1)]
    if rows.shape[1] > 24:
        wish = rows[:, 24:].reshape(len(rows), -1, 4)
        scores = wish.mean(axis=1) if wish.shape[1] == 6 else wish[:, 0] / 6
        found += [*scores.std(axis=0, ddof=1), *(scores - now.mean(axis=1)).std(axis=0, ddof=1)]
        found += [*wish.std(axis=0, ddof=1).ravel()] if wish.shape[1] == 6 else []
    return found
