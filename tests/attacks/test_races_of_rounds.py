"""Rounds and results, raced with themselves and with what contradicts them."""

import random
import uuid
from datetime import timedelta

import pytest

from kulturspejl.actions import closing, lines, people, results, rounds
from kulturspejl.actions.rounds.delete import delete
from kulturspejl.core.errors import Refused
from kulturspejl.core.permissions import Role
from kulturspejl.records.models import (
    AuditEntry,
    Door,
    Grant,
    Invitation,
    LeaderLine,
    ResultShare,
    Round,
    RoundUnit,
)
from tests import people as cast
from tests.actions import town
from tests.attacks.racing import race, went_through
from tests.attacks.test_above import branch, row

pytestmark = pytest.mark.django_db(transaction=True)


def ask(where, form=None, by=None):
    who = rounds.People(addresses=[("bo@havnby.test", "")], cards=6)
    return rounds.create(
        by=by or where.leader, root=where.unit, people={where.unit: who}, closes_at=town.CLOSES, points=10,
        preferred="drawn", why="", language="da", form=form, now=town.NOW,
    )  # fmt: skip


def let_out(where, round_id, by=None, form=None, agreed=True):
    rounds.release_sending(by=by or where.amr, round_id=round_id, agreed=agreed, form=form, now=town.NOW)


def hold(where, round_id):
    rounds.hold(by=where.tr, round_id=round_id, note_text="Vi skal tale om det", now=town.NOW)


def cancel(where, round_id):
    rounds.cancel(by=where.leader, round_id=round_id, now=town.NOW)


def remind(where, round_id, form=None):
    rounds.remind(by=where.leader, round_id=round_id, form=form, now=town.NOW + timedelta(days=2))


def wish_to_close(where, round_id, form=None):
    rounds.ask_to_close(by=where.leader, round_id=round_id, reason="Vi mødes i dag", form=form, now=town.NOW)


def close(where, round_id, by=None, agrees=True):
    rounds.answer_close(by=by or where.amr, round_id=round_id, agrees=agrees, now=town.NOW)


def noted(verb: str) -> int:
    return AuditEntry.objects.filter(verb=verb).count()


def state() -> str:
    return Round.objects.get().state


def two_rounds_of_one_unit(where, apart):
    outcomes = race(lambda: ask(where), lambda: ask(where), lambda: ask(where, by=where.leader), apart=apart)
    assert went_through(outcomes) == 1
    assert Round.objects.count() == 1
    assert all(isinstance(one, Refused | uuid.UUID) for one in outcomes)


def the_same_round_four_times(where, apart):
    form = uuid.uuid4()
    assert len(set(race(*[lambda: ask(where, form)] * 4, apart=apart))) == 1
    assert (Round.objects.count(), Invitation.objects.count()) == (1, 7)


def let_out_by_both_representatives(where, apart):
    made = ask(where)
    outcomes = race(lambda: let_out(where, made), lambda: let_out(where, made, by=where.tr), apart=apart)
    assert went_through(outcomes) == 1
    assert noted("round.release_sending") == 1


def the_same_release_four_times(where, apart):
    made, form = ask(where), uuid.uuid4()
    assert race(*[lambda: let_out(where, made, form=form)] * 4, apart=apart) == [None] * 4
    assert noted("round.release_sending") == 1


def let_out_and_held(where, apart):
    made = ask(where)
    race(lambda: let_out(where, made), lambda: hold(where, made), apart=apart)
    assert (state() == "open") == (noted("round.release_sending") == 1)
    assert not (state() == "on_hold" and noted("round.release_sending"))


def let_out_and_cancelled(where, apart):
    made = ask(where)
    assert went_through(race(lambda: let_out(where, made), lambda: cancel(where, made), apart=apart)) == 1
    assert (state() == "cancelled") == (Invitation.objects.count() == 0)


def cancelled_twice_and_held(where, apart):
    made = ask(where)
    race(lambda: cancel(where, made), lambda: cancel(where, made), lambda: hold(where, made), apart=apart)
    assert (state(), noted("round.cancel")) == ("cancelled", 1)


