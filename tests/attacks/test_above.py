"""Those above the units: no unit's own result by any address, and none by subtracting two of theirs."""

import pytest
from django.urls import reverse

from kulturspejl.access.shown import shown
from kulturspejl.actions import organisations, results, rounds
from kulturspejl.core.errors import Refused
from kulturspejl.records.models import RoundUnit
from tests import people
from tests.actions import town

pytestmark = pytest.mark.django_db(transaction=True)
SEVEN = [town.profile(4, 2, 2)] * 4 + [town.profile(2, 3, 3)] * 3


def branch(where, names, *, answers=SEVEN, instrument="culture_profile"):
    """A closed round over the top and units of these names beside Nord, seven answers in each."""
    for name in names:
        organisations.add_unit(
            by=where.steward,
            organisation_id=where.organisation,
            name=name,
            parent=where.top,
            headcount=9,
            now=town.NOW,
        )
    from kulturspejl.values.tree import tree_on

    units = [
        one.id for one in tree_on(where.organisation, town.NOW.date()).subtree(where.top) if one.headcount
    ]
    asked = {
        unit: rounds.People(
            addresses=[(f"p{index}-{number}@havnby.test", "") for number in range(7)], cards=0
        )
        for index, unit in enumerate(units)
    }
    round_id = rounds.create(
        by=where.steward, root=where.top, people=asked, closes_at=town.CLOSES, instrument=instrument, points=10,
        preferred="drawn", why="", language="da", now=town.NOW,
    )  # fmt: skip
    rounds.release_sending(by=where.steward, round_id=round_id, agreed=True, now=town.NOW)
    codes = town.long_codes(round_id)
    made = people.Round(
        where, round_id, RoundUnit.objects.get(round_id=round_id, parent=None).id, tuple(codes)
    )
    people.close_with(made, list(answers) * len(units))
    return made


def row(made, name):
    return RoundUnit.objects.get(round_id=made.id, name=name).id


def opens(client, id):
    return client.get(reverse("result", args=[id])).status_code == 200


def test_a_leader_over_two_units_does_not_get_their_picture_as_her_own(at):
    where = people.team(9, with_representatives=False)
    lise = people.leader_above(where)
    made = branch(where, ["Syd"])
    for who in (lise, where.steward, where.hr):
        assert not opens(at(who), made.unit)
        assert str(made.unit) not in at(who).get("/home").content.decode()
    assert opens(at(where.leader), row(made, "Hjemmepleje Nord"))


def test_over_three_units_those_above_get_the_branch_and_no_unit(at):
    where = people.team(9, with_representatives=False)
    lise = people.leader_above(where)
    made = branch(where, ["Syd", "Vest"])
    for who in (lise, where.steward, where.hr):
        assert opens(at(who), made.unit)
        for name in ("Hjemmepleje Nord", "Syd", "Vest"):
            assert not opens(at(who), row(made, name))


def test_a_branch_inside_a_branch_that_leaves_one_unit_is_not_opened(at):
    """Havnby has Hjemmeplejen with three units, and one more unit beside it."""
    where = people.team(9, with_representatives=False)
    inner = organisations.add_unit(
        by=where.steward,
        organisation_id=where.organisation,
        name="Område",
        parent=where.top,
        headcount=0,
        now=town.NOW,
    )
    for name in ("Syd", "Vest", "Øst"):
        organisations.add_unit(
            by=where.steward,
            organisation_id=where.organisation,
            name=name,
            parent=inner,
            headcount=9,
            now=town.NOW,
        )
    made = branch(where, [], answers=SEVEN)
    assert shown(made.id).wide == {str(made.unit)}
    hr = at(where.hr)
    assert opens(hr, made.unit)
    assert not opens(hr, row(made, "Område"))
    assert "Område" not in hr.get("/pictures").content.decode()


def test_the_last_but_one_to_share_is_told_why_not(at):
    where = people.team(9, with_representatives=False)
    lise = people.leader_above(where)
    made = branch(where, ["Syd", "Vest"])
    from kulturspejl.actions import people as grants
    from kulturspejl.core.permissions import Role
    from kulturspejl.records.models import User

    leaders = {}
    for name in ("Syd", "Vest"):
        email = f"{name.lower()}@havnby.test"
        grants.grant(
            by=where.steward, organisation_id=where.organisation, email=email, name=name, role=Role.LEADER,
            unit_id=RoundUnit.objects.get(id=row(made, name)).unit_id, ends=None, now=town.NOW,
        )  # fmt: skip
        leaders[name] = User.objects.get(email=email)
    results.share(by=leaders["Syd"], round_unit_id=row(made, "Syd"), now=town.NOW)
    assert opens(at(lise), row(made, "Syd"))
    with pytest.raises(Refused, match="give away another unit"):
        results.share(by=leaders["Vest"], round_unit_id=row(made, "Vest"), now=town.NOW)
    said = at(leaders["Vest"], "da").post(
        reverse("result_share", args=[row(made, "Vest")]), {"shared": "1"}, follow=True
    )
    assert "en anden enheds resultat" in said.content.decode()
    assert not opens(at(lise), row(made, "Vest"))
