"""The front page of leader, AMR and TR."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse

from kulturspejl.actions import organisations, plans
from kulturspejl.actions import people as grants
from kulturspejl.core.permissions import Role
from kulturspejl.faces.leader import home as front
from kulturspejl.faces.shared import clock
from kulturspejl.readers import home as reader
from tests import people
from tests.actions import town

pytestmark = pytest.mark.django_db(transaction=True)


def home(at, user, language="en"):
    return at(user, language).get(reverse("home")).content.decode()


def test_it_asks_for_a_sign_in_first(at):
    response = at().get(reverse("home"))
    assert response.status_code == 302
    assert response.url.startswith("/account/login")


def test_the_leader_sees_the_own_unit_and_may_ask_it(at):
    where = people.team(9)
    page = home(at, where.leader)
    assert "Hjemmepleje Nord" in page
    assert "9 employees" in page
    assert reverse("round_new", args=[where.unit]) in page


def test_a_representative_sees_the_unit_but_does_not_ask(at):
    where = people.team(9)
    page = home(at, where.amr)
    assert "You are safety representative (AMR)" in page
    assert reverse("round_new", args=[where.unit]) not in page


@pytest.mark.slow
def test_what_waits_for_a_representative_stands_first_and_not_with_the_leader(at):
    where = people.team(9)
    round_id = people.waiting_round(where)
    release = reverse("round_release", args=[round_id])
    assert release in home(at, where.amr)
    assert release not in home(at, where.leader)
    assert reverse("round_page", args=[round_id]) in home(at, where.leader)


def test_a_leader_without_representatives_is_asked_who_follows_up(at):
    where = people.team(9, with_representatives=False)
    assert "Who follows up with you?" in home(at, where.leader)
    assert "Hvem følger op sammen med dig?" in home(at, where.leader, "da")


def test_a_leader_with_representatives_is_not(at):
    assert "Who follows up with you?" not in home(at, people.team(9).leader)


@pytest.mark.slow
def test_trait_and_action_stand_on_the_front_page_of_leader_amr_and_tr(at):
    where = people.team(9)
    done = people.closed_round(where)
    trait = plans.choose_trait(
        by=where.tr, unit_id=where.unit, stems_from=done.unit, more_of="talk early on", less_of="", notice="We say it",
        better_for="the task", now=clock.now(),
    )  # fmt: skip
    plans.agree_action(
        by=where.leader, trait_id=trait, what="Five minutes at the end", who="Amir", due=clock.today(),
        follow_up=clock.today() + timedelta(weeks=6), now=clock.now(),
    )  # fmt: skip
    for user in (where.leader, where.amr, where.tr):
        page = home(at, user)
        assert "talk early on" in page
        assert "Five minutes at the end" in page
        assert "4 January 2027" in page
    assert "4. januar 2027" in home(at, where.tr, "da")


def agreed(where, **days):
    trait = plans.choose_trait(
        by=where.tr, unit_id=where.unit, stems_from=None, more_of="talk", less_of="", notice="n", better_for="b",
        now=clock.now(),
    )  # fmt: skip
    days = {"due": clock.today(), "follow_up": clock.today() + timedelta(weeks=6)} | days
    return plans.agree_action(by=where.leader, trait_id=trait, what="w", who="Amir", now=clock.now(), **days)


@pytest.mark.slow
def test_it_says_when_it_is_time_to_look_again_and_until_somebody_has(at, monkeypatch):
    where = people.team(9)
    action = agreed(where)
    assert "What came of it?" not in home(at, where.tr)
    assert "The next time you look at your plan: 4 January 2027." in home(at, where.tr)
    monkeypatch.setattr(clock, "now", lambda: town.NOW + timedelta(weeks=6))
    for user in (where.leader, where.amr, where.tr):
        page = home(at, user)
        assert page.index("What came of it?") < page.index('<section class="unit"'), "what waits stands first"
        assert reverse("follow_up", args=[action]) in page
    plans.follow_up(by=where.amr, action_id=action, seen=1, noticed="yes", effect="They ask", outcome="keep",
                    next_day=clock.today() + timedelta(weeks=6), now=clock.now())  # fmt: skip
    page = home(at, where.tr)
    assert "They ask" in page
    assert "We keep doing it" in page
    assert "What came of it?" not in page


@pytest.mark.slow
def test_what_is_late_is_asked_for_and_looked_at_again_later(at, monkeypatch):
    where = people.team(9)
    action = agreed(where)
    monkeypatch.setattr(clock, "now", lambda: town.NOW + timedelta(weeks=1))
    assert "Is it done?" in home(at, where.amr)
    plans.move(by=where.amr, action_id=action, state="tried", seen=1, line="Twice", now=clock.now())
    assert "Is it done?" not in home(at, where.amr)
    assert "Twice" in home(at, where.amr)
    monkeypatch.setattr(clock, "now", lambda: town.NOW + timedelta(weeks=6))
    assert "What came of it?" in home(at, where.amr)


@pytest.mark.slow
def test_what_was_looked_at_after_its_day_is_not_asked_for_again(at, monkeypatch):
    """To be done another way: the next day is the one they gave themselves."""
    where = people.team(9)
    action = agreed(where)
    monkeypatch.setattr(clock, "now", lambda: town.NOW + timedelta(weeks=6))
    plans.follow_up(by=where.amr, action_id=action, seen=1, noticed="partly", effect="Some ask", outcome="redo",
                    next_step="In pairs", next_day=clock.today() + timedelta(weeks=6), now=clock.now())  # fmt: skip
    page = home(at, where.leader)
    assert "Is it done?" not in page
    assert "This waits for you" not in page


@pytest.mark.slow
def test_an_idea_waits_for_the_three_and_for_nobody_else(at):
    where = people.team(9)
    plans.send_idea(by=where.tr, unit_id=where.unit, what="Fem minutter", now=clock.now())
    for user in (where.leader, where.amr, where.tr):
        assert "An idea waits" in home(at, user)
    assert "Fem minutter" not in home(at, where.hr)


@pytest.mark.slow
def test_hr_sees_no_result_of_a_unit(at):
    where = people.team(9)
    done = people.closed_round(where)
    page = home(at, where.leader)
    assert reverse("result", args=[done.unit]) in page
    assert page.index("Latest result:") < page.index("        Results\n"), "the newest stands first, and the line below"
    assert str(done.unit) not in home(at, where.hr)


@pytest.mark.slow
def test_a_representative_of_many_units_gets_them_as_a_list_and_those_with_a_trait_at_length(at):
    where = people.team(9)
    closed = people.closed_round(where)
    for name in ("Aften og Nat", "Hjemmepleje Syd", "Birkelund"):
        unit = organisations.add_unit(
            by=where.steward, organisation_id=where.organisation, name=name, parent=where.top, headcount=7, now=town.NOW
        )
        grants.grant(
            by=where.steward, organisation_id=where.organisation, email=where.amr.email, name="", role=Role.AMR,
            unit_id=unit, ends=None, now=town.NOW,
        )  # fmt: skip
    page = home(at, where.amr)
    assert "Your units" in page
    assert page.count('<section class="unit"') == 0
    assert reverse("result", args=[closed.unit]) in page
    chosen = {"more_of": "Talk", "less_of": "", "notice": "It is heard", "better_for": "All"}
    plans.choose_trait(by=where.leader, unit_id=where.unit, stems_from=None, now=town.NOW, **chosen)
    page = home(at, where.amr)
    assert page.count('<section class="unit"') == 1
    assert "Other units" in page


@pytest.mark.slow
def test_of_a_whole_branch_with_traits_the_first_stand_at_length_and_the_others_keep_a_line(at, monkeypatch):
    """At 500 units the page of a branch's AMR was 3.5 MB, and 2.4 s of CPU."""
    monkeypatch.setattr(front, "MOST_AT_ALL", 2)
    where = people.team(9)
    chosen = {"more_of": "Talk", "less_of": "", "notice": "It is heard", "better_for": "All"}
    others = [
        organisations.add_unit(
            by=where.steward, organisation_id=where.organisation, name=name, parent=where.top, headcount=7, now=town.NOW
        )
        for name in ("Aften og Nat", "Hjemmepleje Syd", "Birkelund")
    ]
    for unit in others:
        grants.grant(
            by=where.steward, organisation_id=where.organisation, email=where.amr.email, name="", role=Role.AMR,
            unit_id=unit, ends=None, now=town.NOW,
        )  # fmt: skip
    for unit in (where.unit, *others):
        plans.choose_trait(by=where.amr, unit_id=unit, stems_from=None, now=town.NOW, **chosen)
        plans.send_idea(by=where.amr, unit_id=unit, what="Ask twice", now=town.NOW)
    page = home(at, where.amr)
    assert page.count('<section class="unit"') == 2
    assert "Plans in which something waits, unit by unit: 4" in page
    for unit in (where.unit, *others):
        assert reverse("plan", args=[unit]) in page
    given = {unit: unit == where.unit for unit in (where.unit, *others)}
    found = reader.for_user(where.amr, now=town.NOW).units
    near, _far = front._divided(tuple(replace(one, is_given=given[one.unit_id]) for one in found))
    assert {one.unit_id for one in near} == {where.unit}, "one's own, and not those below"
    monkeypatch.setattr(reader, "MOST_PLANS", 3)
    page = home(at, where.amr)
    assert "Whether something waits in the plan of 1 of these units is not told here." in page
    for unit in (where.unit, *others):
        assert reverse("plan", args=[unit]) in page


def test_whoever_represents_hundreds_of_plans_reads_lines_and_the_leader_one_plan(at, monkeypatch):
    where = people.team(9)
    action = agreed(where, follow_up=clock.today() + timedelta(days=1))
    later = clock.now() + timedelta(days=2)
    monkeypatch.setattr(clock, "now", lambda: later)
    monkeypatch.setattr(front, "MOST_AT_LENGTH", 0)
    at_length = home(at, where.amr)
    assert reverse("follow_up", args=[action]) in at_length, "as long as they are few"
    monkeypatch.setattr(front, "MOST_AT_ALL", 0)
    monkeypatch.setattr(front, "MOST_IN_SIGHT", 0)
    in_lines, plan = home(at, where.amr), reverse("plan", args=[where.unit])
    assert "Plans in which something waits, unit by unit: 1" in in_lines
    assert "to look at again: 1" in in_lines
    assert in_lines.count(plan) == 2, "where something waits, and beside the trait in the list"
    assert reverse("follow_up", args=[action]) not in in_lines
    assert "See all" in in_lines
    assert reverse("follow_up", args=[action]) in home(at, where.leader)
