"""One person with several roles, over time: nothing they could ever open, taken together, gives another unit's own."""

import random
import sys
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import transaction
from django.urls import reverse

from kulturspejl.actions import people as grants
from kulturspejl.actions import results
from kulturspejl.core.permissions import Role
from kulturspejl.faces.shared import clock
from kulturspejl.records.models import Grant, RoundUnit, User
from tests import people
from tests.actions import town
from tests.actions.told import take_all
from tests.attacks import lives
from tests.attacks.test_above import branch, opens, row
from tests.attacks.test_anonymity_above import leader_of, words_of

pytestmark = pytest.mark.django_db(transaction=True)
WHY = "would show the result of a single unit"
HISTORIES, A_WORLD = 200, 10
"""In the sweep; a tenth of both worlds and histories in every run."""


def three_units(at=town.NOW):
    """Nord, Syd and Vest answer, seven in each; Lise leads the branch."""
    where = people.team(9, with_representatives=False)
    return where, people.leader_above(where, now=at), branch(where, ["Syd", "Vest"])


def also(where, user, made, name, role=Role.LEADER, now=town.NOW):
    """A further role at a unit of the round, of which somebody there has been told."""
    given = grants.grant(
        by=where.steward, organisation_id=where.organisation, email=user.email, name="", role=role,
        unit_id=RoundUnit.objects.get(id=row(made, name)).unit_id, ends=None, now=now,
    )  # fmt: skip
    Grant.objects.filter(told_at=None).update(told_at=now)
    return given


def later(monkeypatch, days):
    now = town.NOW + timedelta(days=days)
    monkeypatch.setattr(clock, "now", lambda: now)
    return now


def numbers_in(client, id):
    """Whether the page, or its PDF, tells any number of the result."""
    page = client.get(reverse("result", args=[id]))
    paper = words_of(client.get(reverse("result_pdf", args=[id])))
    return "of 60" in page.content.decode() or "of 60" in paper


def test_a_leader_of_the_branch_who_also_leads_a_unit_does_not_get_the_third(at, monkeypatch):
    """`leader_of_two`: Syd has shared; the leader of the branch stands in for Vest."""
    where, lise, made = three_units()
    results.share(by=leader_of(made, "Syd"), round_unit_id=row(made, "Syd"), now=town.NOW)
    also(where, lise, made, "Vest", now=town.NOW + timedelta(days=1))
    later(monkeypatch, 3)
    browser = at(lise)
    assert numbers_in(browser, made.unit)
    assert numbers_in(browser, row(made, "Syd"))
    page = browser.get(reverse("result", args=[row(made, "Vest")]))
    assert page.status_code == 200
    assert WHY in page.content.decode()
    assert not numbers_in(browser, row(made, "Vest"))
    assert not opens(browser, row(made, "Hjemmepleje Nord"))


def test_a_leader_of_the_branch_and_of_two_units_does_not_get_the_third_though_nothing_is_shared(at):
    """`leader_of_two_nothing_shared`: she leads the branch, Nord and Syd; what is left of the branch is Vest."""
    where, lise, made = three_units()
    also(where, lise, made, "Hjemmepleje Nord")
    also(where, lise, made, "Syd")
    browser = at(lise)
    told = [numbers_in(browser, id) for id in (made.unit, row(made, "Hjemmepleje Nord"), row(made, "Syd"))]
    assert sum(told) == 2
    assert not opens(browser, row(made, "Vest"))


def test_a_role_given_for_an_hour_counts_as_seen(at, monkeypatch):
    """Hans of HR leads Nord for a day, then Syd: neither opens Vest by subtraction, also when both roles are over."""
    where, _lise, made = three_units()
    now = later(monkeypatch, 5)
    first = also(where, where.hr, made, "Hjemmepleje Nord", now=now)
    now = later(monkeypatch, 6)
    assert numbers_in(at(where.hr), row(made, "Hjemmepleje Nord"))
    grants.end(by=where.steward, grant_id=first, now=now)
    also(where, where.hr, made, "Syd", now=now)
    later(monkeypatch, 8)
    assert not opens(at(where.hr), row(made, "Hjemmepleje Nord"))
    assert not numbers_in(at(where.hr), row(made, "Syd"))
    assert numbers_in(at(where.hr), made.unit)


def test_a_role_that_was_given_and_ended_within_the_moment_has_opened_what_it_opened(at):
    """She led Syd while the result opened, and not a minute longer; what Vest shares then stays shut for her alone."""
    where, lise, made = three_units()
    grants.end(by=where.steward, grant_id=also(where, lise, made, "Syd"), now=town.NOW)
    vest = leader_of(made, "Vest")
    results.share(by=vest, round_unit_id=row(made, "Vest"), now=town.NOW)
    assert numbers_in(at(vest), row(made, "Vest"))
    assert not numbers_in(at(lise), row(made, "Vest"))
    assert "does not open for you" in at(lise).get("/home").content.decode()


def test_a_role_that_is_given_anew_waits_for_what_was_shared_in_between(at, monkeypatch):
    """Hans has led the branch for two days, and long enough to open what was shared then; Syd shared afterwards."""
    where, _lise, made = three_units()
    top = {"role": Role.LEADER, "unit_id": where.top, "organisation_id": where.organisation, "ends": None}
    later(monkeypatch, 10)
    first = grants.grant(by=where.steward, email=where.hr.email, name="", now=town.NOW + timedelta(days=10), **top)
    Grant.objects.filter(id=first).update(told_at=town.NOW + timedelta(days=10))
    Grant.objects.filter(user=where.hr).exclude(id=first).delete()
    grants.end(by=where.steward, grant_id=first, now=later(monkeypatch, 12))
    results.share(by=leader_of(made, "Syd"), round_unit_id=row(made, "Syd"), now=later(monkeypatch, 13))
    now = later(monkeypatch, 14)
    again = grants.grant(by=where.steward, email=where.hr.email, name="", now=now, **top)
    Grant.objects.filter(id=again).update(told_at=now)
    assert numbers_in(at(where.hr), made.unit)
    assert not numbers_in(at(where.hr), row(made, "Syd"))
    later(monkeypatch, 15)
    assert numbers_in(at(where.hr), row(made, "Syd"))


