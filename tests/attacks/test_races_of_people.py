"""Rules about people, units and agreements, raced with themselves and with what contradicts them."""

import random
import uuid
from collections import Counter
from datetime import timedelta

import pytest

from kulturspejl.access.standing import grants_on
from kulturspejl.actions import organisations, people, plans, units
from kulturspejl.core.errors import Refused
from kulturspejl.core.permissions import Role
from kulturspejl.records.models import Action, ActionEvent, AuditEntry, Grant, Organisation, Trait, Unit, User
from kulturspejl.values.tree import tree_on
from tests.actions import town, unit_texts
from tests.attacks.racing import race, went_through

pytestmark = pytest.mark.django_db(transaction=True)
TODAY = town.NOW.date()


def give(where, email, role=Role.AMR, unit=None, by=None, ends=None, form=None):
    return people.grant(
        by=by or where.steward, organisation_id=where.organisation, email=email, name="Bo", role=role, unit_id=unit,
        ends=ends, form=form, now=town.NOW,
    )  # fmt: skip


def end(where, grant, by=None):
    people.end(by=by or where.steward, grant_id=grant, now=town.NOW)


def unit(where, name, parent=None, form=None):
    return organisations.add_unit(
        by=where.steward, organisation_id=where.organisation, name=name, parent=parent or where.top, headcount=9,
        form=form, now=town.NOW,
    )  # fmt: skip


def move(where, unit_id, parent):
    organisations.change_unit(
        by=where.steward, unit_id=unit_id, name="Flyttet", parent=parent, headcount=9, now=town.NOW
    )


def take(where, looked, form=None):
    return tuple(sorted(unit_texts.take(where, *looked, form).items()))


def trait(where, form=None, what="Mere dialog"):
    return plans.choose_trait(
        by=where.leader, unit_id=where.unit, stems_from=None, more_of=what, less_of="", notice="Vi spørger",
        better_for="borgerne", form=form, now=town.NOW,
    )  # fmt: skip


def agree(where, trait_id, form=None):
    later = TODAY + timedelta(days=30)
    return plans.agree_action(
        by=where.leader, trait_id=trait_id, what="Tavlemøde", who="Karen", due=later, follow_up=later, form=form,
        now=town.NOW,
    )  # fmt: skip


def no_ring(where) -> bool:
    parents = {key: one.parent for key, one in tree_on(where.organisation, TODAY).units.items()}
    for start in parents:
        at, steps = start, 0
        while at is not None and steps <= len(parents):
            at, steps = parents.get(at), steps + 1
        if at is not None:
            return False
    return all(parent is None or parent in parents for parent in parents.values())


def in_force(**which) -> int:
    return grants_on(TODAY).filter(**which).count()


def noted(verb: str) -> int:
    return AuditEntry.objects.filter(verb=verb).count()


def the_same_grant_twice(where, apart):
    before = noted("grant.amr")
    form = uuid.uuid4()
    assert len(set(race(*[lambda: give(where, "ny@havnby.test", unit=where.unit, form=form)] * 4, apart=apart))) == 1
    assert not went_through(race(*[lambda: give(where, "ny@havnby.test", unit=where.unit)] * 2, apart=apart))
    assert Grant.objects.filter(user__email="ny@havnby.test").count() == 1
    assert noted("grant.amr") == before + 1


def the_same_new_address_in_two_organisations(where, apart):
    other = Organisation.objects.create(name="Nabo")
    Grant.objects.create(user=where.steward, organisation=other, role=Role.STEWARD, starts=TODAY)
    places = (where.organisation, other.id)
    race(
        *(
            lambda place=place: people.grant(
                by=where.steward, organisation_id=place, email="Ny@havnby.test ", name="Ny", role=Role.HR, unit_id=None,
                ends=None, now=town.NOW,
            )
            for place in places
        ),
        apart=apart,
    )  # fmt: skip
    assert User.objects.filter(email="ny@havnby.test").count() == 1
    assert Grant.objects.filter(user__email="ny@havnby.test").count() == 2


def giving_and_ending_the_same(where, apart):
    held = Grant.objects.get(user=where.tr)
    race(lambda: give(where, where.tr.email, Role.TR, where.unit), lambda: end(where, held.id), apart=apart)
    assert in_force(user=where.tr) <= 1


def two_stewards_end_each_other(where, apart):
    other = Grant.objects.get(id=give(where, "anden@havnby.test", Role.STEWARD))
    own = Grant.objects.get(user=where.steward, role=Role.STEWARD)
    outcomes = race(
        lambda: end(where, other.id), lambda: end(where, own.id, by=other.user), apart=apart
    )
    assert went_through(outcomes) == 1
    assert in_force(role=Role.STEWARD) == 1


def one_grant_is_ended_by_two(where, apart):
    held = Grant.objects.get(user=where.tr)
    assert went_through(race(*[lambda: end(where, held.id)] * 3, apart=apart)) == 1
    assert noted("grant.end") == 1