def let_out_by_somebody_whose_right_ends(where, apart):
    made, held = ask(where), Grant.objects.get(user=where.amr)
    outcomes = race(
        lambda: let_out(where, made),
        lambda: people.end(by=where.steward, grant_id=held.id, now=town.NOW),
        apart=apart,
    )
    assert outcomes[1] is None
    assert (state() == "open") == (outcomes[0] is None)


def let_out_while_an_address_comes_to_lead(where, apart):
    made = ask(where)
    outcomes = race(
        lambda: let_out(where, made),
        lambda: people.grant(
            by=where.steward, organisation_id=where.organisation, email="bo@havnby.test", name="Bo", role=Role.LEADER,
            unit_id=where.unit, ends=None, now=town.NOW,
        ),
        apart=apart,
    )  # fmt: skip
    verbs = list(
        AuditEntry.objects.filter(verb__in=["grant.leader", "round.release_sending"])
        .order_by("id").values_list("verb", flat=True)
    )[1:]  # fmt: skip
    assert isinstance(outcomes[0], Refused) == (verbs[0] == "grant.leader")


def reminded_by_many(where, apart):
    made = ask(where)
    let_out(where, made)
    assert went_through(race(*[lambda: remind(where, made)] * 4, apart=apart)) == 1
    assert (Round.objects.get().reminders_sent, noted("round.remind")) == (1, 1)


def the_same_reminder_four_times(where, apart):
    made, form = ask(where), uuid.uuid4()
    let_out(where, made)
    assert race(*[lambda: remind(where, made, form)] * 4, apart=apart) == [None] * 4
    assert Round.objects.get().reminders_sent == 1


def closed_by_many_and_by_the_clock(where, apart):
    import numpy as np

    made = ask(where)
    let_out(where, made)
    wish_to_close(where, made)
    outcomes = race(
        *[lambda: close(where, made)] * 3,
        lambda: closing.close(round_id=made, now=town.NOW, rng=np.random.default_rng(1)),
        apart=apart,
    )
    assert outcomes[3] is None
    assert state() == "released"
    assert noted("round.close") <= 1


def reminded_and_closed(where, apart):
    made = ask(where)
    let_out(where, made)
    wish_to_close(where, made)
    assert went_through(race(lambda: remind(where, made), lambda: close(where, made), apart=apart)) == 2


def the_same_wish_to_close_four_times(where, apart):
    made, form = ask(where), uuid.uuid4()
    let_out(where, made)
    assert race(*[lambda: wish_to_close(where, made, form)] * 4, apart=apart) == [None] * 4
    assert (noted("round.ask_close"), Round.objects.get().closes_at) == (1, town.CLOSES)


def one_says_yes_and_the_other_no(where, apart):
    made = ask(where)
    let_out(where, made)
    wish_to_close(where, made)
    race(lambda: close(where, made), lambda: close(where, made, by=where.tr, agrees=False), apart=apart)
    is_closed = Round.objects.get().closes_at == town.NOW
    assert (noted("round.close"), noted("round.decline_close")) == ((1, 0) if is_closed else (0, 1))


def one_address_mended_by_both_representatives(where, apart):
    made = ask(where)
    let_out(where, made)
    Invitation.objects.exclude(address="").update(undeliverable="refused")
    one = Invitation.objects.exclude(address="").get()

    def mend(by, address):
        return lambda: rounds.mend_address(
            by=by, round_id=made, invitation=one.id, address=address, now=town.NOW
        )

    outcomes = race(mend(where.amr, "bo1@havnby.test"), mend(where.tr, "bo2@havnby.test"), apart=apart)
    assert went_through(outcomes) == 1
    assert (noted("round.mend_address"), Door.objects.count()) == (1, 14)


def deleted_twice_and_asked_anew(where, apart):
    made = ask(where)
    cancel(where, made)
    outcomes = race(
        *[lambda: delete(by=where.steward, round_id=made, now=town.NOW)] * 2, lambda: ask(where), apart=apart
    )
    assert went_through(outcomes) == 2
    assert (Round.objects.count(), noted("round.delete")) == (1, 1)


