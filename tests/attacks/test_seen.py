"""Permissions are seen: who gives a role, ends it, or changes a unit is told of, and a new role waits until it is."""

from datetime import timedelta

import pytest
from django.urls import reverse

from kulturspejl.access.permission import day_of
from kulturspejl.access.union import Seen
from kulturspejl.actions import organisations, telling_near
from kulturspejl.actions import people as grants
from kulturspejl.actions.letters import sending
from kulturspejl.core.disclosure.persons import Shut
from kulturspejl.core.errors import Faulty, Refused
from kulturspejl.core.permissions import Role
from kulturspejl.faces.shared import clock
from kulturspejl.records.models import AuditEntry, ChangeNotice, Grant, Letter, User
from tests import people
from tests.actions import town

pytestmark = pytest.mark.django_db(transaction=True)
DAY = timedelta(days=1)


def give(where, email, role, unit, now, by=None):
    return grants.grant(
        by=by or where.steward, organisation_id=where.organisation, email=email, name=email.split("@")[0].title(),
        role=role, unit_id=unit, ends=None, now=now,
    )  # fmt: skip


def mail(mailoutbox, now):
    """What the jobs do in a turn: gather, send, look what was taken. Who got what."""
    before = len(mailoutbox)
    telling_near.take_a_turn(now=now)
    sending.send_waiting(now=now)
    telling_near.take_a_turn(now=now)
    return {(letter.to[0], letter.subject) for letter in mailoutbox[before:]}


def shut(user, made, now):
    found = Seen(user, now).in_round(made.id)
    unit = str(made.unit)
    return None if unit in found.open else found.shut.get(unit, "nothing")


def test_an_administrator_who_gives_herself_a_role_and_ends_it_has_seen_nothing_and_is_seen(
    at, mailoutbox, monkeypatch
):
    where = people.team(9)
    made = people.closed_round(where)
    now = town.NOW + 9 * DAY
    mine = give(where, where.steward.email, Role.TR, where.unit, now)
    assert shut(where.steward, made, now) is Shut.UNTOLD
    letters = mail(mailoutbox, now)
    assert {to for to, _subject in letters} == {where.leader.email, where.amr.email, where.tr.email}
    assert shut(where.steward, made, now + DAY - timedelta(minutes=1)) is Shut.SOON
    grants.end(by=where.steward, grant_id=mine, now=now + timedelta(hours=1))
    assert shut(where.steward, made, now + 2 * DAY) == "nothing"
    monkeypatch.setattr(clock, "now", lambda: now + DAY)
    for user in (where.leader, where.amr, where.tr):
        page = at(user).get("/organisation/changes").content.decode()
        for done in ("gave", "ended"):
            assert f"{done} a permission: <strong>Sanne, union representative (TR), Hjemmepleje Nord</strong>" in page


def test_a_leader_hands_over_and_the_new_one_opens_earlier_results_after_a_day(mailoutbox):
    """The old leader is the only one there, and has left before the new one comes."""
    where = people.team(9, with_representatives=False)
    made = people.closed_round(where)
    now = town.NOW + 9 * DAY
    grants.end(by=where.steward, grant_id=Grant.objects.get(user=where.leader, unit_id=where.unit).id, now=now)
    mail(mailoutbox, now)
    give(where, "ny@havnby.test", Role.LEADER, where.unit, now + 5 * DAY)
    new = User.objects.get(email="ny@havnby.test")
    letters = mail(mailoutbox, now + 5 * DAY)
    assert {to for to, _subject in letters} == {"ny@havnby.test", where.leader.email}
    assert shut(new, made, now + 6 * DAY - timedelta(minutes=1)) is Shut.SOON
    assert shut(new, made, now + 6 * DAY) is None


