"""Which pictures those above the units may open, so that subtracting two of them never gives one unit's own.

Safe to show is not the same as meant for: a unit of nine may see its own picture, and HR may not. HR that opens
a branch of four units and, inside it, a branch of three would know the fourth. So the tree condition holds here
too, counted in units and answers: what is left of a picture when those inside it are taken away is nothing at
all, or as wide as any picture for those above has to be (science.md 2.2, 2.8; domain decision 6).

Who spoke is asked of `speakers.surely_spoke`, which goes by published numbers alone: whether somebody in a hidden
unit answered is kept nowhere, and what stands open must not tell it either.
"""

from collections.abc import Collection, Mapping

from kulturspejl.core.disclosure.policy import Policy
from kulturspejl.core.disclosure.tree import Tree, published_parent, remainder_units


def open_above(tree: Tree, answers: Mapping[str, int], policy: Policy) -> frozenset[str]:
    """The units whose pictures stand open to everybody above them.

    `tree.direct` says how many units surely spoke in each published unit's remainder (`speakers.surely_spoke`), for a
    unit that said nothing hides nobody; `answers` holds the number behind each picture that is shown at all. Where a
    remainder is too narrow, the smallest picture inside it gives way.
    """
    chosen = {unit for unit in answers if _is_wide(_speakers(tree, _below(tree, unit)), answers[unit], policy)}
    while True:
        narrow = _first_narrow(tree, chosen, answers, policy)
        if narrow is None:
            return frozenset(chosen)
        above = published_parent(tree, chosen)
        inside = [unit for unit in chosen if above[unit] == narrow]
        chosen.remove(min(inside, key=lambda unit: (answers[unit], tree.parents_first.index(unit))))


def singled_out(
    tree: Tree, opened: Collection[str], shared: Collection[str], told: Collection[str] = ()
) -> frozenset[str]:
    """Where those above may open so much that one unit's own picture could follow: by the published units that head it.

    `tree` is that of `speakers.surely_spoke`: where what is left of the open pictures surely holds one speaker and no
    more, it may be one unit's own. `opened` are the wide pictures, `shared` the units' own that they let those above
    see, `told` the units whose own people stand as the rest beside their picture, for a team whose leader stands above
    others.
    """
    found: set[str] = set()
    seen = {*opened, *shared}
    for rest in remainder_units(tree, seen).values():
        found.update(_the_only(tree, rest))
    for unit in told:
        # The leader of this unit sees what is below it, its own picture, and who of that is its own people.
        rest = remainder_units(tree, {*seen.intersection(_below(tree, unit)), unit})[unit]
        found.update(_the_only(tree, [one for one in rest if one != unit]))
    return frozenset(found.difference(shared))


def _the_only(tree: Tree, units: Collection[str]) -> list[str]:
    return [unit for unit in units if tree.direct.get(unit, 0)] if _speakers(tree, units) == 1 else []


def _first_narrow(tree: Tree, chosen: set[str], answers: Mapping[str, int], policy: Policy) -> str | None:
    above = published_parent(tree, chosen)
    for unit, rest in remainder_units(tree, chosen).items():
        left = answers[unit] - sum(answers[one] for one in chosen if above[one] == unit)
        if left and not _is_wide(_speakers(tree, rest), left, policy):
            return unit
    return None


def _is_wide(speakers: int, answers: int, policy: Policy) -> bool:
    return speakers >= policy.above_units and answers >= policy.above_answers


def _speakers(tree: Tree, units: Collection[str]) -> int:
    return sum(tree.direct.get(unit, 0) for unit in units)


def _below(tree: Tree, unit: str) -> list[str]:
    """The unit and everything below it."""
    found, waiting = [], [unit]
    while waiting:
        found.append(waiting.pop())
        waiting.extend(tree.children[found[-1]])
    return found


def rest_stands(
    tree: Tree, unit: str, numbers: Mapping[str, int], opened: Collection[str], policy: Policy
) -> bool:
    """Whether the rest of a unit's picture, where it is the unit's own people, may stand beside it, for its team.

    Subtraction gives all the others below, so those have to be wide, also without the wide pictures `opened` among
    them. `tree` is that of `speakers.surely_spoke`; `numbers` holds the answers behind each opened picture, `unit`
    itself, and "" for the rest. For those above the rest never stands: it is no picture of theirs.
    """
    below = _below(tree, unit)
    inside = [one for one in opened if one != unit and one in below]
    covered = {member for one in inside for member in _below(tree, one)}
    others = _speakers(tree, [one for one in below if one != unit and one not in covered])
    above = published_parent(tree, inside)
    left = numbers[unit] - numbers[""] - sum(numbers[one] for one in inside if above[one] is None)
    return not left or _is_wide(others, left, policy)
