"""Who sits with whom: pairs and groups of nearly the same size, the same workplace kept apart; or kept together."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

Groups = tuple[tuple[str, ...], ...]
PAIR = 2
LEAST = 3
"""A group of two is a pair that has nobody to listen; only two people in all make one."""


@dataclass(frozen=True)
class Person:
    """Somebody to place; `workplace` may be empty, and then it is nobody else's. `group` is the mark of those whom
    they come to a course with, "" for somebody who came by the code alone."""

    id: str
    workplace: str = ""
    group: str = ""


def number_of_groups(people: int, size: int) -> int:
    """How many groups `people` make when `size` are wanted in each: a remainder makes threes or fives, never twos.

    26 by four are seven (5 × 4 + 2 × 3); five by four are one; seven in twos are three, one of them of three.
    Raises ValueError where `size` is under two.
    """
    if size < PAIR:
        raise ValueError("a group has at least two people")
    if size == PAIR:
        return max(1, people // PAIR)
    wanted = max(1, -(-people // size))
    return wanted if wanted == 1 or people // wanted >= LEAST else wanted - 1


def sizes(people: int, size: int) -> tuple[int, ...]:
    """The sizes of those groups, largest first; () where nobody is there."""
    count = number_of_groups(people, size)
    return tuple(
        sorted((len(range(start, people, count)) for start in range(count) if start < people), reverse=True)
    )


def divide(people: Sequence[Person], size: int, order: Sequence[int]) -> Groups:
    """Groups of about `size`; `order` (a permutation of the places in `people`) is the chance in it.

    Each workplace is dealt out one after the other, so that no group gets two of it while another has none.
    """
    if not people:
        return ()
    mixed = [people[place] for place in order]
    of = places_of(mixed)
    met = {of[person.id]: place for place, person in reversed(list(enumerate(mixed)))}
    many = Counter(of.values())
    dealt = sorted(mixed, key=lambda person: (-many[of[person.id]], met[of[person.id]]))
    count = number_of_groups(len(people), size)
    return tuple(tuple(person.id for person in dealt[start::count]) for start in range(count))


def together(people: Sequence[Person]) -> Groups:
    """Those of one workplace in one group, in the order of `people`; who named none sits alone."""
    found: dict[str, list[str]] = {}
    for id, place in places_of(people).items():
        found.setdefault(place, []).append(id)
    return tuple(map(tuple, found.values()))


def places_of(people: Sequence[Person]) -> dict[str, str]:
    """{person: where they belong}. Those of one group of a course belong together, whatever they call their workplace,
    and two groups stay two where they call it alike. Who came by the code alone belongs to the one group that calls its
    workplace so; where none or several do, to those who wrote the same and came by the code as well."""
    called: dict[str, set[str]] = {}
    for one in people:
        if one.group:
            called.setdefault(_workplace(one), set()).add(one.group)
    return {one.id: _place(one, called) for one in people}


def _place(person: Person, called: Mapping[str, Collection[str]]) -> str:
    groups = {person.group} if person.group else called.get(_workplace(person), ())
    return f"\0group {next(iter(groups))}" if len(groups) == 1 else _workplace(person)


def place_beside(groups: Groups, person: str, others: Collection[str]) -> Groups:
    """`groups` with somebody who came later: with those of their workplace, else in a group of their own."""
    if any(person in group for group in groups):
        return groups
    known = next((index for index, group in enumerate(groups) if set(group) & set(others)), None)
    return (*groups, (person,)) if known is None else _replaced(groups, known, (*groups[known], person))


def count_off(people: Sequence[str], said: Mapping[str, int], count: int) -> Groups:
    """Groups by the number (1 to `count`) that each has said aloud; who has said none goes to the smallest."""
    groups: list[list[str]] = [
        [one for one in people if said.get(one) == number] for number in range(1, count + 1)
    ]
    for one in people:
        if said.get(one, 0) not in range(1, count + 1):
            min(groups, key=len).append(one)
    return tuple(map(tuple, groups))


def place_late(groups: Groups, person: str, size: int) -> Groups:
    """`groups` with somebody who came later: beside a third one who waits for a partner, else in the smallest."""
    if not groups or any(person in group for group in groups):
        return groups or ((person,),)
    if size == PAIR:
        return _pair_late(groups, person)
    smallest = min(range(len(groups)), key=lambda index: len(groups[index]))
    return _replaced(groups, smallest, (*groups[smallest], person))


def move(groups: Groups, person: str, to: int) -> Groups:
    """`groups` with `person` in group `to` (0-based; one after the last makes a new one). Raises IndexError."""
    if not 0 <= to <= len(groups):
        raise IndexError("there is no such group")
    rest = without(groups, person)
    return (*rest, (person,)) if to == len(rest) else _replaced(rest, to, (*rest[to], person))


def without(groups: Groups, person: str) -> Groups:
    """`groups` after somebody has left; an empty group keeps its number."""
    return tuple(tuple(one for one in group if one != person) for group in groups)


def group_of(groups: Groups, person: str) -> int | None:
    """The place (0-based) of the group that `person` is in."""
    return next((index for index, group in enumerate(groups) if person in group), None)


def places(groups: Groups) -> dict[str, int]:
    """The same for everybody who sits somewhere, found once for all of them."""
    return {person: index for index, group in reversed(list(enumerate(groups))) for person in group}


def _pair_late(groups: Groups, person: str) -> Groups:
    single = next((index for index, group in enumerate(groups) if len(group) < PAIR), None)
    if single is not None:
        return _replaced(groups, single, (*groups[single], person))
    trio = next((index for index, group in enumerate(groups) if len(group) > PAIR), None)
    if trio is not None:
        return (*_replaced(groups, trio, groups[trio][:-1]), (groups[trio][-1], person))
    return _replaced(groups, 0, (*groups[0], person))


def _replaced(groups: Groups, index: int, group: tuple[str, ...]) -> Groups:
    return (*groups[:index], group, *groups[index + 1 :])


def of_one_place(person: Person, others: Sequence[Person]) -> tuple[str, ...]:
    """Those of the others who belong where this person does; () for somebody of no group who wrote no workplace."""
    of = places_of([*others, person])
    return tuple(other.id for other in others if of[other.id] == of[person.id])


def _workplace(person: Person) -> str:
    return " ".join(person.workplace.split()).casefold() or f"\0{person.id}"
