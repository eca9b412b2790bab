"""Borrowed and kept: the opener offers, a representative takes over, and each act has an end."""

import uuid
from datetime import timedelta

import pytest

from kulturspejl.access.permission import day_of
from kulturspejl.access.room_access import DeskKey
from kulturspejl.actions import people, plans, rooms
from kulturspejl.core.errors import Conflict, NotThere, Refused
from kulturspejl.core.permissions import Role
from kulturspejl.core.plans.kept import KeptPart
from kulturspejl.readers import taking_over
from kulturspejl.records.models import Action, AuditEntry, Grant, KeptMeeting, Letter, RoomOffer, Unit
from kulturspejl.vault import ledger
from tests.actions.rooms import team
from tests.actions.rooms.course import begin
from tests.actions.town import NOW, found_town

pytestmark = pytest.mark.django_db(transaction=True)
LATER = NOW + timedelta(days=182)


@pytest.fixture
def town(settings, tmp_path):
    settings.KULTURSPEJL_VAR = tmp_path
    return found_town()


@pytest.fixture
def held():
    return team.held()


def desk(lent) -> DeskKey:
    return DeskKey(lent.desk_key)


def the_parts() -> list[KeptPart]:
    return [KeptPart.from_json(one) for one in KeptMeeting.objects.get().parts]


def test_two_acts_put_the_place_and_the_action_where_the_unit_has_them(town, held):
    with pytest.raises(Conflict):
        team.take(held, town.amr, town.unit)
    team.offer(held)
    team.offer(held)
    kept = team.take(held, town.amr, town.unit)
    row = KeptMeeting.objects.get(id=kept)
    assert (row.unit_id, row.programme, row.day, row.taken_by, row.role) == (
        town.unit, "team_learning", day_of(NOW), town.amr, "amr",
    )  # fmt: skip
    assert row.kept_until == day_of(NOW) + timedelta(days=3 * 365)
    (part,) = the_parts()
    assert [(one.id, one.low, one.high) for one in part.items] == [("now", 5, 6), ("goal", 8, 9)]
    assert part.answers == 5
    idea = Action.objects.get()
    assert (idea.id, idea.state, idea.what, idea.who, idea.tool) == (
        row.action_id, "idea", team.ACTION, "Aisha", "team_learning",
    )  # fmt: skip
    assert AuditEntry.objects.filter(verb="meeting.keep", unit_id=town.unit).count() == 1


def test_nothing_leads_back_to_the_room_or_to_anybody_in_it(town, held):
    team.offer(held)
    team.take(held, town.tr, town.unit)
    stored = str(KeptMeeting.objects.values().get())
    for secret in (str(held.room_id), held.code, "P0", "5.2"):
        assert secret not in stored
    rooms.delete_now(by=desk(held), room_id=held.room_id, now=NOW)
    assert KeptMeeting.objects.exists()
    assert not RoomOffer.objects.exists()


@pytest.mark.parametrize(("who", "says"), [("leader", Refused), ("hr", NotThere), ("steward", NotThere)])
def test_only_a_representative_takes_it_where_there_is_one(town, held, who, says):
    team.offer(held)
    with pytest.raises(says):
        team.take(held, getattr(town, who), town.unit)
    with pytest.raises(NotThere):
        team.take(held, town.amr, town.top)
    assert not KeptMeeting.objects.exists()


def test_a_leader_who_is_amr_too_is_the_leader(town, held):
    people.grant(
        by=town.steward, organisation_id=town.organisation, email=town.leader.email, name="Karen", role=Role.AMR,
        unit_id=town.unit, ends=None, now=NOW,
    )  # fmt: skip
    team.offer(held)
    with pytest.raises(Refused):
        team.take(held, town.leader, town.unit)


def test_without_a_representative_it_is_the_leaders_act(settings, tmp_path, held):
    settings.KULTURSPEJL_VAR = tmp_path
    town = found_town(with_representatives=False)
    team.offer(held)
    team.take(held, town.leader, town.unit)
    assert RoomOffer.objects.get().role == KeptMeeting.objects.get().role == "leader"


