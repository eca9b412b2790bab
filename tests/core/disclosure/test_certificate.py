from dataclasses import replace

from hypothesis import given

from kulturspejl.core.disclosure.certificate import Certificate, certificate_faults, certify
from kulturspejl.core.disclosure.tree import Tree, is_safe
from tests.core.disclosure.attacker import trees

TREE = Tree({"top": None, "a": "top", "b": "top"}, {"top": 5, "a": 6, "b": 7})


def whole() -> Certificate:
    return certify(TREE, ["top", "a", "b"], 5)


def test_a_whole_certificate_has_no_fault() -> None:
    assert certificate_faults(whole()) == []


def test_a_remainder_under_k_is_named() -> None:
    faults = certificate_faults(replace(whole(), k=6))
    assert faults == ["top: the remainder has 5 people, not 0 or at least 6"]


def test_a_size_that_the_remainders_do_not_give_is_named() -> None:
    assert certificate_faults(replace(whole(), sizes={"top": 19, "a": 6, "b": 7})) == [
        "top: 19 people are told, the remainders give 18"
    ]


def test_a_circle_of_parents_is_named() -> None:
    circle = replace(whole(), parent={"top": "a", "a": "top", "b": "a"})
    assert "does not stand before" in certificate_faults(circle)[0]


def test_units_that_differ_and_foreign_kinds_are_named() -> None:
    assert certificate_faults(replace(whole(), sizes={})) != []
    assert certificate_faults(replace(whole(), kind="trust-me")) != []


@given(trees(units=8, largest=7))
def test_a_certificate_proves_exactly_what_is_safe(tree: Tree) -> None:
    published = [unit for unit in tree.parent if tree.size[unit]]
    assert (certificate_faults(certify(tree, published, 5)) == []) == is_safe(tree, published, 5)
