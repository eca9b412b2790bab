"""Units and people of a large organisation: found by a word, opened by links, turned page by page."""

import uuid

import pytest
from django.urls import reverse

from kulturspejl.readers import tree_view
from kulturspejl.records.models import Unit, UnitVersion
from tests import municipality, people
from tests.actions import town

pytestmark = pytest.mark.django_db(transaction=True)


def words(at, user, address):
    answer = at(user, "da").get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_small_organisation_has_nothing_to_find(at):
    where = people.team(9)
    for name in ("organisation", "people"):
        assert 'role="search"' not in words(at, where.steward, reverse(name))


@pytest.mark.slow
def test_a_large_tree_shows_its_top_and_each_unit_opens_by_a_link_or_a_word(at, monkeypatch):
    monkeypatch.setattr(tree_view, "MOST", 20)
    made = municipality.found(60)
    steward, address = made.who["steward"], reverse("organisation")
    top = words(at, steward, address)
    assert "Område 00001" in top
    assert "Team 00003" not in top
    assert "24 enheder under" in top
    assert "Team 00003" in words(at, steward, f"{address}?under={made.areas[0]}")
    found = words(at, steward, f"{address}?find=team+0000")
    assert "8 enheder fundet" in found
    assert "Storby › Område 00001" in found
    for rude in ("under=x", f"under={made.organisation}"):
        assert at(steward).get(f"{address}?{rude}").status_code == 404
    assert "0 enheder fundet" in words(at, steward, f"{address}?find=%3Cscript%3E")


@pytest.mark.slow
def test_many_permissions_are_turned_page_by_page_and_found_by_name_address_or_unit(at):
    made = municipality.found(300)
    steward, address = made.who["steward"], reverse("people")
    first = words(at, steward, address)
    assert "1 til 200 af" in first
    assert first.count("/end") == 200
    second = words(at, steward, f"{address}?page=2")
    assert "Forrige" in second
    assert "Næste" not in second
    by_unit = words(at, steward, f"{address}?find=team+00003")
    assert 1 <= by_unit.count("/end") <= 3
    assert words(at, steward, f"{address}?find=AMR.0%40storby").count("/end") == 1
    assert "til 200" in words(at, steward, f"{address}?page=rude"), "the first page"


@pytest.mark.slow
def test_a_tree_that_was_too_deep_before_it_was_refused_still_opens(at):
    where = people.team(9)
    chain = [uuid.uuid4() for _ in range(1_500)]
    Unit.objects.bulk_create([Unit(id=one, organisation_id=where.organisation) for one in chain])
    UnitVersion.objects.bulk_create(
        [
            UnitVersion(unit_id=one, parent_id=above, name=f"Enhed {number}", valid_from=town.NOW.date())
            for number, (above, one) in enumerate(zip([where.top, *chain], chain, strict=False), start=1)
        ]
    )
    for name in ("organisation", "people", "unit_download", "unit_new", "home"):
        assert at(where.steward).get(reverse(name)).status_code == 200, name
    client = at(where.steward, "en")
    assert client.get(reverse("unit_change", args=[chain[-1]])).status_code == 200
    assert client.get(reverse("branch_new", args=[where.top])).status_code == 200
    words = {"name": "Nederst", "parent": str(chain[-2]), "headcount": 3}
    assert client.post(reverse("unit_change", args=[chain[-1]]), words).status_code == 302, "it may be renamed"
    refused = client.post(reverse("unit_new"), {"name": "Ny", "parent": str(chain[18]), "headcount": 0})
    assert refused.status_code == 422
    assert "more than 20 levels down" in refused.content.decode()