def test_what_stands_in_the_plan_already_is_not_put_there_twice(town, held):
    sent = plans.send_idea(by=town.leader, unit_id=town.unit, what=team.ACTION, tool="team_learning", now=NOW)
    team.offer(held)
    team.take(held, town.amr, town.unit)
    assert [one.id for one in Action.objects.all()] == [sent]
    assert KeptMeeting.objects.get().action_id == sent


def test_agreed_on_anew_with_another_name_or_day_it_waits_in_the_plan_anew(town, held):
    before = {"unit_id": town.unit, "what": team.ACTION, "agreed_on": day_of(NOW) - timedelta(days=60)}
    bo = Action.objects.create(who="Bo", follow_up=day_of(NOW) - timedelta(days=18), **before)
    team.offer(held)
    team.take(held, town.amr, town.unit)
    idea = Action.objects.exclude(id=bo.id).get()
    assert (idea.state, idea.who, idea.follow_up) == ("idea", "Aisha", day_of(NOW) + timedelta(days=42))
    assert KeptMeeting.objects.get().action_id == idea.id


def test_agreed_on_anew_as_it_stands_it_stands_there_once(town, held):
    before = {"unit_id": town.unit, "what": team.ACTION, "agreed_on": day_of(NOW) - timedelta(days=60)}
    same = Action.objects.create(who="Aisha", follow_up=day_of(NOW) + timedelta(days=42), **before)
    team.offer(held)
    team.take(held, town.amr, town.unit)
    assert [one.id for one in Action.objects.all()] == [same.id]


def test_pressed_twice_and_by_two_of_one_unit_keeps_one(town, held):
    form = uuid.uuid4()
    team.offer(held)
    first = team.take(held, town.amr, town.unit, form=form)
    assert team.take(held, town.amr, town.unit, form=form) == first
    assert team.take(held, town.tr, town.unit) == first
    assert KeptMeeting.objects.count() == Action.objects.count() == 1


def test_another_unit_comes_too_late(town, held):
    other = people_of_another_unit(town)
    team.offer(held)
    team.take(held, town.amr, town.unit)
    with pytest.raises(Conflict, match="Hjemmepleje Nord"):
        team.take(held, other[0], other[1])
    assert KeptMeeting.objects.count() == 1


def people_of_another_unit(town):
    from kulturspejl.actions import organisations
    from kulturspejl.records.models import User

    unit = organisations.add_unit(
        by=town.steward, organisation_id=town.organisation, name="Syd", parent=town.top, headcount=9, now=NOW
    )
    people.grant(
        by=town.steward, organisation_id=town.organisation, email="bo@havnby.test", name="Bo", role=Role.AMR,
        unit_id=unit, ends=None, now=NOW,
    )  # fmt: skip
    return User.objects.get(email="bo@havnby.test"), unit


def test_what_changed_after_it_was_read_is_read_again(town, held):
    from kulturspejl.values.room_kept import what_goes

    team.offer(held)
    seen = what_goes(team.room_of(held)).mark
    team.agree(held, "Vi prøver noget andet")
    with pytest.raises(Conflict, match="has changed"):
        rooms.take_over(by=town.amr, code=held.code, unit_id=town.unit, seen=seen, now=NOW)
    team.take(held, town.amr, town.unit)
    assert Action.objects.get().what == "Vi prøver noget andet"


def test_an_offer_ends_by_its_opener_and_with_the_room(town, held):
    team.offer(held)
    rooms.take_back_offer(by=desk(held), room_id=held.room_id, now=NOW)
    rooms.take_back_offer(by=desk(held), room_id=held.room_id, now=NOW)
    with pytest.raises(Conflict):
        team.take(held, town.amr, town.unit)
    team.offer(held)
    mark = team.what_goes(team.room_of(held)).mark
    rooms.delete_due(now=NOW + timedelta(hours=24))
    with pytest.raises(Conflict):
        rooms.take_over(by=town.amr, code=held.code, unit_id=town.unit, seen=mark, now=NOW)
    assert not KeptMeeting.objects.exists()


def test_taken_over_it_is_no_longer_the_openers(town, held):
    team.offer(held)
    team.take(held, town.amr, town.unit)
    with pytest.raises(Conflict):
        rooms.take_back_offer(by=desk(held), room_id=held.room_id, now=NOW)


