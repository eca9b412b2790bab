"""Naming a unit: few to choose from, many to find by a word, without a script; and nothing is guessed."""

import re

import pytest
from django.urls import reverse

from kulturspejl.actions import organisations
from kulturspejl.faces.steward import unit_field
from kulturspejl.records.models import Grant
from tests import people
from tests.actions import town

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
GIVEN = {"email": "ny@havnby.test", "name": "Ny", "role": "leader", "ends": ""}


@pytest.fixture
def many(monkeypatch):
    monkeypatch.setattr(unit_field, "FEW", 1)


def add(where, name, parent=None):
    return organisations.add_unit(by=where.steward, organisation_id=where.organisation, name=name, parent=parent,
                                  headcount=1, now=town.NOW)  # fmt: skip


def held():
    return [row.unit_id for row in Grant.objects.filter(user__email="ny@havnby.test")]


def test_few_units_are_a_list_to_choose_from(at):
    where = people.team(9)
    page = at(where.steward).get(reverse("people") + f"?unit={where.unit}").content.decode()
    assert re.search(rf'<option value="{where.unit}" selected', page)


def test_of_many_one_is_found_by_its_whole_name_whatever_the_capitals(at, many):
    where = people.team(9)
    assert f'<option value="{where.unit}' not in at(where.steward).get(reverse("people")).content.decode()
    assert at(where.steward).post(reverse("people"), {**GIVEN, "unit": " hjemmepleje NORD "}).status_code == 302
    assert held() == [where.unit]


def test_a_part_of_a_name_or_one_that_several_have_comes_back_with_those_to_pick_from(at, many):
    where = people.team(9)
    twin = add(where, "Hjemmepleje Nord")
    steward, url = at(where.steward, "da"), reverse("people")
    for word in ("Hjemmepleje Nord", "nord"):
        page = steward.post(url, {**GIVEN, "unit": word})
        told = page.content.decode()
        assert page.status_code == 422
        assert "Vælg enheden blandt dem, der er fundet" in told
        assert {str(twin), str(where.unit)} <= set(re.findall(r'name="unit_of"\s+value="([^"]+)"', told))
        assert f'value="{word}"' in told, "nothing typed is lost"
    assert held() == []
    picked = {**GIVEN, "unit": "nord", "unit_for": "nord", "unit_of": str(twin)}
    assert steward.post(url, picked).status_code == 302
    assert held() == [twin]


def test_another_word_is_looked_for_anew_whatever_was_picked_before(at, many):
    where = people.team(9)
    add(where, "Syd")
    typed = {**GIVEN, "unit": "Syd", "unit_for": "nord", "unit_of": str(where.unit)}
    assert at(where.steward).post(reverse("people"), typed).status_code == 302
    assert held() != [where.unit]


def test_no_unit_by_that_name_is_said(at, many):
    where = people.team(9)
    answer = at(where.steward, "da").post(reverse("people"), {**GIVEN, "unit": "Findes ikke"})
    assert answer.status_code == 422
    assert "Ingen enhed hedder »Findes ikke«" in answer.content.decode()


def test_another_organisation_s_unit_is_no_unit_here(at, many):
    where = people.team(9)
    strange = "8da4fbd0-cd4e-4119-b739-8f25d8c1ac58"
    picked = {**GIVEN, "unit": "x", "unit_for": "x", "unit_of": strange}
    assert at(where.steward).post(reverse("people"), picked).status_code == 422
    assert at(where.steward).post(reverse("people"), {**GIVEN, "unit": strange}).status_code == 422
    assert held() == []