def test_where_nobody_can_be_told_administrators_are_and_earlier_results_stay_shut(mailoutbox):
    """Also to the next one, whom only somebody from whom they are shut could be told of; what closes later opens."""
    where = people.team(9, with_representatives=False)
    made = people.closed_round(where)
    now = town.NOW + 90 * DAY
    held = Grant.objects.get(user=where.leader, unit_id=where.unit)
    grants.end(by=where.steward, grant_id=held.id, now=town.NOW + 9 * DAY)
    give(where, "ny@havnby.test", Role.LEADER, where.unit, now)
    letters = mail(mailoutbox, now)
    assert (where.steward.email, "Nobody could be told: Hjemmepleje Nord") in letters or any(
        to == where.steward.email for to, _subject in letters
    )
    new = User.objects.get(email="ny@havnby.test")
    assert shut(new, made, now + 30 * DAY) is Shut.UNTOLD
    give(where, where.steward.email, Role.TR, where.unit, now + DAY)
    mail(mailoutbox, now + DAY)
    assert shut(where.steward, made, now + 30 * DAY) is Shut.UNTOLD
    later = people.closed_round(
        town.Town(where.organisation, where.top, where.unit, where.steward, where.hr, new, where.amr, where.tr),
        now=now + 60 * DAY,
    )
    assert shut(new, later, now + 60 * DAY) is None
    assert shut(where.steward, later, now + 60 * DAY) is None


