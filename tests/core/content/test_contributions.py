"""What comes from a phone: taken as it is meant, or refused with a sentence for each field."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.core.errors import Faulty, Refused
from kulturspejl.core.kinds.base.items import Item
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import Text
from tests.kinds.some import some

WORDS = Text("ord", "words")
ITEMS = (Item("one", WORDS), Item("two", WORDS))
NOTED = {"board": {"longest": 10}, "agreement_items": {}, "choice": {}}


def part(kind: str, level: Visibility = Visibility.TEAM) -> Part:
    return some(kind, visibility=level, items=ITEMS, **NOTED[kind])


BOARD, SCALE, CHOICE = part("board"), part("agreement_items"), part("choice")


def faults(of: Part, values) -> list[str]:
    with pytest.raises(Faulty) as caught:
        of.check(values)
    return list(caught.value.fields)


def test_notes_stand_on_one_line_and_empty_ones_are_left_out():
    assert BOARD.check({"one": "  a\n\u202eb ", "two": " "}) == {"one": "a b"}


def test_a_note_may_fill_its_place_and_not_one_sign_more():
    assert BOARD.check({"one": "x" * 10}) == {"one": "x" * 10}
    assert faults(BOARD, {"one": "x" * 11}) == ["one"]
    assert faults(BOARD, {"one": "x" * 100_000}) == ["one"]


@pytest.mark.parametrize("value", [0, 6, -1, 2.5, True, "3", [3], {"a": 1}])
def test_a_statement_takes_whole_numbers_of_its_range_alone(value):
    assert faults(SCALE, {"one": value}) == ["one"]


def test_a_statement_may_be_left_open_but_not_all_of_them():
    assert SCALE.check({"one": 5, "two": None}) == {"one": 5}
    assert faults(SCALE, {"one": None}) == []
    assert faults(SCALE, {}) == []


@pytest.mark.parametrize("of", [BOARD, SCALE, CHOICE])
def test_fields_that_do_not_belong_are_named_and_cut_short(of):
    assert faults(of, {"one": 3, "x" * 300: 1, "choice": "one"})[0] in ("x" * 60, "one", "choice")
    strangers = [one for one in faults(of, {f"f{number}": 1 for number in range(500)}) if one.startswith("f")]
    assert len(strangers) == 20


@pytest.mark.parametrize("kind", ["board", "agreement_items", "choice"])
def test_what_is_for_the_person_alone_is_never_taken(kind):
    with pytest.raises(Refused):
        part(kind, Visibility.PRIVATE).check({"one": "x"})


PROFILE = some("allocation", instrument="culture_profile")


rude = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


@given(st.dictionaries(st.sampled_from(["one", "two", "choice", "pull"]) | st.text(), rude, max_size=5))
@pytest.mark.slow
def test_nothing_that_comes_in_breaks_it(values):
    for of in (BOARD, SCALE, CHOICE, PROFILE):
        try:
            kept = of.check(values)
        except Faulty:
            continue
        assert kept
        assert set(kept) <= {"one", "two", "choice"}
