"""How often each word of a result on a scale is right: teams whose truth is known, from a seed.

A person has a place on the scale, each statement its own ease, and each answer some chance, rounded to a whole step.
*Like-minded* people lie close together; *two halves* lie half the scale apart; *blind* throws a step at random for
each statement. Ranges: does *another day* hold the team's truth, and *today* all who were asked. Since last time: other
people of a team that has not moved, the same people who answer a little differently, and a team that has truly moved.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

# Threads cost more than they give on matrices of few columns; numpy reads this when it is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from numpy.typing import NDArray

from kulturspejl.core.disclosure.policy import LEAST_SD
from kulturspejl.core.instruments.base.asked import Group
from kulturspejl.core.instruments.base.since import Change, Word
from kulturspejl.core.instruments.pairs.asked import AskedPlaces
from kulturspejl.core.instruments.pairs.numbers import PairsNumbers
from kulturspejl.core.instruments.scale.agreement_word import ALIKE, VERY
from kulturspejl.core.instruments.scale.asked import AskedSteps
from kulturspejl.core.instruments.scale.form import LEAST
from kulturspejl.core.instruments.scale.numbers import ScaleNumbers
from kulturspejl.core.instruments.scale.since import SCORE

SEED = 2026
TEAMS = 1000
PEOPLE = (5, 8, 12, 30)
SIZES = ((8, 8), (8, 10), (12, 15), (30, 38))
THEN_NOW = ((8, 8), (8, 12), (12, 12), (30, 30), (100, 100))
MOVES = (0.1, 0.2)

Answers = NDArray[np.int64]
Places = NDArray[np.float64]


@dataclass(frozen=True)
class Form:
    """So many statements on steps 1 to `most`. Spreads are shares of the width: of like-minded people, of usual ones,
    of a statement's ease, and of the chance of one answer."""

    items: int
    most: int
    close: float = 0.075
    usual: float = 0.15
    ease: float = 0.1
    chance: float = 0.17

    @property
    def width(self) -> float:
        return self.most - LEAST

    def eases(self, rng: np.random.Generator) -> Places:
        """How much easier each statement is than the others: the same for everybody, and next time (items,)."""
        return rng.normal(0, self.ease, self.items) if self.items > 1 else np.zeros(1)

    def answers(self, rng: np.random.Generator, places: Places, eases: Places) -> Answers:
        """Of people at these places, as shares of the width (n,): whole steps (n, items)."""
        felt = places[:, None] + eases + rng.normal(0, self.chance, (len(places), self.items))
        return np.clip(np.rint(LEAST + self.width * felt), LEAST, self.most).astype(np.int64)


SIX_LINES = "six lines of 7"
FORMS = {
    "seven on 1 to 5": Form(7, 5), "one on 1 to 10": Form(1, 10, chance=0.05), SIX_LINES: Form(6, 7, ease=0.15),
}  # fmt: skip


def word_of(form: Form, rows: Answers) -> str | None:
    """The one word: of a scale, or of six lines."""
    return told_of_lines(rows).word if form is FORMS[SIX_LINES] else told(form, rows).word


def told_of_lines(rows: Answers, invited: int | None = None) -> PairsNumbers:
    """Six lines as they are released."""
    asked = AskedPlaces(FORMS[SIX_LINES].most)
    moments = asked.gathered({"": rows}, is_each_period_alone=False).moments({"": [""]}, LEAST_SD * asked.scale)
    (found,) = asked.told_of_all([Group(moments[""], invited)])
    return found


def told(form: Form, rows: Answers, invited: int | None = None) -> ScaleNumbers:
    """As it is released, with its floor, where spreads are told."""
    asked = AskedSteps(form.most, None)
    moments = asked.gathered({"": rows}, is_each_period_alone=False).moments({"": [""]}, LEAST_SD * asked.scale)
    (found,) = asked.told_of_all([Group(moments[""], invited)])
    return found


def like_minded(rng: np.random.Generator, form: Form, people: int) -> Answers:
    """Close together, around a place of their own."""
    return form.answers(rng, rng.normal(rng.uniform(0.35, 0.85), form.close, people), form.eases(rng))


def halves(rng: np.random.Generator, form: Form, people: int) -> Answers:
    """Every other one half the scale above the rest."""
    places = np.where(np.arange(people) % 2, 0.25, 0.75) + rng.normal(0, form.close, people)
    return form.answers(rng, places, form.eases(rng))


def usual(rng: np.random.Generator, form: Form, people: int) -> Answers:
    """Spread as people of one team as a rule are."""
    return form.answers(rng, rng.normal(rng.uniform(0.35, 0.85), form.usual, people), form.eases(rng))


def blind(rng: np.random.Generator, form: Form, people: int) -> Answers:
    """Any step, each time."""
    return rng.integers(LEAST, form.most + 1, (people, form.items))


KINDS: dict[str, Callable[[np.random.Generator, Form, int], Answers]] = {
    "like-minded": like_minded, "usual": usual, "halves": halves, "blind": blind,
}  # fmt: skip


def words(form: Form, people: int) -> dict[str, Counter[str]]:
    """How often each kind of team gets each word."""
    rng = np.random.default_rng(SEED)
    return {
        kind: Counter(str(word_of(form, make(rng, form, people))) for _ in range(TEAMS))
        for kind, make in KINDS.items()
    }


