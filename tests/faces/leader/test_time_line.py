"""The time line at home: small webs from the oldest to the newest, with what was agreed, and every link opens."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from kulturspejl.actions import plans
from kulturspejl.drawing.series import Series
from kulturspejl.drawing.small_web import one_scale, small_web
from kulturspejl.records.models import Round
from tests import people
from tests.actions import town
from tests.readers.test_since import THEN, closed, two_rounds

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def home(at, user, language="en"):
    return at(user, language).get(reverse("home")).content.decode()


def line_of(page):
    return re.search(r'<ol class="time-line">.*?</ol>', page, re.S)[0]


def agreed(where, made, now=THEN + timedelta(days=8)):
    trait = plans.choose_trait(
        by=where.leader, unit_id=where.unit, stems_from=made.unit, more_of="Vi prøver nyt", less_of="", notice="x",
        better_for="y", now=now,
    )  # fmt: skip
    return plans.agree_action(
        by=where.leader, trait_id=trait, what="Et forsøg om ugen", who="Karen", due=(now + timedelta(days=20)).date(),
        follow_up=(now + timedelta(days=60)).date(), now=now,
    )  # fmt: skip


def test_results_stand_from_the_oldest_to_the_newest_with_what_was_agreed_between_them(at):
    where, first, second = two_rounds()
    agreed(where, first)
    for user in (where.leader, where.amr, where.tr):
        line = line_of(home(at, user))
        places = [
            line.index(word)
            for word in (
                str(first.unit), "The mirror of 17 May 2026", "Vi prøver nyt", "Et forsøg om ugen",
                "You were to look at it again", str(second.unit), "The mirror of 23 November 2026",
            )
        ]  # fmt: skip
        assert places == sorted(places)
        assert line.count("<svg") == 2
        assert line.count("8 of 9 answered") == 2
    assert "Spejlet fra 17. maj 2026" in home(at, where.leader, "da")


def test_a_follow_up_stands_on_its_day_and_nothing_of_an_idea_stands_there(at):
    """An idea had a day to be looked at again: the line said that the team had agreed to it."""
    where, first, _second = two_rounds()
    action, now = agreed(where, first), THEN + timedelta(days=70)
    plans.send_idea(
        by=where.amr, unit_id=where.unit, what="Kun en idé", follow_up=(now + timedelta(days=9)).date(), now=now
    )
    plans.follow_up(
        by=where.leader, action_id=action, seen=1, noticed="yes", effect="Roligere", outcome="keep",
        next_day=(now + timedelta(days=30)).date(), now=now,
    )  # fmt: skip
    line = line_of(home(at, where.leader))
    assert "Kun en idé" not in line
    assert line.count("Et forsøg om ugen") == 3
    assert line.index("You agreed") < line.index("You looked at it again") < line.index("to look at it again")


def test_of_many_rounds_the_latest_stand_there_and_a_link_leads_to_all_of_them(at):
    where, first, _second = two_rounds()
    assert "in the action plan by time" not in home(at, where.leader)
    for days in range(10, 130, 10):
        closed(where, people.ANSWERS[:7], THEN + timedelta(days=days))
    page = home(at, where.leader)
    assert line_of(page).count("<svg") == 12
    assert str(first.unit) not in line_of(page)
    assert "The latest 12 stand here." in page
    by_time = at(where.leader).get(re.search(r'href="([^"]*by=time)"', page)[1]).content.decode()
    assert str(first.unit) in by_time
    newest = at(where.leader).get(re.findall(r'href="(/results/[^"]+)"', line_of(page))[-1]).content.decode()
    assert newest.count("Compare with ") == 3, "two, and a fold of the others"
    assert newest.count("?since=") == 12


def test_two_results_of_one_day_are_told_apart(at):
    where, _first, second = two_rounds()
    third = closed(where, people.ANSWERS[:7], town.NOW + timedelta(days=60))
    Round.objects.filter(id=third.id).update(closed_on=town.NOW.date(), released_at=town.NOW - timedelta(hours=2))
    line = line_of(home(at, where.leader))
    assert "23 November 2026 at 09:00" in line
    assert "23 November 2026 at 07:00" in line
    assert "7 of 9 answered" in line
    assert line.index(str(third.unit)) < line.index(str(second.unit))


def test_every_link_of_the_line_opens_for_whoever_sees_it(at):
    where, _first, _second = two_rounds()
    closed(where, people.ANSWERS[:3], town.NOW + timedelta(days=60))
    for user in (where.leader, where.amr, where.tr):
        browser = at(user)
        links = re.findall(r'href="([^"]+)"', line_of(browser.get(reverse("home")).content.decode()))
        assert len(links) == 3
        for link in links:
            assert browser.get(link).status_code == 200
    assert "a conversation without numbers" in line_of(home(at, where.leader))


def test_the_webs_of_a_line_share_one_scale_and_say_their_numbers_without_the_picture():
    flat, high = dict.fromkeys("ABCD", 2.5), {"A": 7.0, "B": 1.0, "C": 1.0, "D": 1.0}
    most = one_scale([flat, high], 10)
    drawn = [
        small_web([Series("", "now", one)], maximum=most, title="t", description="A = 15", key=f"k{at}")
        for at, one in enumerate((flat, high))
    ]
    assert most >= 7.0
    assert all("<desc" in one and "A = 15" in one for one in drawn)
    assert one_scale([flat], 10) < most
