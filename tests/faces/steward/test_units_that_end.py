"""Units that end: never "everywhere", in reach of those who had them, said before it is done, and opened again."""

import html
import re
from datetime import timedelta

import pytest
from django.urls import reverse

from kulturspejl.actions import organisations, plans
from kulturspejl.actions import people as grants
from kulturspejl.core.permissions import Role
from kulturspejl.faces.shared import clock
from kulturspejl.records.models import Grant, Round, User
from kulturspejl.values.known_units import known_units
from kulturspejl.values.tree import tree_on
from tests import people
from tests.actions import town

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: town.NOW)


def words(answer):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def end(where, now=town.NOW):
    organisations.close_unit(by=where.steward, unit_id=where.unit, sure=True, now=now)


def also(where, name, role, unit, now=town.NOW):
    grants.grant(by=where.steward, organisation_id=where.organisation, email=f"{name.lower()}@havnby.test", name=name,
                 role=role, unit_id=unit, ends=None, now=now)  # fmt: skip
    return User.objects.get(name=name)


def agree(where):
    plans.choose_trait(by=where.leader, unit_id=where.unit, stems_from=None, more_of="Dialog", less_of="",
                       notice="Vi spørger", better_for="borgerne", now=town.NOW)  # fmt: skip


def test_a_permission_at_a_closed_unit_is_never_shown_as_one_for_everything(at):
    where = people.team(9)
    end(where)
    rows = words(at(where.steward, "da").get(reverse("people")))
    assert rows.count("Hjemmepleje Nord (nedlagt enhed)") == 3 + 1, "three people, and the list to choose from"
    assert rows.count("Overalt") == 2, "Sanne and Hans, and nobody else"
    listed = words(at(where.leader, "da").get(reverse("unit_permissions", args=[where.unit])))
    assert "Rettigheder, der gælder Hjemmepleje Nord (nedlagt enhed)" in listed
    assert "leder, Hjemmepleje Nord (nedlagt enhed)" in listed
    asked = words(at(where.steward, "da").get(reverse("grant_end", args=[Grant.objects.get(user=where.leader).id])))
    assert "Hjemmepleje Nord (nedlagt enhed)" in asked
    assert "Overalt" not in asked


def test_an_open_round_its_result_and_the_plan_stay_reachable_from_the_front_page(at):
    where = people.team(9)
    above = also(where, "Aja", Role.AMR, where.top)
    made = people.open_round(where)
    agree(where)
    end(where)
    for user in (where.leader, where.amr, above):
        assert reverse("round_page", args=[made.id]) in at(user).get(reverse("home")).content.decode(), user
    people.close_with(made, people.ANSWERS)
    for user in (where.leader, where.amr, where.tr, above):
        page = at(user, "da").get(reverse("home"))
        assert reverse("result", args=[made.unit]) in page.content.decode(), user
        assert "Enheden er nedlagt" in words(page)
        assert "Dialog" in words(page)
        assert at(user).get(reverse("result", args=[made.unit])).status_code == 200
        assert reverse("round_new", args=[where.unit]) not in page.content.decode()
    assert at(where.leader).get(reverse("round_new", args=[where.unit])).status_code == 404, "nobody is asked there"


def test_whoever_never_had_it_gets_nothing_by_the_end_of_a_unit(at):
    where = people.team(9)
    other = organisations.add_unit(by=where.steward, organisation_id=where.organisation, name="Syd", parent=where.top,
                                   headcount=5, now=town.NOW)  # fmt: skip
    beside = also(where, "Bo", Role.AMR, other)
    lise = people.leader_above(where)
    made = people.closed_round(where)
    end(where)
    for user in (beside, lise, where.hr, where.steward):
        assert at(user).get(reverse("result", args=[made.unit])).status_code == 404, user
        assert reverse("result", args=[made.unit]) not in at(user).get(reverse("home")).content.decode()


def test_a_closed_unit_without_anything_in_it_is_nobodys_line_but_those_who_hold_it(at):
    where = people.team(9)
    above = also(where, "Aja", Role.AMR, where.top)
    end(where)
    assert "Hjemmepleje Nord" in words(at(where.leader, "da").get(reverse("home")))
    assert "Hjemmepleje Nord" not in words(at(above, "da").get(reverse("home")))


