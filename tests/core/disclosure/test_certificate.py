from dataclasses import replace

import pytest
from hypothesis import given

from kulturspejl.core.disclosure.certificate import Certificate, certificate_faults, certify
from kulturspejl.core.disclosure.tree import Tree, is_safe
from tests.core.disclosure.attacker import trees

TREE = Tree({"top": None, "a": "top", "b": "top"}, {"top": 5, "a": 6, "b": 7})


def whole() -> Certificate:
    return certify(TREE, ["top", "a", "b"], 5)


def test_a_whole_certificate_has_no_fault() -> None:
    assert certificate_faults(whole()) == []


def test_it_says_parents_sizes_and_remainders_of_the_published_alone() -> None:
    tree = Tree({"top": None, "a": "top", "b": "a", "c": "top"}, {"top": 5, "a": 1, "b": 6, "c": 7})
    assert certify(tree, ["b", "top"], 5) == Certificate(
        kind="remainders-1", k=5, parent={"top": None, "b": "top"}, sizes={"top": 19, "b": 6},
        remainders={"top": 13, "b": 6},
    )  # fmt: skip


def test_nobody_left_is_safe_and_so_are_just_k() -> None:
    nobody = replace(whole(), remainders={"top": 0, "a": 6, "b": 7}, sizes={"top": 13, "a": 6, "b": 7})
    assert certificate_faults(nobody) == []
    assert certificate_faults(replace(whole(), k=5)) == []
    assert certificate_faults(replace(whole(), k=7)) == [
        "top: the remainder has 5 people, not 0 or at least 7", "a: the remainder has 6 people, not 0 or at least 7",
    ]  # fmt: skip


def test_a_remainder_under_k_is_named() -> None:
    faults = certificate_faults(replace(whole(), k=6))
    assert faults == ["top: the remainder has 5 people, not 0 or at least 6"]


def test_a_size_that_the_remainders_do_not_give_is_named() -> None:
    assert certificate_faults(replace(whole(), sizes={"top": 19, "a": 6, "b": 7})) == [
        "top: 19 people are told, the remainders give 18"
    ]


def test_a_circle_of_parents_is_named() -> None:
    circle = replace(whole(), parent={"top": "a", "a": "top", "b": "a"})
    assert certificate_faults(circle) == ["top: its parent a does not stand before it"]


def test_units_that_differ_and_foreign_kinds_are_named() -> None:
    for one in ({"sizes": {}}, {"parent": {}}, {"remainders": {}}):
        assert "do not name the same units" in certificate_faults(replace(whole(), **one))[0]
    assert "'trust-me', not 'remainders-1'" in certificate_faults(replace(whole(), kind="trust-me"))[0]


def test_sizes_are_added_up_over_every_floor() -> None:
    tree = Tree({"top": None, "a": "top", "b": "a"}, {"top": 5, "a": 6, "b": 7})
    three = certify(tree, [*tree.parent], 5)
    assert three.sizes == {"top": 18, "a": 13, "b": 7}
    assert certificate_faults(three) == []
    for unit in three.sizes:
        for wrong in (three.sizes[unit] - 1, three.sizes[unit] + 1):
            (fault,) = certificate_faults(replace(three, sizes={**three.sizes, unit: wrong}))
            assert fault == f"{unit}: {wrong} people are told, the remainders give {three.sizes[unit]}"


@given(trees(units=8, largest=7))
@pytest.mark.slow
def test_a_certificate_proves_exactly_what_is_safe(tree: Tree) -> None:
    published = [unit for unit in tree.parent if tree.size[unit]]
    assert (certificate_faults(certify(tree, published, 5)) == []) == is_safe(tree, published, 5)