def word_line(form: Form, people: int) -> str:
    """One row of the table of words."""
    found = words(form, people)
    asked = (("like-minded", ALIKE), ("halves", VERY), ("blind", VERY), ("usual", VERY), ("halves", ALIKE))
    return " | ".join([str(people), *(f"{found[kind][word] / TEAMS:.1%}" for kind, word in asked)])


def ranges(form: Form, answered: int, invited: int) -> tuple[float, float | None]:
    """How often *another day* and *today* hold; the second None where all answered. The team beyond today is known from
    4,000 people of the same place.
    """
    rng = np.random.default_rng(SEED)
    beyond, today = [], []
    for _ in range(TEAMS):
        place, eases = rng.uniform(0.35, 0.85), form.eases(rng)
        truth = form.answers(rng, rng.normal(place, form.usual, 4000), eases).mean()
        everybody = form.answers(rng, rng.normal(place, form.usual, invited), eases)
        now = told(form, everybody[:answered], invited).now
        beyond.append(now.shown is not None and now.shown[0] <= truth <= now.shown[1])
        if now.today is not None:
            today.append(now.today[0] <= everybody.mean() <= now.today[1])
    return float(np.mean(beyond)), float(np.mean(today)) if today else None


def ranges_of_lines(answered: int, invited: int) -> tuple[float, float | None]:
    """The same of six lines: of every line of every team."""
    rng, form = np.random.default_rng(SEED), FORMS[SIX_LINES]
    beyond, today = [], []
    for _ in range(TEAMS):
        place, eases = rng.uniform(0.35, 0.85), form.eases(rng)
        truth = form.answers(rng, rng.normal(place, form.usual, 4000), eases).mean(axis=0)
        everybody = form.answers(rng, rng.normal(place, form.usual, invited), eases)
        for at, now in enumerate(told_of_lines(everybody[:answered], invited).now.values()):
            beyond.append(now.shown is not None and now.shown[0] <= truth[at] <= now.shown[1])
            if now.today is not None:
                today.append(now.today[0] <= everybody[:, at].mean() <= now.today[1])
    return float(np.mean(beyond)), float(np.mean(today)) if today else None


def alarms_of_lines(sizes: tuple[int, int]) -> float:
    """How often of a team that has not moved one or more of six lines is said to have moved by more than chance."""
    rng, form, asked = np.random.default_rng(SEED), FORMS[SIX_LINES], AskedPlaces(FORMS[SIX_LINES].most)
    said = []
    for _ in range(TEAMS):
        place, eases = rng.uniform(0.35, 0.65), form.eases(rng)
        before, after = (told_of_lines(form.answers(rng, rng.normal(place, form.usual, n), eases)) for n in sizes)
        found = asked.since(before, after, people=sizes, form_then=None)
        said.append(found is not None and any(one.word is Word.MORE for one in found.now.values()))
    return float(np.mean(said))


def range_line(form: Form, answered: int, invited: int) -> str:
    """One row of the table of ranges."""
    found = ranges_of_lines(answered, invited) if form is FORMS[SIX_LINES] else ranges(form, answered, invited)
    beyond, today = found
    return " | ".join([f"{answered} of {invited}", f"{beyond:.1%}", "–" if today is None else f"{today:.1%}"])


def changes(form: Form, sizes: tuple[int, int], how: str, move: float = 0.0) -> Iterator[Change]:
    """Two rounds of each team held together; `move` is a share of the width."""
    rng = np.random.default_rng(SEED)
    then, now = sizes
    asked = AskedSteps(form.most, None)
    for _ in range(TEAMS):
        place, eases = rng.uniform(0.35, 0.65), form.eases(rng)
        first = rng.normal(place, form.usual, max(sizes))
        second = first if how == "same" else rng.normal(place + move, form.usual, max(sizes))
        before, after = form.answers(rng, first, eases)[:then], form.answers(rng, second, eases)[:now]
        found = asked.since(told(form, before), told(form, after), people=sizes, form_then=None)
        if found is not None:
            yield found.now[SCORE]


def alarms(form: Form, sizes: tuple[int, int], how: str = "others") -> float:
    """How often a team that has not moved is said to have moved by more than chance."""
    return float(np.mean([one.word is Word.MORE for one in changes(form, sizes, how)]))


def since_line(form: Form, sizes: tuple[int, int]) -> str:
    """One row of the table of changes."""
    still = [alarms(form, sizes, how) for how in ("others", "same")]
    moved = [float(np.mean([_is_seen(one) for one in changes(form, sizes, "others", move)])) for move in MOVES]
    return " | ".join([f"{sizes[0]}, {sizes[1]}", *(f"{rate:.1%}" for rate in [*still, *moved])])


def _is_seen(change: Change) -> bool:
    return change.word is Word.MORE and change.points > 0


def main() -> None:
    """Print the tables of each form."""
    for name, form in FORMS.items():
        print(f"{name}\npeople | like-minded alike | halves very | blind very | usual very | halves alike")
        for people in PEOPLE:
            if form.items > 1 or people >= 8:
                print(word_line(form, people))
        print("answered | another day | today")
        for answered, invited in SIZES:
            print(range_line(form, answered, invited))
        if name == SIX_LINES:
            print("then, now | others: false alarms in one or more of six")
            for sizes in THEN_NOW:
                print(f"{sizes[0]}, {sizes[1]} | {alarms_of_lines(sizes):.1%}")
            continue
        print("then, now | others: false alarms | the same: false alarms | moved by 0.1, 0.2 of the width: seen")
        for sizes in THEN_NOW:
            print(since_line(form, sizes))


if __name__ == "__main__":
    main()