def test_a_successor_is_given_the_closed_unit_and_opens_its_result_as_late_as_everybody(at, monkeypatch):
    where = people.team(9)
    made = people.closed_round(where)
    end(where)
    monkeypatch.setattr(clock, "now", lambda: town.NOW + timedelta(days=3))
    steward = at(where.steward, "da")
    page = words(steward.get(reverse("closed_units")))
    assert "Hjemmepleje Nord" in page
    assert "et resultat" in page
    form = steward.get(reverse("people") + f"?unit={where.unit}").content.decode()
    assert re.search(rf'value="{where.unit}" selected', form)
    given = {"email": "nynne@havnby.test", "name": "Nynne", "role": "leader", "unit": str(where.unit), "ends": ""}
    assert steward.post(reverse("people"), given).status_code == 302
    nynne = User.objects.get(name="Nynne")
    result = reverse("result", args=[made.unit])
    assert result in at(nynne).get(reverse("home")).content.decode()
    assert "af 60" not in words(at(nynne, "da").get(result)), "not today"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"name": "Nyt navn"}, "Målingen beholder navnet »Hjemmepleje Nord«"),
        ({"parent": ""}, "tæller enheden, hvor den stod"),
        ({"headcount": "4"}, "De 9, der er inviteret, kan stadig svare, selv om enheden nu tæller 4"),
    ],
)
def test_what_is_done_to_a_unit_in_an_open_round_is_said_and_asked_first(at, typed, told):
    where = people.team(9)
    people.open_round(where)
    before = tree_on(where.organisation, clock.today()).units[where.unit]
    as_it_is = {"name": "Hjemmepleje Nord", "parent": str(where.top), "headcount": "9", "external_id": ""}
    steward, page = at(where.steward, "da"), reverse("unit_change", args=[where.unit])
    asked = steward.post(page, {**as_it_is, **typed})
    assert asked.status_code == 422
    assert told in words(asked)
    assert tree_on(where.organisation, clock.today()).units[where.unit] == before
    assert steward.post(page, {**as_it_is, **typed, "sure": "yes"}).status_code == 302
    assert tree_on(where.organisation, clock.today()).units[where.unit] != before
    assert Round.objects.get().units.get().name == "Hjemmepleje Nord", "the round is frozen"
    assert steward.post(page, {**as_it_is, "headcount": "12", "sure": "yes"}).status_code == 302


def test_closing_a_unit_in_a_round_says_who_still_answers_and_asks(at):
    where = people.team(9)
    made = people.open_round(where)
    steward, page = at(where.steward, "da"), reverse("unit_close", args=[where.unit])
    asked = steward.post(page)
    assert asked.status_code == 422
    assert "De 9, der er inviteret, kan stadig svare" in words(asked)
    assert where.unit in tree_on(where.organisation, clock.today()).units
    assert steward.post(page, {"sure": "yes"}, follow=True).status_code == 200
    assert where.unit in tree_on(where.organisation, clock.today()).closed
    people.close_with(made, people.ANSWERS)
    assert at(where.leader).get(reverse("result", args=[made.unit])).status_code == 200


def test_a_unit_is_opened_again_where_it_stood_or_where_it_is_put(at):
    where = people.team(9)
    end(where)
    steward = at(where.steward, "da")
    page = reverse("unit_open", args=[where.unit])
    assert re.search(rf'value="{where.top}" selected', steward.get(page).content.decode())
    assert steward.post(page, {"parent": str(where.top)}).status_code == 302
    assert tree_on(where.organisation, clock.today()).units[where.unit].parent == where.top
    end(where)
    organisations.close_unit(by=where.steward, unit_id=where.top, now=town.NOW)
    assert "selected" not in steward.get(page).content.decode(), "the one above is closed too"
    assert steward.post(page, {"parent": str(where.top)}).status_code == 422
    assert steward.post(page, {"parent": ""}).status_code == 302
    assert tree_on(where.organisation, clock.today()).units[where.unit].parent is None
    assert steward.get(page).status_code == 404, "it is open"


def test_an_own_id_that_another_has_by_now_does_not_come_back_with_the_unit():
    where = people.team(9)
    organisations.change_unit(by=where.steward, unit_id=where.unit, name="Nord", parent=where.top, headcount=9,
                              external_id="7", now=town.NOW)  # fmt: skip
    end(where)
    new = organisations.add_unit(by=where.steward, organisation_id=where.organisation, name="Syd", parent=where.top,
                                 headcount=5, external_id="7", now=town.NOW)  # fmt: skip
    organisations.open_unit_again(by=where.steward, unit_id=where.unit, parent=where.top, now=town.NOW)
    ids = {one.id: one.own_id for one in known_units(where.organisation, clock.today())}
    assert (ids[new], ids[where.unit]) == ("7", "")


def test_the_round_on_its_way_is_told_with_a_list_too(at):
    where = people.team(9)
    people.waiting_round(where)
    answer = at(where.steward, "da").post(
        reverse("unit_table"), {"rows": "Enhed;Overenhed;Antal\nHjemmepleje Nord;Hjemmeplejen;4\n"}, follow=True
    )
    assert "er med i en måling, der venter på AMR eller TR" in words(answer)
    assert "selv om enheden nu tæller 4" in words(answer)
