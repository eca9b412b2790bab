"""Who was asked and who answered, added up over the tree."""

import numpy as np
import pytest

from kulturspejl.core.disclosure.census import Census, Place, TooMany, take_census
from kulturspejl.core.disclosure.released import Codes
from kulturspejl.core.instruments.allocation.asked import AskedPoints
from kulturspejl.core.instruments.allocation.gathered import Gathered

ASKED = AskedPoints(10, None)
WHOLE = [4.0, 3.0, 2.0, 1.0] * 6


def place(unit: str, parent: str | None, invited: int | None, codes: Codes | None = None) -> Place:
    return Place(unit, unit.upper(), parent, invited, codes)


def census(**other: Place) -> Census:
    places = {
        "top": place("top", None, 2), "a": place("a", "top", 4, Codes(4, 3)), "b": place("b", "top", 3, Codes(5, 1)),
        "a1": place("a1", "a", 6),
    } | other  # fmt: skip
    answers = {"a": np.array([WHOLE] * 3), "b": np.array([WHOLE]), "a1": np.array([WHOLE, WHOLE[:20] + [9.0] * 4])}
    return take_census(list(places.values()), answers, ASKED)


def test_answers_and_invitations_add_up_over_the_tree() -> None:
    found = census()
    assert found.answered.direct == {"top": 0, "a": 3, "b": 1, "a1": 2}
    assert found.asked.direct == {"top": 2, "a": 4, "b": 3, "a1": 6}
    assert found.answered.size == {"top": 6, "a": 5, "b": 1, "a1": 2}
    assert sorted(found.below("top")) == ["a", "a1", "b", "top"]
    assert sorted(found.below("a")) == ["a", "a1"]


def test_where_the_number_of_invited_is_unknown_so_many_were_asked_as_answered() -> None:
    found = census(a1=place("a1", "a", None))
    assert found.asked.direct["a1"] == 2
    assert found.unknown == {"a1", "a", "top"}
    assert census().unknown == frozenset()
    assert census(top=place("top", None, None)).unknown == {"top"}


def test_beside_an_unknown_number_nothing_is_told_exactly() -> None:
    shown = ["top", "a", "b"]
    assert census().told_exactly(shown) == {"a", "b", "top"} - {"top"}, "of the top's own two nobody answered"
    assert census(b=place("b", "top", None)).told_exactly(shown) == {"a"}


def test_codes_are_added_up_of_those_below_that_have_any() -> None:
    found = census()
    assert found.codes("top") == Codes(9, 4)
    assert found.codes("a") == Codes(4, 3)
    assert found.codes("b") == Codes(5, 1)
    assert found.codes("a1") is None


def test_more_answers_than_invited_are_a_fault_in_the_data() -> None:
    assert census(b=place("b", "top", 1)).there.count("b") == 1
    with pytest.raises(TooMany, match="b: 1 answers, 0 invited") as caught:
        census(b=place("b", "top", 0))
    assert (caught.value.place.unit, caught.value.answers) == ("b", 1)


def test_a_unit_stands_once_and_answers_belong_to_a_unit() -> None:
    with pytest.raises(ValueError, match="stands twice"):
        take_census([place("a", None, 1), place("a", None, 2)], {}, ASKED)
    with pytest.raises(ValueError, match="unknown units: x, y"):
        take_census([place("a", None, 1)], {"y": np.array([WHOLE]), "x": np.array([WHOLE])}, ASKED)


@pytest.mark.parametrize("form", [None, "drawn", "dimensions"])
def test_a_unit_that_nobody_answered_for_is_there_with_nobody(form: str | None) -> None:
    found = take_census([place("a", None, 5)], {}, AskedPoints(10, form))
    assert isinstance(found.there, Gathered)
    assert len(found.there.people("a")) == 0
    assert (found.there.people("a").wished is None) == (form is None)


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(ValueError, match="by_heart"):
        take_census([place("a", None, 5)], {}, AskedPoints(10, "by_heart"))
