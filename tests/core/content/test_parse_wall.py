"""What a step has on the wall: one to three short things to do, a figure, and whether pictures stay beside it."""

import pytest

from kulturspejl.core.content.parse_exercise import parse_exercise
from kulturspejl.core.toml.faults import ContentError

STEP = {
    "id": "one", "form": "alone", "minutes": 5, "title": {"da": "t", "en": "t"}, "phone": {"da": "p", "en": "p"},
    "wall": {"da": "w", "en": "w"},
}  # fmt: skip


def parsed(**more):
    head = {"id": "e", "version": "1", "name": {"da": "n", "en": "n"}, "purpose": {"da": "p", "en": "p"}}
    own = {"model": more.pop("of_exercise")} if "of_exercise" in more else {}
    return parse_exercise({"exercise": head | own, "step": [STEP | more]}, "e.toml")


def keys(**more):
    with pytest.raises(ContentError) as caught:
        parsed(**more)
    return {fault.key for fault in caught.value.faults}


def lines(*said):
    return {"da": list(said), "en": list(said)}


def test_a_step_without_them_has_none():
    step = parsed().steps[0]
    assert (step.todo, step.model, step.keeps) == ((), "", False)


def test_three_things_of_sixty_letters_and_no_more():
    assert [one.da for one in parsed(todo=lines("a" * 60, "b", "c")).steps[0].todo] == ["a" * 60, "b", "c"]
    assert keys(todo=lines("a", "b", "c", "d")) == {"step.one.todo"}
    assert keys(todo=lines("a" * 61)) == {"step.one.todo"}
    assert keys(todo={"da": ["a"], "en": ["a", "b"]}) == {"step.one.todo"}
    assert keys(todo=lines("a") | {"de": ["a" * 61]}) == {"step.one.todo"}, "in each language that it is written in"


def test_a_step_s_own_figure_goes_before_that_of_its_exercise():
    made = parsed(of_exercise="line", model="pairs")
    assert made.model_of(made.steps[0]) == "pairs"
    assert made.models == ("line", "pairs")
    made = parsed(of_exercise="line")
    assert made.model_of(made.steps[0]) == "line"
    assert parsed().models == ()


def test_keeping_is_yes_or_no():
    assert parsed(keeps=True).steps[0].keeps
    assert keys(keeps="yes") == {"step.one.keeps"}
