"""Those above, with patience: what they have seen before, what stands beside a picture, and cards of a thin top."""

import re
from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from kulturspejl.actions import organisations, results, rounds
from kulturspejl.actions import people as grants
from kulturspejl.core.errors import Refused
from kulturspejl.core.permissions import Role
from kulturspejl.readers.doors import find_door
from kulturspejl.readers.results import for_card
from kulturspejl.records.models import RoundUnit, User
from tests import people
from tests.actions import town
from tests.attacks.test_above import branch, opens, row

pytestmark = pytest.mark.django_db(transaction=True)


def words_of(pdf):
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf.content)).pages))


def leader_of(made, name):
    where, email = made.town, f"{name.lower()}@havnby.test"
    grants.grant(
        by=where.steward, organisation_id=where.organisation, email=email, name=name, role=Role.LEADER,
        unit_id=RoundUnit.objects.get(id=row(made, name)).unit_id, ends=None, now=town.NOW,
    )  # fmt: skip
    return User.objects.get(email=email)


def test_what_was_shared_and_taken_back_has_been_seen(at):
    """Syd shares, Lise looks, Syd takes it back, Vest shares: subtraction would give her Nord all the same."""
    where = people.team(9, with_representatives=False)
    lise = people.leader_above(where)
    made = branch(where, ["Syd", "Vest"])
    syd, vest = leader_of(made, "Syd"), leader_of(made, "Vest")
    results.share(by=syd, round_unit_id=row(made, "Syd"), now=town.NOW)
    assert opens(at(lise), row(made, "Syd"))
    results.unshare(by=syd, round_unit_id=row(made, "Syd"), now=town.NOW)
    assert not opens(at(lise), row(made, "Syd"))
    with pytest.raises(Refused):
        results.share(by=vest, round_unit_id=row(made, "Vest"), now=town.NOW)
    results.share(by=syd, round_unit_id=row(made, "Syd"), now=town.NOW)
    results.unshare(by=syd, round_unit_id=row(made, "Syd"), now=town.NOW)


def thick_top(where, own):
    """A round over three units and `own` people attached to the top itself."""
    organisations.change_unit(
        by=where.steward, unit_id=where.top, name="Hjemmeplejen", parent=None, headcount=own, now=town.NOW
    )
    return branch(where, ["Syd", "Vest"])


def test_beside_a_branch_picture_no_single_unit_stands_as_the_rest(at):
    """The top's own seven people are the remainder of the top's picture: for the team, not for those above."""
    where = people.team(9, with_representatives=False)
    made = thick_top(where, 9)
    released = people.released_of(made.id)
    rest = released.units[str(made.unit)].remainder
    assert rest is not None
    assert rest.n == 7
    hr = at(where.hr, "en")
    reply = hr.get(reverse("result", args=[made.unit]))
    assert reply.status_code == 200
    assert "here together" not in reply.content.decode()
    assert "here together" not in words_of(hr.get(reverse("result_pdf", args=[made.unit])))
    card = at(None, "en").get(f"/r/{made.codes[0]}")
    assert card.status_code == 200


def test_a_thick_top_over_one_unit_does_not_give_that_unit_to_its_leader(at):
    """Hjemmeplejen has nine people of its own and Nord below: the whole less the rest would be Nord's own."""
    where = people.team(9, with_representatives=False)
    lise = people.leader_above(where)
    organisations.change_unit(
        by=where.steward, unit_id=where.top, name="Hjemmeplejen", parent=None, headcount=9, now=town.NOW
    )
    made = branch(where, [])
    assert people.released_of(made.id).units[str(made.unit)].remainder is not None
    assert not opens(at(lise), row(made, "Hjemmepleje Nord"))
    reply = at(lise, "en").get(reverse("result", args=[made.unit]))
    assert reply.status_code == 200
    assert "here together" not in reply.content.decode()


def test_the_team_of_a_thick_top_over_three_units_sees_its_own_people(at):
    where = people.team(9, with_representatives=False)
    lise = people.leader_above(where)
    made = thick_top(where, 9)
    assert "here together" in at(lise, "en").get(reverse("result", args=[made.unit])).content.decode()


def test_a_card_of_a_thin_top_does_not_open_the_unit_below(at):
    """Two people of the top, over Nord alone, who do not answer: the top's picture is Nord's own."""
    where = people.team(9, with_representatives=False)
    organisations.change_unit(
        by=where.steward, unit_id=where.top, name="Hjemmeplejen", parent=None, headcount=2, now=town.NOW
    )
    tops, norths = [("t0@havnby.test", ""), ("t1@havnby.test", "")], [(f"p{n}@havnby.test", "") for n in range(7)]
    round_id = rounds.create(
        by=where.steward, root=where.top, people={where.top: rounds.People(tops), where.unit: rounds.People(norths)},
        closes_at=town.CLOSES, points=10, preferred="drawn", why="", language="da", now=town.NOW,
    )  # fmt: skip
    rounds.release_sending(by=where.steward, round_id=round_id, agreed=True, now=town.NOW)
    codes = town.long_codes(round_id)  # the seven of Nord, then the two of the top
    top = RoundUnit.objects.get(round_id=round_id, parent=None)
    made = people.Round(where, round_id, top.id, tuple(codes))
    people.close_with(made, people.ANSWERS[:7])
    assert people.released_of(round_id).units[str(top.id)].hidden is None
    visitor = at(None, "en")
    assert "of 60" in visitor.get(f"/r/{codes[0]}").content.decode()
    page = visitor.get(f"/r/{codes[7]}")
    assert page.status_code == 200
    assert "of 60" not in page.content.decode()
    assert for_card(find_door(codes[7]).round_unit_id).picture.numbers is None
    assert "of 60" in words_of(visitor.get(f"/r/{codes[0]}/result.pdf"))
    assert "of 60" not in words_of(visitor.get(f"/r/{codes[7]}/result.pdf"))


