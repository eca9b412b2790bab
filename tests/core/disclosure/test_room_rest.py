"""What each has one of: whoever knows the rule works out no count of one or two."""

from collections import defaultdict

import pytest

from kulturspejl.core.disclosure.room.together import apart_and_rest
from tests.core.disclosure.all_counts import all_counts


def told(*counts: int) -> tuple[dict[int, int], int] | None:
    return apart_and_rest(dict(enumerate(counts)))


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ((5, 3, 0), ({0: 5, 1: 3, 2: 0}, 0)),
        ((9, 4, 2, 1), ({0: 9, 1: 4}, 3)),
        ((9, 5, 2, 0), ({0: 9}, 7)),  # two people would be alone: the next goes along
        ((6, 3, 3, 2), ({0: 6}, 8)),  # and all that are as many
        ((4, 2, 2), ({0: 4}, 4)),  # may be three and one as well
        ((5, 3, 2, 2), ({0: 5}, 7)),  # four people could only be two and two
        ((4, 2, 2, 2), None),  # six people could only be three times two
        ((3, 3, 2), None),
        ((8, 1), None),
        ((), None),
    ],
)
def test_the_rest_is_three_or_more_and_can_be_shared_in_several_ways(counts, shown):
    assert told(*counts) == shown


@pytest.mark.parametrize(("places", "people"), [(2, 8), (3, 8), (3, 12), (4, 8), (4, 9), (5, 10), (6, 12)])
def test_no_count_of_one_or_two_follows(places, people):
    behind = defaultdict(list)
    for counts in all_counts(places, people, people):
        shown = told(*counts)
        behind[None if shown is None else (tuple(sorted(shown[0].items())), shown[1])].append(counts)
    for shown, possible in behind.items():
        for place in range(places):
            found = {counts[place] for counts in possible}
            assert len(found) > 1 or not found & {1, 2}, (shown, place, found)
