"""T15: every number of one team, everything exact, in CPU milliseconds; aim at most 20 ms for eight people.

Sizes and forms take turns in one run; medians. "First" is a fresh process's first team after the libraries are
loaded, when what all teams of one size share is made. A yardstick runs in the same turns: scipy's own
bootstrap of one mean of eight people with 6,435 resamples.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial

# Threads cost more than they give on matrices of four columns; numpy reads this when it is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
import scipy.special
import scipy.stats

from kulturspejl.core.instruments.allocation.describe import describe
from kulturspejl.core.instruments.allocation.respondents import DRAWN, IN_DIMENSIONS, Respondents, usable

AIM_MS = 20
TURNS = 30
FRESH = 5
TEAMS = [
    (8, DRAWN),
    (8, IN_DIMENSIONS),
    (5, DRAWN),
    (10, IN_DIMENSIONS),
    (16, IN_DIMENSIONS),
    (60, DRAWN),
    (500, DRAWN),
]


def team(people: int, form: str, seed: int) -> Respondents:
    """So many people who answer everything, ten points a dimension."""
    blocks = np.random.default_rng(seed).multinomial(10, [0.31, 0.22, 0.27, 0.2], size=(people, 12))
    now, wish = blocks[:, :6].reshape(people, 24), blocks[:, 6:]
    return usable(np.hstack([now, wish.sum(axis=1) if form == DRAWN else wish.reshape(people, 24)]), 10, form)


def cpu_ms(call: Callable[[], object]) -> float:
    """CPU milliseconds of one call in this process."""
    began = time.process_time_ns()
    call()
    return (time.process_time_ns() - began) / 1e6


def first(people: int, form: str) -> float:
    """The first team of a fresh process."""
    code = (
        "from benchmarks.statistics import cpu_ms, describe, team\n"
        f"group = team({people}, {form!r}, 1)\n"
        f"print(cpu_ms(lambda: describe(group, invited={people + 2}, total=10)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return float(done.stdout)


def yardstick(seed: int) -> None:
    """One number of one team by scipy's bootstrap."""
    scores = team(8, DRAWN, seed).now_scores[:, 0]
    scipy.stats.bootstrap((scores,), np.mean, n_resamples=6_435, method="percentile")


def main() -> int:
    """Print a table; 1 where the aim is missed."""
    taken: dict[object, list[float]] = {}
    for turn in range(TURNS):
        for people, form in TEAMS:
            group, invited = team(people, form, turn), people + 2
            once = cpu_ms(partial(describe, group, invited=invited, total=10))
            taken.setdefault((people, form), []).append(once)
        taken.setdefault("yardstick", []).append(cpu_ms(partial(yardstick, turn)))
    print("CPU ms          median     max   first of a fresh process")
    for people, form in TEAMS:
        spent = taken[people, form]
        fresh = np.median([first(people, form) for _ in range(FRESH)])
        print(f"{people:4} {form:10} {np.median(spent):6.1f}  {max(spent):6.1f}  {fresh:6.1f}")
    print(f"scipy bootstrap {np.median(taken['yardstick']):6.1f}    (one mean of eight people)")
    reached = np.median(taken[8, IN_DIMENSIONS])
    print(f"T15: {reached:.1f} ms of at most {AIM_MS}: {'reached' if reached <= AIM_MS else 'missed'}")
    return int(reached > AIM_MS)


if __name__ == "__main__":
    sys.exit(main())
