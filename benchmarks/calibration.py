"""How often each claim of a result is right: teams whose truth is known, ten points in six questions, from a seed.

Teams differ a lot or a little; within a team people spread by about 1.2 to 1.4 points a score; silence is by chance.
"Most" and "perhaps most" speak of all who were asked, the wish and *another day* of the team beyond today. Teams that
wish for what they have tell how often a wish is named all the same. How alike: like-minded teams, two camps, blind
throwing.
"""

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

# Threads cost more than they give on matrices of four columns; numpy reads this when it is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from numpy.typing import NDArray

from kulturspejl.core.disclosure.policy import LEAST_SD
from kulturspejl.core.instruments.allocation.camps import camps
from kulturspejl.core.instruments.allocation.counting import moments_of
from kulturspejl.core.instruments.allocation.form import LETTERS
from kulturspejl.core.instruments.allocation.numbers import Numbers
from kulturspejl.core.instruments.allocation.reading import Team, what_is_first, what_is_wished
from kulturspejl.core.instruments.allocation.respondents import Points, usable
from kulturspejl.core.instruments.allocation.told import told, word_of

SEED = 2026
TEAMS = 1000
TOTAL = 10
USUAL = np.array([0.3, 0.2, 0.22, 0.28])
DIFFERENT = {"much": 20, "little": 40}
SIZES = ((5, 5), (5, 7), (8, 8), (8, 10), (12, 15), (30, 38))
WITHIN = 9
LIKE_MINDED = 80
CAMPS = ((0.62, 0.1, 0.12, 0.16), (0.16, 0.12, 0.1, 0.62))


@dataclass(frozen=True)
class Known:
    """What is told of a team; the truth beyond today, and what all who were asked would have said today (4,) each."""

    numbers: Numbers
    team: Team
    now: Points
    wished: Points
    today: Points


def teams(rng: np.random.Generator, alike: int, answered: int, invited: int, moved: float) -> Iterator[Known]:
    """`moved`: how far the wish is from what is, as a share of the way to another culture."""
    for _ in range(TEAMS):
        now = rng.dirichlet(USUAL * alike)
        wished = (1 - moved) * now + moved * rng.dirichlet(USUAL * alike)
        rows = np.array([_person(rng, now, wished) for _ in range(invited)], dtype=np.float64)
        moments = moments_of(usable(rows[:answered], TOTAL, "drawn"), LEAST_SD * TOTAL)
        found = told(moments, invited=invited, total=TOTAL)
        today = rows[:, :24].reshape(invited, 6, 4).mean(axis=(0, 1))
        yield Known(found, Team(answered, invited, TOTAL), TOTAL * now, TOTAL * wished, today)


def _person(rng: np.random.Generator, now: Points, wished: Points) -> NDArray[np.int64]:
    """One person's own place in the team: the same way from both of its truths."""
    own = rng.dirichlet(now * WITHIN)
    wish = np.maximum(own + wished - now, 0.01)
    return np.concatenate([rng.multinomial(TOTAL, own, size=6).ravel(), rng.multinomial(6 * TOTAL, wish / wish.sum())])


@dataclass(frozen=True)
class Claims:
    """Of TEAMS teams: how many results said each claim, how many of those rightly, how many named a wish where nothing
    is wished for, and how often the ranges hold; `today` None where all answered.
    """

    said: Counter[str]
    right: Counter[str]
    false: float
    beyond: float
    today: float | None