def test_whose_permission_ended_in_between_is_nobody(town, held):
    team.offer(held)
    grant = Grant.objects.get(user=town.amr)
    people.end(by=town.steward, grant_id=grant.id, now=NOW)
    with pytest.raises(NotThere):
        team.take(held, town.amr, town.unit, now=NOW + timedelta(hours=1))
    team.take(held, town.tr, town.unit, now=NOW + timedelta(hours=1))


def test_what_fails_in_the_middle_leaves_nothing(town, held, monkeypatch):
    """As a kill would: everything stands in one transaction."""
    team.offer(held)
    with monkeypatch.context() as broken:
        broken.setattr("kulturspejl.actions.rooms.keeping._taken", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            team.take(held, town.amr, town.unit)
    assert not KeptMeeting.objects.exists()
    assert not Action.objects.exists()
    assert RoomOffer.objects.get().taken_at is None
    team.take(held, town.amr, town.unit)


def test_only_a_teams_own_room_with_something_in_it_is_offered():
    course = begin()
    with pytest.raises(Conflict):
        rooms.offer(by=course.frida, room_id=course.id, now=NOW)
    lent = team.opened()
    with pytest.raises(Refused):
        team.offer(lent)
    with pytest.raises(NotThere):
        rooms.offer(by=DeskKey("x"), room_id=lent.room_id, now=NOW)


def test_of_four_answers_there_is_nothing_to_hand_over():
    few = team.opened()
    team.stand(few, team.PLACES[:4])
    with pytest.raises(Refused):
        team.offer(few)


def test_what_was_only_combined_at_the_close_goes_with_the_room(monkeypatch):
    lent = team.opened()
    monkeypatch.setattr(team.do, "Show", lambda _part: team.do.More(1))
    team.stand(lent)
    rooms.finish(by=desk(lent), room_id=lent.room_id, seen=team.from_json(team.room_of(lent).state).version, now=NOW)
    assert team.room_of(lent).pictures.filter(is_final=True).exists()
    assert team.what_goes(team.room_of(lent)).is_nothing


def test_the_next_time_the_room_brings_along_where_they_stood(town, held):
    team.offer(held)
    team.take(held, town.amr, town.unit)
    again = team.opened(by=town.leader, unit=town.unit, now=LATER)
    room = team.room_of(again)
    (brought,) = room.before
    assert brought["on"] == day_of(NOW).isoformat()
    assert KeptPart.from_json(brought["part"]) == the_parts()[0]
    assert room.organisation is None
    assert str(town.unit) not in str(room.before)
    with pytest.raises(NotThere):
        team.opened(by=town.hr, unit=town.unit)
    with pytest.raises(NotThere):
        team.opened(unit=town.unit)
    assert team.room_of(team.opened("team_demands", by=town.tr, unit=town.unit)).before == []


def test_it_is_taken_off_by_a_representative_and_no_restore_brings_it_back(town, held):
    team.offer(held)
    kept = team.take(held, town.amr, town.unit)
    for nobody in (town.leader, town.hr, town.steward):
        with pytest.raises(NotThere):
            rooms.take_off(by=nobody, meeting_id=kept, now=NOW)
    form = uuid.uuid4()
    rooms.take_off(by=town.tr, meeting_id=kept, form=form, now=NOW)
    rooms.take_off(by=town.tr, meeting_id=kept, form=form, now=NOW)
    assert not KeptMeeting.objects.exists()
    assert Action.objects.exists(), "what was agreed stays in the plan"
    assert [one.round_id for one in ledger.entries() if one.what == ledger.KEPT_MEETING] == [kept]


def test_it_is_kept_for_three_years_and_goes_with_its_unit(town, held):
    team.offer(held)
    kept = team.take(held, town.amr, town.unit)
    last = NOW + timedelta(days=3 * 365)
    assert rooms.delete_old_meetings(now=last) == 0
    assert rooms.delete_old_meetings(now=last + timedelta(days=1)) == 1
    assert [one.round_id for one in ledger.entries() if one.what == ledger.KEPT_MEETING] == [kept]
    again = team.opened()
    team.agree(again)
    team.offer(again)
    team.take(again, town.amr, town.unit)
    Action.objects.all().delete()
    Unit.objects.filter(id=town.unit).delete()
    assert not KeptMeeting.objects.exists()


def test_the_same_question_is_kept_once_in_six_weeks_and_comes_along_after_six(town, held):
    """So near, all others would answer as before, and the difference would be one person's."""
    team.offer(held)
    team.take(held, town.amr, town.unit)
    for days, kept, brought in ((41, 1, 0), (42, 2, 1)):
        then = NOW + timedelta(days=days)
        again = team.opened(by=town.leader, unit=town.unit, now=then)
        assert len(team.room_of(again).before) == brought
        team.stand(again, now=then)
        team.offer(again, now=then)
        if kept == 1:
            with pytest.raises(Refused, match="6 weeks"):
                team.take(again, town.amr, town.unit, now=then)
            team.agree(again, "Noget andet", now=then)
        team.take(again, town.amr, town.unit, now=then)
        parts = [one for row in KeptMeeting.objects.all() for one in row.parts]
        assert len(parts) == kept


def test_what_was_taken_off_has_been_read_so_where_the_team_stands_is_not_kept_again_so_soon(town, held):
    """Kept, taken off, and held again with one more: whoever read both numbers would have the newcomer's."""
    team.offer(held)
    rooms.take_off(by=town.amr, meeting_id=team.take(held, town.amr, town.unit), now=NOW)
    for days, kept in ((41, 0), (42, 1)):
        then = NOW + timedelta(days=days)
        again = team.opened(by=town.leader, unit=town.unit, now=then)
        team.stand(again, now=then)
        team.offer(again, now=then)
        places = taking_over.offered(town.amr, team.room_of(again).code, now=then).places
        (place,) = [one for one in places if one.unit_id == town.unit]
        assert place.is_too_soon == (not kept)
        if not kept:
            with pytest.raises(Refused, match="6 weeks"):
                team.take(again, town.amr, town.unit, now=then)
            continue
        team.take(again, town.amr, town.unit, now=then)
        assert len(the_parts()) == kept


def test_a_teams_demands_are_kept_card_by_card_with_the_gap_of_the_bands(town):
    lent = team.opened("team_demands")
    cards = {"workload": 4, "interruptions": 3, "influence": 2, "meaning": 4}
    team.weigh(lent, [cards | {"hours": 5} if one else cards for one in range(5)])
    team.offer(lent)
    team.take(lent, town.tr, town.unit)
    (part,) = the_parts()
    assert {one.id: (one.low, one.high) for one in part.items} == {
        "workload": (4, 4.5), "interruptions": (3, 3.5), "influence": (2, 2.5), "meaning": (4, 4.5),
    }, "of a card with four answers there is nothing"  # fmt: skip
    first, second = part.gap()
    assert ([one.id for one in first], [one.id for one in second]) == (["workload"], ["influence"])


def test_a_closed_unit_takes_nothing_over(town, held):
    from kulturspejl.actions import organisations

    team.offer(held)
    organisations.close_unit(by=town.steward, unit_id=town.unit, now=NOW)
    with pytest.raises(Refused, match="closed"):
        team.take(held, town.amr, town.unit, now=NOW + timedelta(hours=1))


def test_the_others_of_the_unit_get_one_letter_each(town, held):
    team.offer(held)
    team.take(held, town.amr, town.unit)
    team.take(held, town.tr, town.unit)
    letters = Letter.objects.filter(kind="meeting_kept")
    assert {one.to for one in letters} == {town.leader, town.tr}
    assert {one.path for one in letters} == {f"/units/{town.unit}/plan"}


def test_taken_off_as_long_as_the_room_is_there_it_can_be_taken_over_by_the_right_unit(town, held):
    other = people_of_another_unit(town)
    team.offer(held)
    wrong = team.take(held, other[0], other[1])
    rooms.take_off(by=other[0], meeting_id=wrong, now=NOW)
    right = team.take(held, town.amr, town.unit)
    assert [one.id for one in KeptMeeting.objects.all()] == [right]
    assert RoomOffer.objects.get().unit_name == "Hjemmepleje Nord"
