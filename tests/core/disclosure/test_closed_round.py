"""The result of a round: from its answers in any order, with its units parents first and then by name."""

import json

from kulturspejl import library
from kulturspejl.core.disclosure.closed_round import AskedUnit, ClosedRound, release_of
from kulturspejl.core.disclosure.released import Codes
from kulturspejl.library.policies import load_policy
from tests.core.disclosure.people import answers

UNITS = (
    AskedUnit("s", "Syd", "t", 7), AskedUnit("o", "Øst", "t", 9), AskedUnit("t", "Top", None, 6),
    AskedUnit("n", "Nord", "t", 8),
)  # fmt: skip
GIVEN = {unit: answers(n, seed).astype("<u2") for seed, (unit, n) in enumerate({"s": 6, "o": 9, "n": 5}.items())}


def closed(units=UNITS):
    instrument = library.load().instruments["culture_profile"]
    return ClosedRound(units, instrument.to_json(), 10, "drawn", load_policy())


def test_the_order_of_answers_and_units_changes_nothing():
    turned = {unit: rows[::-1] for unit, rows in reversed(GIVEN.items())}
    first, second = release_of(closed(), GIVEN), release_of(closed(UNITS[::-1]), turned)
    assert json.dumps(first.to_json()) == json.dumps(second.to_json())


def test_units_stand_parents_first_and_then_by_their_danish_names():
    assert list(release_of(closed(), GIVEN).units) == ["t", "n", "s", "o"]


def test_cards_are_as_many_as_were_invited_and_used_as_many_as_answered():
    units = release_of(closed(), GIVEN).units
    assert {unit: picture.codes for unit, picture in units.items()} == {
        "t": None, "n": Codes(8, 5), "s": Codes(7, 6), "o": Codes(9, 9),
    }  # fmt: skip