def claims(name: str, answered: int, invited: int) -> Claims:
    """Of teams of this size that differ much or little."""
    said, right = Counter[str](), Counter[str]()
    beyond, today = [], []
    for one in teams(np.random.default_rng(SEED), DIFFERENT[name], answered, invited, 0.5):
        first, wish = what_is_first(one.numbers, one.team), what_is_wished(one.numbers, one.team)
        if first is not None:
            said[first.key] += 1
            right[first.key] += first.culture == LETTERS[int(np.argmax(one.today))]
        if wish is not None:
            step = (one.wished - one.now)[LETTERS.index(wish.culture)]
            said["wish"] += 1
            right["wish"] += (step > 0) == (wish.key == "wish_more")
        for at, letter in enumerate(LETTERS):
            estimate = one.numbers.now[letter]
            beyond.append(estimate.t is not None and estimate.t[0] <= one.now[at] <= estimate.t[1])
            if estimate.today is not None:
                today.append(estimate.today[0] <= one.today[at] <= estimate.today[1])
    still = teams(np.random.default_rng(SEED + 1), DIFFERENT[name], answered, invited, 0.0)
    false = sum(what_is_wished(one.numbers, one.team) is not None for one in still) / TEAMS
    return Claims(said, right, false, float(np.mean(beyond)), float(np.mean(today)) if today else None)


def line(name: str, answered: int, invited: int) -> str:
    """One row of the table of claims."""
    found = claims(name, answered, invited)
    cells = [name, f"{answered} of {invited}"]
    cells += [_rate(found.said[key], found.right[key]) for key in ("most", "maybe_most")]
    cells += [f"{found.said['none_most'] / TEAMS:.0%}", _rate(found.said["wish"], found.right["wish"])]
    today = "–" if found.today is None else f"{found.today:.1%}"
    return " | ".join([*cells, f"{found.false:.1%}", f"{found.beyond:.1%}", today])


def _rate(said: int, right: int) -> str:
    return f"{said / TEAMS:.0%}: {right / said:.0%}" if said else "0 %"


def alike(people: int) -> dict[str, Counter[str]]:
    """How often like-minded teams, teams of two strong camps and blind throwing get each word, and camps are told."""
    rng = np.random.default_rng(SEED)
    words: dict[str, Counter[str]] = {kind: Counter() for kind in ("like-minded", "camps", "blind")}
    for kind, found in words.items():
        for _ in range(TEAMS):
            rows = np.array([_seen(rng, kind, at) for at in range(people)], dtype=np.float64)
            group = usable(rows, TOTAL, None)
            word = word_of(told(moments_of(group, LEAST_SD * TOTAL), invited=people, total=TOTAL), TOTAL)
            found[word or ""] += 1
            found["camps told"] += people >= 8 and camps(group.now_scores, TOTAL) is not None
    return words


def alike_line(people: int) -> str:
    """One row of the table of words."""
    words = alike(people)
    cells = [str(people), f"{words['like-minded']['alike'] / TEAMS:.0%}", f"{words['camps']['very'] / TEAMS:.0%}"]
    cells += [f"{words['blind']['very'] / TEAMS:.0%}"]
    return " | ".join([*cells, *(f"{words[kind]['camps told'] / TEAMS:.0%}" for kind in ("like-minded", "camps"))])


def _seen(rng: np.random.Generator, kind: str, at: int) -> NDArray[np.int64]:
    if kind == "blind":
        cuts = np.sort(rng.permuted(np.tile(np.arange(TOTAL + 3), (6, 1)), axis=1)[:, :3], axis=1)
        ends = np.hstack([np.full((6, 1), -1), cuts, np.full((6, 1), TOTAL + 3)])
        return np.asarray((np.diff(ends, axis=1) - 1).ravel())
    if kind == "like-minded":
        return rng.multinomial(TOTAL, rng.dirichlet(USUAL * LIKE_MINDED), size=6).ravel()
    centre = CAMPS[at % 2]
    return rng.multinomial(TOTAL, rng.dirichlet(np.array(centre) * LIKE_MINDED), size=6).ravel()


def main() -> None:
    """Print both tables."""
    print("differ | answered | most: right | perhaps: right | none | wish: right | false wish | another day | today")
    for name in DIFFERENT:
        for answered, invited in SIZES:
            print(line(name, answered, invited))
    print("people | like-minded alike | two camps very | blind very | camps: like-minded | camps: two camps")
    for people in (5, 8, 12, 30):
        print(alike_line(people))


if __name__ == "__main__":
    main()
