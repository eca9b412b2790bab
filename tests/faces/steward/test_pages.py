"""The steward's pages: units, people, settings, changes; and nobody else finds them."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse

import kulturspejl
from kulturspejl.core.permissions import Role
from kulturspejl.core.plans import STATES
from kulturspejl.faces.shared import clock
from kulturspejl.faces.steward.changes_told import VERBS
from kulturspejl.records.models import ChangeNotice, Grant, Letter, Organisation, User
from kulturspejl.values.tree import tree_on
from tests import people
from tests.pages import tight

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
PAGES = (
    "organisation", "organisation_settings", "all_rounds", "unit_new", "unit_table", "unit_download",
    "people", "people_table", "people_download", "closed_units",
    "organisation_help",
)  # fmt: skip


def tree(where):
    found = tree_on(where.organisation, clock.today()).units
    return {one.name: (found[one.parent].name if one.parent else "", one.headcount) for one in found.values()}


@pytest.mark.parametrize("name", PAGES)
def test_only_the_steward_finds_the_pages(at, name):
    where = people.team(9)
    assert at(where.steward).get(reverse(name)).status_code == 200
    for user in (where.hr, where.leader, where.amr, where.tr):
        assert at(user).get(reverse(name)).status_code == 404, user
    assert at().get(reverse(name)).status_code == 302


def test_a_steward_whose_time_is_over_finds_nothing(at):
    where = people.team(9)
    Grant.objects.filter(user=where.steward).update(ends=clock.today() - timedelta(days=1))
    assert at(where.steward).get(reverse("organisation")).status_code == 404


def test_the_tree_shows_who_stands_under_whom_and_how_many(at):
    where = people.team(9)
    page = tight(at(where.steward).get(reverse("organisation")).content.decode())
    assert re.search(r'depth-0">Hjemmeplejen</th>\s*<td[^>]*>0</td><td[^>]*>9</td>', page)
    assert re.search(r'depth-1">Hjemmepleje Nord</th>\s*<td[^>]*>9</td><td[^>]*></td>', page)


def test_a_unit_is_made_changed_and_closed(at):
    where = people.team(9)
    steward = at(where.steward)
    steward.post(reverse("unit_new"), {"name": "Hjemmepleje Syd", "parent": str(where.top), "headcount": "7"})
    assert tree(where)["Hjemmepleje Syd"] == ("Hjemmeplejen", 7)
    steward.post(reverse("unit_change", args=[where.unit]), {"name": "Nord", "parent": "", "headcount": "10"})
    assert tree(where)["Nord"] == ("", 10)
    page = steward.post(reverse("unit_close", args=[where.unit]), follow=True).content.decode()
    assert "Nord is closed" in page
    assert "Nord" not in tree(where)


def test_a_unit_with_others_under_it_is_not_closed_and_it_is_said(at):
    where = people.team(9)
    answer = at(where.steward).post(reverse("unit_close", args=[where.top]))
    assert answer.status_code == 422
    assert "Move them first" in answer.content.decode()


def test_what_is_wrong_with_a_unit_is_told_and_what_was_typed_is_kept(at):
    where = people.team(9)
    answer = at(where.steward).post(
        reverse("unit_change", args=[where.top]), {"name": "Ny", "parent": str(where.unit), "headcount": "3"}
    )
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "cannot stand under itself" in page
    assert 'value="Ny"' in page


def test_a_name_that_looks_like_a_formula_does_no_harm_in_a_spreadsheet(at):
    where = people.team(9)
    at(where.steward).post(reverse("unit_new"), {"name": "=1+1", "parent": "", "headcount": "1"})
    assert "'=1+1" in at(where.steward).get(reverse("unit_download")).content.decode()


def test_a_permission_makes_the_account_and_ends_again(at):
    where = people.team(9)
    given = {"email": "Ny@havnby.test", "name": "Ny Leder", "role": "leader", "unit": str(where.top), "ends": ""}
    page = at(where.steward).post(reverse("people"), given, follow=True).content.decode()
    assert "Ny Leder" in page
    user = User.objects.get(email="ny@havnby.test")
    assert not user.has_usable_password()
    grant = user.grants.get()
    assert (grant.role, grant.unit_id) == (Role.LEADER, where.top)
    at(where.steward).post(reverse("grant_end", args=[grant.id]))
    assert at(user).get(reverse("round_new", args=[where.top])).status_code == 404


def test_before_a_permission_ends_the_page_says_who_gets_a_letter_and_they_do(at):
    where = people.team(9)

    def ending(user):
        grant = user.grants.get(ended_at=None)
        page = at(where.steward, "da").get(reverse("grant_end", args=[grant.id])).content.decode()
        at(where.steward, "da").post(reverse("grant_end", args=[grant.id]))
        told = set(ChangeNotice.objects.filter(entry__about=grant.id).values_list("user__name", flat=True))
        own = Letter.objects.filter(kind="permission_ended", to=user).exists()
        return ("Personen får et brev om det." in page, "AMR og TR får brev om det." in page), (own, bool(told))

    for user in (where.leader, where.amr):
        Letter.objects.filter(to=user).update(state="sent")
        said, done = ending(user)
        assert said == done == (True, True), user
    said, done = ending(where.tr)
    assert said == done, "whoever never heard of it, and where nobody else is left"
    assert not done[1]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"email": "nobody"}, "email"),
        ({"role": "leader", "unit": ""}, "Choose the unit"),
        ({"ends": "2020-01-01"}, "Choose a day from today"),
    ],
)
def test_a_permission_that_cannot_be_is_told(at, wrong, told):
    where = people.team(9)
    given = {"email": "x@havnby.test", "name": "X", "role": "amr", "unit": str(where.unit), "ends": ""} | wrong
    answer = at(where.steward).post(reverse("people"), given)
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert not User.objects.filter(email="x@havnby.test").exists()


def test_the_last_administrator_stays(at):
    where = people.team(9)
    answer = at(where.steward).post(reverse("grant_end", args=[Grant.objects.get(role="steward").id]))
    assert answer.status_code == 422
    assert Grant.objects.filter(role="steward").exists()


@pytest.mark.parametrize(("minimum", "status"), [(4, 422), (5, 302), (7, 302), (51, 422)])
def test_the_minimum_may_be_raised_but_never_under_five(at, minimum, status):
    where = people.team(9)
    chosen = {"name": "Havnby", "language": "da", "minimum": str(minimum)}
    assert at(where.steward).post(reverse("organisation_settings"), chosen).status_code == status
    assert Organisation.objects.get().minimum == (minimum if status == 302 else 5)


def test_changes_say_who_did_what_in_words(at):
    where = people.team(9)
    people.waiting_round(where)
    page = at(where.steward, "da").get(reverse("changes")).content.decode()
    assert "gav en rettighed: <strong>Amir, AMR, Hjemmepleje Nord</strong>" in page
    assert "oprettede en måling: <strong>Hjemmepleje Nord" in page
    assert "oprettede en enhed: <strong>Hjemmepleje Nord</strong>" in page
    assert "@havnby.test" not in page
    assert not re.search(r"<td[^>]*>[^<]*[0-9a-f]{8}-[0-9a-f]{4}", page)


def test_every_verb_that_is_noted_has_words():
    folder = Path(kulturspejl.__file__).parent / "actions"
    source = "\n".join(file.read_text(encoding="utf-8") for file in folder.rglob("*.py"))
    noted = set(re.findall(r'verb="([a-z_.]+)"', source)) | set(re.findall(r'_noted\(found, by, "([a-z_.]+)"', source))
    assert noted
    states, roles = {f"action.{state}" for state in STATES}, {f"grant.{role}" for role in Role}
    assert noted | states | roles | {"line.show", "line.hide"} <= set(VERBS)


def test_unit_ids_of_others_are_not_there(at):
    where = people.team(9)
    missing = "00000000-0000-4000-8000-000000000000"
    for name in ("unit_change", "branch_new"):
        assert at(where.steward).get(reverse(name, args=[missing])).status_code == 404
    assert at(where.leader).get(reverse("branch_new", args=[where.unit])).status_code == 404