def test_a_successor_above_opens_what_the_one_before_did(at, monkeypatch):
    where, _lise, made = three_units()
    results.share(by=leader_of(made, "Syd"), round_unit_id=row(made, "Syd"), now=town.NOW)
    now = later(monkeypatch, 30)
    grants.grant(
        by=where.steward, organisation_id=where.organisation, email="ny@havnby.test", name="Ny", role=Role.LEADER,
        unit_id=where.top, ends=None, now=now,
    )  # fmt: skip
    take_all(now)
    browser = at(User.objects.get(email="ny@havnby.test"))
    assert numbers_in(browser, made.unit)
    assert not numbers_in(browser, row(made, "Syd"))
    later(monkeypatch, 31)
    assert numbers_in(browser, row(made, "Syd"))


def test_an_administrator_who_makes_herself_a_representative_waits_a_day_and_is_seen(at, monkeypatch):
    """`steward_looks_up_a_unit`: it opens nothing the same day, and the unit's leader reads who did it."""
    where, _lise, made = three_units()
    now = later(monkeypatch, 9)
    mine = also(where, where.steward, made, "Hjemmepleje Nord", role=Role.TR, now=now)
    page = at(where.steward).get(reverse("result", args=[row(made, "Hjemmepleje Nord")]))
    assert "It opens for you 3 December 2026" in page.content.decode()
    assert not numbers_in(at(where.steward), row(made, "Hjemmepleje Nord"))
    assert "opens for you 3 December 2026" in at(where.steward).get("/home").content.decode()
    grants.end(by=where.steward, grant_id=mine, now=now)
    later(monkeypatch, 10)
    assert not opens(at(where.steward), row(made, "Hjemmepleje Nord"))
    told = at(where.leader).get(reverse("unit_permissions", args=[where.unit])).content.decode()
    assert "Sanne" in told
    assert ", by Sanne" in told
    assert ", over" in told


def test_every_list_marks_what_stays_shut_and_tells_no_number(at, monkeypatch):
    where, lise, made = three_units()
    for name in ("Hjemmepleje Nord", "Syd"):
        also(where, where.hr, made, name)
    pictures = at(where.hr).get("/pictures").content.decode()
    assert pictures.count("does not open for you") == 1
    assert "21 answers" not in pictures
    for number, name in enumerate(("Hjemmepleje Nord", "Syd")):
        also(where, lise, made, name, now=town.NOW + timedelta(days=1 + number))
    later(monkeypatch, 4)
    assert at(lise).get("/home").content.decode().count("does not open for you") == 1
    assert at(lise).get(reverse("round_page", args=[made.id])).content.decode().count("does not open for you") == 1


def test_whoever_has_one_role_keeps_what_it_opens(at):
    where, lise, made = three_units()
    results.share(by=leader_of(made, "Syd"), round_unit_id=row(made, "Syd"), now=town.NOW)
    assert [numbers_in(at(lise), id) for id in (made.unit, row(made, "Syd"))] == [True, True]
    assert numbers_in(at(where.hr), made.unit)
    assert numbers_in(at(where.leader), row(made, "Hjemmepleje Nord"))


def test_nobody_passes_on_what_stays_shut_for_them(at, monkeypatch):
    where, lise, made = three_units()
    also(where, lise, made, "Hjemmepleje Nord", now=town.NOW + timedelta(days=1))
    also(where, lise, made, "Syd", now=town.NOW + timedelta(days=2))
    later(monkeypatch, 4)
    assert numbers_in(at(lise), row(made, "Hjemmepleje Nord"))
    assert not numbers_in(at(lise), row(made, "Syd"))
    page = at(lise).get(reverse("result", args=[row(made, "Syd")])).content.decode()
    assert "Share with the leaders above" not in page
    assert at(lise).post(reverse("result_share", args=[row(made, "Syd")]), {"shared": "1"}).status_code == 404


def test_random_lives_find_no_unit_that_was_never_theirs(
    scale: Callable[[int], int], sweep_seed: int, capsys: pytest.CaptureFixture[str]
):
    """Every person, every day, every round: all that opened goes to exact elimination over the units that spoke."""
    histories, opened, shut, found = scale(HISTORIES), 0, 0, []
    for number in range(0, histories, A_WORLD):
        world = lives.a_world(random.Random(f"{sweep_seed} world {number}"))
        for attempt in range(number, min(number + A_WORLD, histories)):
            with transaction.atomic():
                for life in lives.live(world, random.Random(f"{sweep_seed} life {attempt}")):
                    opened += sum(map(len, life.pictures.values()))
                    shut += len(life.shut)
                    found += [
                        (attempt, life.user.name, unit)
                        for round_id, unit in lives.found_by(world, life)
                        if unit not in life.theirs[round_id]
                    ]
                transaction.set_rollback(True)
    with capsys.disabled():
        told = f"{histories} histories, {opened} pictures opened, {shut} stayed shut"
        sys.stdout.write(f"\nseed {sweep_seed}: {told}\n")
    assert found == []
    assert opened > histories
    assert shut > 0