def the_same_line_drawn_by_two_hands(where, apart):
    made = ask(where)
    place = RoundUnit.objects.get(round_id=made).id

    def draw(a):
        values = {"A": a, "B": 60 - a, "C": 0, "D": 0}
        return lambda: lines.draw(
            by=where.leader, round_unit_id=place, own=cast.own_answers(**values), now=town.NOW
        )

    assert went_through(race(draw(1), draw(2), draw(3), apart=apart)) == 3
    assert LeaderLine.objects.count() == 1


SCENES = (
    two_rounds_of_one_unit, the_same_round_four_times, let_out_by_both_representatives, the_same_release_four_times,
    let_out_and_held, let_out_and_cancelled, cancelled_twice_and_held, let_out_by_somebody_whose_right_ends,
    let_out_while_an_address_comes_to_lead, reminded_by_many, the_same_reminder_four_times,
    closed_by_many_and_by_the_clock, reminded_and_closed, deleted_twice_and_asked_anew,
    the_same_line_drawn_by_two_hands, the_same_wish_to_close_four_times, one_says_yes_and_the_other_no,
    one_address_mended_by_both_representatives,
)  # fmt: skip


@pytest.mark.parametrize("scene", SCENES)
def test_when_two_press_at_once_the_rule_still_holds(scene):
    scene(town.found_town(), None)


@pytest.mark.sweep
@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("scene", SCENES)
def test_and_however_near_each_other_they_press(scene, seed, sweep_seed):
    scene(town.found_town(), random.Random(f"{sweep_seed} {seed}"))


def three_units():
    """A closed round over Nord, Syd and Vest, whose AMR reaches all three; nothing shared."""
    where = cast.team(9, with_representatives=False)
    made = branch(where, ["Syd", "Vest"])
    held = people.grant(
        by=where.steward, organisation_id=where.organisation, email="anne@havnby.test", name="Anne", role=Role.AMR,
        unit_id=where.top, ends=None, now=town.NOW,
    )  # fmt: skip
    anne = Grant.objects.get(id=held).user
    places = [row(made, name) for name in ("Hjemmepleje Nord", "Syd")]
    return [lambda place=place: results.share(by=anne, round_unit_id=place, now=town.NOW) for place in places], [
        lambda place=place: results.unshare(by=anne, round_unit_id=place, now=town.NOW) for place in places
    ]


@pytest.mark.parametrize("apart", [None, *[pytest.param(seed, marks=pytest.mark.sweep) for seed in range(5)]])
def test_two_shares_at_once_do_not_give_the_third_unit_away(apart, sweep_seed):
    share, unshare = three_units()
    chance = random.Random(f"{sweep_seed} {apart}") if apart is not None else None
    outcomes = race(*share, apart=chance)
    assert went_through(outcomes) == 1
    assert ResultShare.objects.count() == 1
    again = share[0] if outcomes[0] is None else share[1]
    back = unshare[0] if outcomes[0] is None else unshare[1]
    assert went_through(race(again, again, apart=chance)) == 2
    assert noted("result.share") == 1, "what is shared is not shared again"
    race(back, again, apart=chance)
    assert went_through(race(back, back, apart=chance)) == 2
    assert ResultShare.objects.filter(taken_back_at=None).count() == 0
    assert noted("result.share") == noted("result.unshare")
    with pytest.raises(Refused):
        (share[1] if outcomes[0] is None else share[0])()


def test_the_agreement_is_asked_for_when_the_round_is_let_out_and_not_only_when_it_was_made():
    """As two rounds of one unit were left by earlier versions: both waited, and neither knew of the other."""
    where = town.found_town()
    first = ask(where)
    Round.objects.filter(id=first).update(state="cancelled")
    second = ask(where)
    Round.objects.filter(id=first).update(state="waiting")
    let_out(where, first, agreed=False)
    with pytest.raises(Refused) as refused:
        let_out(where, second, agreed=False)
    assert "seks uger" in refused.value.text.da
    let_out(where, second, agreed=True)
    assert Round.objects.get(id=second).needs_agreement
