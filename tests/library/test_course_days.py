"""The start workshop and module 1: causes in the work, never people; what is about people stays on the device."""

import pytest
from django.test import Client

from kulturspejl.core.content.exercise import Exercise
from kulturspejl.core.content.gathering import Gathering
from kulturspejl.core.kinds.base.numbers import Numbered
from kulturspejl.core.kinds.board import Board
from kulturspejl.core.kinds.choice import Choice
from kulturspejl.core.permissions.visibility import Visibility
from tests.content import content

LIBRARY = content()


def exercise(id: str) -> Exercise:
    return LIBRARY.exercises[id]


@pytest.mark.parametrize("id", ["strain_staircase", "team_strain"])
def test_nobody_is_asked_where_they_stand_on_the_staircase(id):
    parts = [part for step in exercise(id).steps for part in step.parts]
    assert parts
    assert not [part for part in parts if isinstance(part.shape, Numbered | Choice)], "a place of one's own"
    words = " ".join(step.phone.da for step in exercise(id).steps if step.parts)
    assert words.count("ikke navne") >= 1
    assert all(isinstance(part.shape, Board) for part in parts)


def test_a_map_of_relations_has_no_server_part():
    parts = [part for step in exercise("key_relations").steps for part in step.parts]
    assert len(parts) == 2
    assert all(part.is_only_here and part.visibility is Visibility.PRIVATE and not part.picture for part in parts)


def test_the_statements_that_are_guessed_are_those_that_the_team_answers():
    (guess,) = exercise("safety_preview").steps[0].parts
    asked = LIBRARY.scales["psychological_safety"].items
    assert [(one.id, one.label) for one in guess.shape.items] == [(one.id, one.text) for one in asked]
    assert (guess.shape.least, guess.shape.most) == (1, 5)


def test_numbers_of_different_units_have_no_mean_and_those_of_one_team_have_one():
    shown = {
        id: [part.picture.name for step in exercise(id).steps for part in step.parts if part.id == "weights"]
        for id in ("demands_resources", "team_demands")
    }
    assert shown == {"demands_resources": ["weighed"], "team_demands": ["balance"]}


@pytest.mark.parametrize("id", ["roles_expectations", "choose_focus"])
def test_each_writes_alone_before_a_trio_sees_anything(id):
    steps = exercise(id).steps
    alone = [step for step in steps if step.gathering is Gathering.ALONE]
    named = [part for step in alone for part in step.parts if part.visibility is Visibility.NAMED]
    assert named
    assert all(steps[steps.index(step) + 1].gathering is Gathering.TRIO for step in alone)
    carried = [part for step in steps for part in step.parts if part.is_carried]
    assert len(carried) == 1


@pytest.mark.parametrize("programme", ["start_workshop", "module_1"])
def test_every_model_of_the_day_is_taught_and_has_its_page(programme):
    plan = LIBRARY.programmes[programme]
    told = {one.model for item in plan.items for one in item.stations if one.model}
    assert len(told) >= 7
    for id in told:
        assert LIBRARY.models[id].teach is not None, id
        page = Client(headers={"accept-language": "da"}).get(f"/models/{id}").content.decode()
        assert page.count("<svg") >= 2, id
        assert "<table" in page, id
