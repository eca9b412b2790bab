"""Every way in which people can choose among places."""

from collections.abc import Iterator


def all_counts(places: int, chosen: int, people: int) -> Iterator[tuple[int, ...]]:
    """How many have each of `places`, where `people` have `chosen` among them all, each a place once."""
    if places == 0:
        yield from [()] if chosen == 0 else []
        return
    for count in range(min(people, chosen) + 1):
        for rest in all_counts(places - 1, chosen - count, people):
            yield (count, *rest)