def test_a_leader_cannot_pass_on_what_she_may_not_open_herself(at):
    """Lise leads Hjemmeplejen with nobody in it but Nord; by sharing »her« picture she would give Nord's to Bo."""
    where = people.team(9, with_representatives=False)
    lise = people.leader_above(where)
    whole = organisations.add_unit(
        by=where.steward, organisation_id=where.organisation, name="Sundhed", parent=None, headcount=0, now=town.NOW
    )
    organisations.change_unit(
        by=where.steward, unit_id=where.top, name="Hjemmeplejen", parent=whole, headcount=0, now=town.NOW
    )
    grants.grant(
        by=where.steward, organisation_id=where.organisation, email="bo@havnby.test", name="Bo", role=Role.LEADER,
        unit_id=whole, ends=None, now=town.NOW,
    )  # fmt: skip
    made = branch(where, [])
    assert not opens(at(lise), made.unit)
    reply = at(lise).post(reverse("result_share", args=[made.unit]), {"shared": "1"})
    assert not opens(at(User.objects.get(email="bo@havnby.test")), made.unit)
    assert reply.status_code == 404


def asked_and_answered(where, *, own=0, **others):
    """A closed round: Nord answers with twelve of twelve, the top's own people never, the others as many as said."""
    if own:
        organisations.change_unit(
            by=where.steward, unit_id=where.top, name="Hjemmeplejen", parent=None, headcount=own, now=town.NOW
        )
    asked, answering = {where.unit: 12, where.top: own}, {where.unit: 12, where.top: 0}
    for name, answers in others.items():
        unit = organisations.add_unit(
            by=where.steward, organisation_id=where.organisation, name=name, parent=where.top, headcount=9,
            now=town.NOW,
        )  # fmt: skip
        asked[unit], answering[unit] = 9, answers
    people_of = {
        unit: rounds.People([(f"{place}-{number:02}@havnby.test", "") for number in range(count)])
        for place, (unit, count) in enumerate(asked.items())
    }
    round_id = rounds.create(
        by=where.steward, root=where.top, people=people_of, closes_at=town.CLOSES, points=10, preferred="drawn",
        why="", language="da", now=town.NOW,
    )  # fmt: skip
    rounds.release_sending(by=where.steward, round_id=round_id, agreed=True, now=town.NOW)
    codes = iter(town.long_codes(round_id))
    by_unit = {unit: [next(codes) for _ in range(count)] for unit, count in asked.items()}
    for unit, count in answering.items():
        for code in by_unit[unit][:count]:
            town.answer(code, town.profile(4, 2, 2))
    top = RoundUnit.objects.get(round_id=round_id, parent=None)
    made = people.Round(where, round_id, top.id, tuple(by_unit[where.top]))
    people.close_with(made, [])
    return made


def test_three_units_of_whom_one_answered_are_one_unit(at):
    """Invited are three, but the branch's picture is Nord's own to the last digit."""
    where = people.team(12, with_representatives=False)
    made = asked_and_answered(where, Syd=0, Vest=0)
    assert people.released_of(made.id).units[str(made.unit)].n == 12
    for who in (where.hr, where.steward, people.leader_above(where)):
        assert not opens(at(who), made.unit)
        assert not opens(at(who), row(made, "Hjemmepleje Nord"))
    assert opens(at(where.leader), row(made, "Hjemmepleje Nord"))


def test_a_top_that_said_nothing_itself_gets_no_picture_of_the_unit_below(at):
    where = people.team(12, with_representatives=False)
    made = asked_and_answered(where, own=9)
    assert not opens(at(people.leader_above(where)), made.unit)
    card = at(None, "en").get(f"/r/{made.codes[-1]}")
    assert card.status_code == 200
    assert "of 60" not in card.content.decode()


def test_a_silent_neighbour_hides_nobody_when_the_others_share():
    """Nord, Syd and Vest answer, Øst is silent; once Syd and Vest share, the rest of the branch is Nord alone."""
    where = people.team(12, with_representatives=False)
    made = asked_and_answered(where, Syd=7, Vest=7, Øst=0)
    results.share(by=leader_of(made, "Syd"), round_unit_id=row(made, "Syd"), now=town.NOW)
    vest = leader_of(made, "Vest")
    with pytest.raises(Refused):
        results.share(by=vest, round_unit_id=row(made, "Vest"), now=town.NOW)