def a_right_that_is_taken_away_meanwhile(where, apart):
    second = User.objects.get(id=Grant.objects.get(id=give(where, "anden@havnby.test", Role.STEWARD)).user_id)
    theirs = Grant.objects.get(user=second)
    outcomes = race(
        lambda: end(where, theirs.id),
        lambda: give(where, "ven@havnby.test", Role.STEWARD, by=second),
        apart=apart,
    )
    assert outcomes[0] is None
    assert AuditEntry.objects.order_by("-id").first().verb == "grant.end", "nothing was given after the end"


def the_same_unit_four_times(where, apart):
    form = uuid.uuid4()
    assert len(set(race(*[lambda: unit(where, "Syd", form=form)] * 4, apart=apart))) == 1
    assert Unit.objects.filter(versions__name="Syd").count() == 1


def two_units_move_under_each_other(where, apart):
    one, two = unit(where, "Syd"), unit(where, "Vest")
    outcomes = race(lambda: move(where, one, two), lambda: move(where, two, one), apart=apart)
    assert went_through(outcomes) == 1
    assert no_ring(where)


def one_unit_is_moved_twice(where, apart):
    one, two = unit(where, "Syd"), unit(where, "Vest")
    race(lambda: move(where, where.unit, one), lambda: move(where, where.unit, two), apart=apart)
    assert no_ring(where)


def a_unit_moves_under_one_that_closes(where, apart):
    one, two = unit(where, "Syd"), unit(where, "Vest")
    outcomes = race(
        lambda: move(where, one, two),
        lambda: organisations.close_unit(by=where.steward, unit_id=two, now=town.NOW),
        apart=apart,
    )
    assert went_through(outcomes) == 1
    assert no_ring(where)


def a_unit_is_closed_twice(where, apart):
    one = unit(where, "Syd")
    outcomes = race(
        *[lambda: organisations.close_unit(by=where.steward, unit_id=one, now=town.NOW)] * 2, apart=apart
    )
    assert went_through(outcomes) == 1
    assert noted("unit.close") == 1


def the_same_table_twice(where, apart):
    form, text = uuid.uuid4(), "unit_id,parent_id,name,headcount\n1,,Skole,4\n2,1,Indskoling,8\n"
    looked = unit_texts.looked_at(where, text)
    assert len(set(race(*[lambda: take(where, looked, form)] * 3, apart=apart))) == 1
    assert Unit.objects.count() == 4


def a_table_and_a_move_that_make_a_ring(where, apart):
    one, two = unit(where, "Syd"), unit(where, "Vest")
    looked = unit_texts.looked_at(where, f"unit_id,parent_id,name,headcount\n{one},{two},Syd,9\n{two},,Vest,9\n")
    outcomes = race(lambda: take(where, looked), lambda: move(where, two, one), apart=apart)
    assert went_through(outcomes) == 1
    assert no_ring(where)


def two_lists_of_the_same(where, apart):
    text = "unit_id,parent_id,name,headcount\n1,,Skole,4\n2,1,Indskoling,8\n"
    one, two = unit_texts.looked_at(where, text), unit_texts.looked_at(where, text)
    outcomes = race(lambda: take(where, one), lambda: take(where, two), apart=apart)
    assert went_through(outcomes) == 1, "the other is shown how it is now"
    assert Unit.objects.count() == 4


def a_list_is_taken_back_while_somebody_builds_on_it(where, apart):
    looked = unit_texts.looked_at(where, "unit_id,parent_id,name,headcount\n1,,Skole,4\n")
    take(where, looked)
    made = Unit.objects.get(external_id="1").id
    undo = [lambda: units.undo(by=where.steward, list_id=looked[0], now=town.NOW)] * 2
    outcomes = race(*undo, lambda: give(where, "ny@havnby.test", unit=made), apart=apart)
    assert went_through(outcomes) == 1
    assert Unit.objects.filter(id=made).exists() == Grant.objects.filter(unit_id=made).exists()


def two_traits_at_once(where, apart):
    race(lambda: trait(where), lambda: trait(where, what="Færre møder"), apart=apart)
    assert Trait.objects.filter(unit_id=where.unit, is_current=True).count() == 1


def the_same_trait_and_action_four_times(where, apart):
    forms = uuid.uuid4(), uuid.uuid4()
    (chosen,) = set(race(*[lambda: trait(where, forms[0])] * 4, apart=apart))
    assert len(set(race(*[lambda: agree(where, chosen, forms[1])] * 4, apart=apart))) == 1
    assert (Trait.objects.count(), Action.objects.count()) == (1, 1)


def look_again(where, action, outcome, by=None, seen=1):
    return lambda: plans.follow_up(
        by=by or where.leader, action_id=action, seen=seen, noticed="yes", effect=outcome, outcome=outcome,
        next_step="x", next_day=TODAY + timedelta(days=60), now=town.NOW,
    )  # fmt: skip


