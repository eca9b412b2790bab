"""A chosen trait: what must be written, and how long it may be."""

import pytest

from kulturspejl.core.errors import Faulty
from kulturspejl.core.plans import TraitDraft

GOOD = {"more_of": "Ros", "less_of": "", "notice": "Vi griner", "better_for": "Borgerne"}


def faults(**other: str) -> set[str]:
    try:
        TraitDraft(**GOOD | other).checked()
    except Faulty as error:
        return set(error.fields)
    return set()


def test_it_comes_back_without_spaces_around() -> None:
    assert TraitDraft(" Ros ", " ", "Vi griner", "Borgerne\n").checked() == TraitDraft(**GOOD)


def test_only_less_of_may_be_empty() -> None:
    assert faults() == set()
    assert faults(more_of=" ", notice="", better_for="") == {"more_of", "notice", "better_for"}


@pytest.mark.parametrize(("name", "most"), [("more_of", 300), ("less_of", 300), ("notice", 500), ("better_for", 500)])
def test_each_has_a_length(name: str, most: int) -> None:
    assert faults(**{name: "a" * most}) == set()
    assert faults(**{name: "a" * (most + 1)}) == {name}
    with pytest.raises(Faulty) as caught:
        TraitDraft(**GOOD | {name: "a" * (most + 1)}).checked()
    assert str(most) in caught.value.fields[name].da
    assert str(most) in caught.value.fields[name].en