def test_letters_that_the_mail_server_refuses_open_nothing_and_administrators_hear(mail_server, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = mail_server.host, mail_server.port
    where = people.team(9, with_representatives=False)
    made = people.closed_round(where)
    now = town.NOW + 9 * DAY
    mail_server.refused.add(where.leader.email)
    give(where, "ny@havnby.test", Role.AMR, where.unit, now)
    new = User.objects.get(email="ny@havnby.test")
    for turn in range(3):
        telling_near.take_a_turn(now=now + turn * timedelta(minutes=1))
        sending.send_waiting(now=now + turn * timedelta(minutes=1))
    assert sorted(one.receivers[0] for one in mail_server.letters) == ["ny@havnby.test", where.steward.email]
    assert shut(new, made, now + 30 * DAY) is Shut.UNTOLD


def test_a_first_round_later_needs_nobody_to_be_told_of_those_who_were_there(mailoutbox):
    """Initial grants are as they were: nobody is in the unit yet, and there is nothing to be looked up."""
    where = people.team(9)
    made = people.closed_round(where, now=town.NOW + DAY)
    for user in (where.leader, where.amr, where.tr):
        assert shut(user, made, town.NOW + DAY) is None
    assert not Letter.objects.filter(kind="nobody_told").exists()


def test_at_most_one_letter_a_person_a_day_and_one_for_a_whole_import(mailoutbox):
    where = people.team(9)
    assert reverse("changes") == telling_near.PATH
    wishes = [
        grants.Wish(f"n{number}@havnby.test", f"N{number}", role, where.unit)
        for number in range(3)
        for role in (Role.AMR, Role.LEADER)
    ]
    assert grants.grant_all(by=where.steward, organisation_id=where.organisation, wishes=wishes, now=town.NOW) == 6
    first = mail(mailoutbox, town.NOW)
    assert len(mailoutbox) == len(first) == 6, "three who were there, and each of the three new ones once"
    for hour in range(1, 5):
        at = town.NOW + timedelta(hours=hour)
        organisations.change_unit(
            by=where.steward, unit_id=where.unit, name="Hjemmepleje Nord", parent=where.top, headcount=9 + hour, now=at
        )
        # The new ones have had their own letter alone, so the first of these is theirs.
        assert mail(mailoutbox, at) == set() or hour == 1
    assert {to for to, _subject in mail(mailoutbox, town.NOW + DAY + timedelta(hours=2))} >= {where.amr.email}
    assert not ChangeNotice.objects.filter(gathered_at=None, user=where.amr).exists()
    assert grants.grant_all(by=where.steward, organisation_id=where.organisation, wishes=wishes, now=town.NOW) == 0


def test_one_bad_line_of_a_table_gives_nobody_anything():
    where = people.team(9)
    assert reverse("changes") == telling_near.PATH
    wishes = [grants.Wish("ny@havnby.test", "Ny", Role.AMR, where.unit), grants.Wish("x", "X", Role.AMR, where.unit)]
    with pytest.raises(Faulty) as fault:
        grants.grant_all(by=where.steward, organisation_id=where.organisation, wishes=wishes, now=town.NOW)
    assert list(fault.value.fields) == ["1"]
    assert not User.objects.filter(email="ny@havnby.test").exists()


def test_the_same_role_at_the_same_unit_is_not_given_twice_and_the_form_keeps_what_was_typed(at):
    where = people.team(9)
    again = {"email": where.amr.email.upper(), "name": "", "role": "amr", "unit": str(where.unit), "ends": ""}
    answer = at(where.steward).post("/people", again)
    assert answer.status_code == 422
    assert "has this permission here already" in answer.content.decode()
    assert Grant.objects.filter(user=where.amr).count() == 1
    assert at(where.steward).post("/people", again | {"ends": "2027-01-31"}).status_code == 302
    line = AuditEntry.objects.get(verb="grant.until")
    assert line.said["until"] == [None, "2027-01-31"]


def test_ending_asks_first_and_ones_own_stewardship_says_what_comes(at):
    where = people.team(9)
    give(where, "to@havnby.test", Role.STEWARD, None, town.NOW)
    mine = Grant.objects.get(user=where.steward, role="steward", unit=None)
    browser = at(where.steward)
    people_page = browser.get("/people").content.decode()
    assert reverse("grant_end", args=[mine.id]) in people_page
    asked = browser.get(reverse("grant_end", args=[mine.id])).content.decode()
    assert "You cannot give" in asked
    assert "To" in asked
    assert Grant.objects.get(id=mine.id).ended_at is None
    answer = browser.post(reverse("grant_end", args=[mine.id]), follow=True)
    assert answer.status_code == 200
    assert answer.redirect_chain[-1][0] == "/home"
    assert "no administrator any more" in answer.content.decode()


def test_the_list_says_who_what_whose_and_from_what_to_what_also_when_all_of_it_is_gone(at, monkeypatch):
    where = people.team(9)
    now = town.NOW
    organisations.change_unit(
        by=where.steward, unit_id=where.unit, name="Nord", parent=where.top, headcount=4, now=now
    )
    held = give(where, "ny@havnby.test", Role.AMR, where.unit, now)
    grants.end(by=where.steward, grant_id=held, now=now)
    organisations.close_unit(by=where.steward, unit_id=where.unit, now=now)
    new = User.objects.get(email="ny@havnby.test")
    User.objects.filter(id=new.id).update(name="", email="gone@havnby.test", number=17)
    page = " ".join(at(where.steward).get("/organisation/changes").content.decode().split())
    assert "changed a unit: <strong>Hjemmepleje Nord</strong>" in page
    assert "name: Hjemmepleje Nord → Nord" in page
    assert "employees: 9 → 4" in page
    assert "ended a permission: <strong>person 17, safety representative (AMR), Nord</strong>" in page
    assert "closed a unit: <strong>Nord</strong>" in page
    assert "<strong>Ny" not in page
    assert "ny@havnby.test" not in page
    number = AuditEntry.objects.get(verb="grant.end").person_number
    new.delete()
    page = " ".join(at(where.steward).get("/organisation/changes").content.decode().split())
    assert f"<strong>person {number}, safety representative (AMR), Nord</strong>" in page


def test_who_sees_which_lines(at):
    """AMR and TR: their units, and what counts for all. A leader: the own unit's permissions and size."""
    where = people.team(9)
    other = organisations.add_unit(
        by=where.steward, organisation_id=where.organisation, name="Andet sted", parent=None, headcount=5, now=town.NOW
    )
    give(where, "ole@havnby.test", Role.LEADER, other, town.NOW)
    made = people.closed_round(where)
    grants.grant(
        by=where.steward, organisation_id=where.organisation, email="top@havnby.test", name="Top", role=Role.AMR,
        unit_id=where.top, ends=None, now=town.NOW,
    )  # fmt: skip
    amr = at(where.amr).get("/organisation/changes").content.decode()
    top = at(User.objects.get(email="top@havnby.test"))
    assert "Andet sted" not in amr
    assert "closed a round and opened its result" in amr
    assert "HR" in amr, "a role everywhere reaches this unit too"
    reached = top.get("/organisation/changes").content.decode()
    assert "closed a round and opened its result" in reached, "AMR reaches below"
    leader = at(where.leader).get("/organisation/changes").content.decode()
    assert "gave a permission" in leader
    assert "opened its result" not in leader
    assert "Andet sted" not in leader
    ole = at(User.objects.get(email="ole@havnby.test")).get("/organisation/changes").content.decode()
    assert "Hjemmepleje Nord" not in ole
    assert at(where.hr).get("/organisation/changes").status_code == 404
    assert reverse("changes") in at(where.amr).get("/home").content.decode()
    assert made.id


def test_the_list_is_paged_and_filtered(at):
    where = people.team(9)
    for number in range(60):
        organisations.change_unit(
            by=where.steward, unit_id=where.unit, name="Hjemmepleje Nord", parent=where.top, headcount=10 + number,
            now=town.NOW,
        )  # fmt: skip
        organisations.change_unit(
            by=where.steward, unit_id=where.top, name="Hjemmeplejen", parent=None, headcount=1 + number, now=town.NOW
        )
    browser = at(where.steward)
    assert browser.get("/organisation/changes").content.decode().count("<td") >= 400
    second = browser.get("/organisation/changes?page=2&kind=units&find=nord").content.decode()
    assert "Hjemmeplejen</strong>" not in second
    only = browser.get("/organisation/changes?kind=permissions&find=amir").content.decode()
    assert only.count("gave a permission") == 1
    assert browser.get("/organisation/changes?kind=nonsense&page=x&find=%00").status_code == 200


def test_a_unit_moved_under_somebody_waits_until_those_in_it_are_told(mailoutbox):
    where = people.team(9)
    made = people.closed_round(where)
    now = town.NOW + 9 * DAY
    elsewhere = organisations.add_unit(
        by=where.steward, organisation_id=where.organisation, name="Andet", parent=None, headcount=0, now=now
    )
    give(where, where.steward.email, Role.AMR, elsewhere, now)
    organisations.change_unit(
        by=where.steward, unit_id=where.unit, name="Hjemmepleje Nord", parent=elsewhere, headcount=9, now=now + DAY
    )
    assert shut(where.steward, made, now + 30 * DAY) is Shut.UNTOLD
    letters = mail(mailoutbox, now + DAY)
    assert {to for to, _subject in letters} >= {where.leader.email, where.amr.email}
    assert shut(where.steward, made, now + 2 * DAY - timedelta(minutes=1)) is Shut.SOON
    assert shut(where.steward, made, now + 2 * DAY) is None


@pytest.mark.parametrize("way", ["with an end", "a successor who ends", "a role at a unit"])
def test_no_way_leaves_an_organisation_without_an_administrator(way):
    where = people.team(9)
    today = day_of(town.NOW)

    def given(email, ends=None, unit=None):
        return grants.grant(
            by=where.steward, organisation_id=where.organisation, email=email, name="", role=Role.STEWARD, unit_id=unit,
            ends=ends, now=town.NOW,
        )  # fmt: skip

    mine = Grant.objects.get(user=where.steward, role="steward", unit=None)
    if way == "with an end":
        with pytest.raises(Refused):
            given(where.steward.email, ends=today)
    else:
        ends, unit = (today + 2 * DAY, None) if way == "a successor who ends" else (None, where.unit)
        given("ny@havnby.test", ends, unit)
        with pytest.raises(Refused):
            grants.end(by=where.steward, grant_id=mine.id, now=town.NOW)
    given("blivende@havnby.test")
    assert given(where.steward.email, ends=today + DAY) == mine.id
    grants.end(by=where.steward, grant_id=mine.id, now=town.NOW)


def test_every_administrator_hears_of_a_new_one_and_so_does_whoever_pressed(mailoutbox):
    """An open browser would be enough to make a stranger administrator; the owner of the browser hears of it."""
    where = people.team(9)
    give(where, "anden@havnby.test", Role.STEWARD, None, town.NOW)
    now = town.NOW + DAY
    assert ("anden@havnby.test", "Something was changed in Havnby") not in mail(mailoutbox, now)
    mine = Grant.objects.get(user=where.steward, role="steward", unit=None)
    given = [one.to[0] for one in mailoutbox if "changed in" in one.subject or "ændret noget i" in one.subject]
    assert given == [where.steward.email]
    grants.end(by=User.objects.get(email="anden@havnby.test"), grant_id=mine.id, now=now + DAY)
    told = {to for to, subject in mail(mailoutbox, now + 2 * DAY) if "dministrator" not in subject}
    assert told == {"anden@havnby.test", where.steward.email}