def an_action_is_kept_and_dropped_at_once(where, apart):
    action = agree(where, trait(where))
    outcomes = race(
        *(look_again(where, action, one, by) for one in ("keep", "drop") for by in (where.leader, where.amr)),
        apart=apart,
    )
    assert went_through(outcomes) == 1, "the others are told, and see what was said"
    found = Action.objects.get()
    assert [one.said["outcome"] for one in ActionEvent.objects.filter(did="followed_up")] == [found.state]
    assert noted("action.follow_up") == 1
    assert found.version == 2


def an_action_is_changed_while_it_is_looked_at_and_said_yes_to(where, apart):
    action = agree(where, trait(where))
    later = TODAY + timedelta(days=30)
    outcomes = race(
        lambda: plans.change_action(
            by=where.tr, action_id=action, seen=1, what="Noget andet", who="Tove", due=later, follow_up=later,
            now=town.NOW,
        ),
        look_again(where, action, "keep"),
        lambda: plans.consent(by=where.amr, action_id=action, seen=1, now=town.NOW),
        lambda: plans.move(by=where.amr, action_id=action, state="under_way", seen=1, now=town.NOW),
        apart=apart,
    )
    assert went_through(outcomes) == 1
    assert (Action.objects.get().version, ActionEvent.objects.count()) == (2, 2)


def an_idea_is_taken_in_and_declined(where, apart):
    trait(where)
    action = plans.send_idea(by=where.tr, unit_id=where.unit, what="Fem minutter", now=town.NOW)
    later = TODAY + timedelta(days=30)
    outcomes = race(
        *[
            lambda: plans.change_action(
                by=where.leader, action_id=action, seen=1, take_in=True, what="Fem minutter", who="Tove", due=later,
                follow_up=later, now=town.NOW,
            )
        ] * 2,
        lambda: plans.move(by=where.amr, action_id=action, state="drop", seen=1, line="Nej", now=town.NOW),
        apart=apart,
    )  # fmt: skip
    assert went_through(outcomes) == 1
    assert Action.objects.get().state in ("agreed", "drop")
    assert ActionEvent.objects.count() == 2


def something_is_taken_back_twice_and_built_on(where, apart):
    action = agree(where, trait(where))
    look_again(where, action, "keep")()
    event = ActionEvent.objects.get(did="followed_up").id
    outcomes = race(
        *[lambda: plans.undo(by=where.amr, action_id=action, event=event, now=town.NOW)] * 2,
        look_again(where, action, "drop", seen=2),
        apart=apart,
    )
    assert went_through(outcomes) == 1
    found = Action.objects.get()
    assert (found.state, found.follow_up is None) in {("agreed", False), ("drop", True)}
    assert ActionEvent.objects.exclude(undone_at=None).count() == (found.state == "agreed")


SCENES = (
    the_same_grant_twice, the_same_new_address_in_two_organisations, giving_and_ending_the_same,
    two_stewards_end_each_other, one_grant_is_ended_by_two, a_right_that_is_taken_away_meanwhile,
    the_same_unit_four_times, two_units_move_under_each_other, one_unit_is_moved_twice,
    a_unit_moves_under_one_that_closes, a_unit_is_closed_twice, the_same_table_twice,
    a_table_and_a_move_that_make_a_ring, two_lists_of_the_same, a_list_is_taken_back_while_somebody_builds_on_it,
    two_traits_at_once, the_same_trait_and_action_four_times,
    an_action_is_kept_and_dropped_at_once, an_action_is_changed_while_it_is_looked_at_and_said_yes_to,
    an_idea_is_taken_in_and_declined, something_is_taken_back_twice_and_built_on,
)  # fmt: skip


@pytest.mark.parametrize("scene", SCENES)
def test_when_two_press_at_once_the_rule_still_holds(scene):
    scene(town.found_town(), None)


@pytest.mark.sweep
@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("scene", SCENES)
def test_and_however_near_each_other_they_press(scene, seed, sweep_seed):
    scene(town.found_town(), random.Random(f"{sweep_seed} {seed}"))


def test_the_first_organisation_is_made_once():
    form = uuid.uuid4()

    def begin(form, name="Havnby"):
        return lambda: organisations.begin(
            name=name, language="da", steward_name="Sanne", steward_email=f"{name}@havnby.test", form=form, now=town.NOW
        )

    outcomes = race(*[begin(form)] * 3, begin(uuid.uuid4(), "Fremmed"))
    said = Counter(type(one).__name__ for one in outcomes)
    assert said in ({"User": 3, "NotThere": 1}, {"User": 1, "NotThere": 3})
    assert Organisation.objects.count() == 1
    assert User.objects.count() == 1


def test_two_who_lose_are_told_so_by_a_sentence():
    where = town.found_town()
    own = Grant.objects.get(user=where.steward, role=Role.STEWARD)
    with pytest.raises(Refused):
        end(where, own.id)
