"""A unit's plan by its actions: from an idea to the tenth follow-up, with what is kept of it and what is not let in."""

import uuid
from dataclasses import replace
from datetime import timedelta

import pytest

from kulturspejl.actions import people as grants
from kulturspejl.actions import plans
from kulturspejl.core.errors import Conflict, Faulty, NotThere, Refused
from kulturspejl.core.permissions import Role
from kulturspejl.core.plans import StatusDraft, StatusLine
from kulturspejl.core.plans.history import agreements
from kulturspejl.records.models import (
    Action,
    ActionEvent,
    AuditEntry,
    CalendarFeed,
    Grant,
    PlanStatus,
    Trait,
    TraitEvent,
    User,
)
from kulturspejl.values.plan_lines import lines_of
from tests import people
from tests.actions import town

pytestmark = pytest.mark.django_db(transaction=True)
NOW, TODAY = town.NOW, town.NOW.date()
LATER = TODAY + timedelta(weeks=6)
TRAIT = {"more_of": "Dialog", "less_of": "", "notice": "Vi spørger", "better_for": "borgerne"}
WORDS = {"what": "Tavlemøde", "who": "Karen", "due": TODAY, "follow_up": LATER}


@pytest.fixture
def where():
    return people.team(9)


def trait(where, now=NOW):
    return plans.choose_trait(by=where.leader, unit_id=where.unit, stems_from=None, now=now, **TRAIT)


def agreed(where, **other):
    return plans.agree_action(by=where.leader, trait_id=trait(where), now=NOW, **WORDS | other)


def stands(action):
    return Action.objects.values("what", "state", "follow_up", "version").get(id=action)


def last(action):
    return ActionEvent.objects.filter(action_id=action).last()


def test_from_an_idea_to_what_came_of_it_and_each_step_is_kept(where):
    action = plans.agree_action(by=where.tr, trait_id=trait(where), as_idea=True, what="Tavlemøde", now=NOW)
    assert stands(action)["state"] == "idea"
    plans.change_action(by=where.leader, action_id=action, seen=1, take_in=True, now=NOW, **WORDS)
    assert Action.objects.get().agreed_on == TODAY
    plans.move(by=where.amr, action_id=action, state="under_way", seen=2, now=NOW)
    with pytest.raises(Faulty, match="line"):
        plans.move(by=where.amr, action_id=action, state="tried", seen=3, line=" ", now=NOW)
    plans.move(by=where.amr, action_id=action, state="tried", seen=3, line="Tre gange", now=NOW)
    plans.follow_up(
        by=where.tr, action_id=action, seen=4, noticed="partly", effect="Vi spørger mere", outcome="redo",
        next_step="Kun fem minutter", next_day=LATER, now=NOW,
    )  # fmt: skip
    assert stands(action) == {"what": "Tavlemøde", "state": "redo", "follow_up": LATER, "version": 5}
    told = [(one.did, one.by.name) for one in ActionEvent.objects.select_related("by").order_by("id")]
    assert told == [
        ("made", "Tove"), ("changed", "Karen"), ("moved", "Amir"), ("moved", "Amir"), ("followed_up", "Tove")
    ]  # fmt: skip
    assert [one.verb for one in AuditEntry.objects.filter(verb__startswith="action.").order_by("id")] == [
        "action.idea", "action.agree", "action.under_way", "action.tried", "action.follow_up"
    ]  # fmt: skip


def test_no_move_that_the_table_has_not(where):
    action = agreed(where)
    for state in ("keep", "redo", "agreed", "idea"):
        if state == "agreed":
            plans.move(by=where.leader, action_id=action, state=state, seen=9, now=NOW)  # It is there already.
            continue
        with pytest.raises(Refused):
            plans.move(by=where.leader, action_id=action, state=state, seen=1, line="x", now=NOW)
    with pytest.raises(NotThere):
        plans.move(by=where.leader, action_id=action, state="done", seen=1, now=NOW)
    assert stands(action)["version"] == 1


def test_whoever_comes_second_is_told_and_changes_nothing(where):
    action = agreed(where)
    plans.change_action(by=where.tr, action_id=action, seen=1, now=NOW, **WORDS | {"what": "Tavlemøde hver uge"})
    for late in (
        lambda: plans.change_action(by=where.amr, action_id=action, seen=1, now=NOW, **WORDS | {"what": "Andet"}),
        lambda: plans.consent(by=where.amr, action_id=action, seen=1, now=NOW),
        lambda: plans.move(by=where.amr, action_id=action, state="under_way", seen=1, now=NOW),
        lambda: plans.follow_up(by=where.amr, action_id=action, seen=1, noticed="yes", effect="x", outcome="drop",
                                now=NOW),
    ):  # fmt: skip
        with pytest.raises(Conflict):
            late()
    assert stands(action) == {"what": "Tavlemøde hver uge", "state": "agreed", "follow_up": LATER, "version": 2}
    assert last(action).changed == {"what": ["Tavlemøde", "Tavlemøde hver uge"]}


def test_nothing_is_written_where_nothing_is_another(where):
    action = agreed(where)
    plans.change_action(by=where.tr, action_id=action, seen=1, now=NOW, **WORDS | {"what": " Tavlemøde\n"})
    assert stands(action)["version"] == 1
    assert ActionEvent.objects.count() == 1


def test_the_last_thing_is_taken_back_for_a_day_and_no_longer(where):
    action = agreed(where)
    plans.follow_up(by=where.tr, action_id=action, seen=1, noticed="no", effect="Intet", outcome="drop", now=NOW)
    event = last(action).id
    assert stands(action)["follow_up"] is None
    with pytest.raises(Refused):
        plans.undo(by=where.amr, action_id=action, event=event, now=NOW + timedelta(days=1))
    plans.undo(by=where.amr, action_id=action, event=event, now=NOW + timedelta(hours=23, minutes=59))
    assert stands(action) == {"what": "Tavlemøde", "state": "agreed", "follow_up": LATER, "version": 3}
    assert ActionEvent.objects.get(id=event).undone_by == where.amr
    with pytest.raises(Conflict):
        plans.undo(by=where.amr, action_id=action, event=event, now=NOW)
    with pytest.raises(Refused):
        plans.undo(by=where.amr, action_id=action, event=event - 1, now=NOW)
    assert ActionEvent.objects.count() == 2


def test_a_yes_is_taken_back_by_its_owner_alone(where):
    action = agreed(where)
    plans.consent(by=where.amr, action_id=action, seen=1, now=NOW)
    plans.consent(by=where.amr, action_id=action, seen=1, now=NOW)
    assert ActionEvent.objects.count() == 2, "said once"
    with pytest.raises(Refused):
        plans.undo(by=where.leader, action_id=action, event=last(action).id, now=NOW)
    plans.undo(by=where.amr, action_id=action, event=last(action).id, now=NOW)
    plans.consent(by=where.amr, action_id=action, seen=3, now=NOW)
    assert ActionEvent.objects.filter(undone_at=None).count() == 2


def test_the_second_follow_up_and_the_tenth_stand_beside_the_first(where):
    action = agreed(where)
    for number in range(1, 11):
        day = NOW + timedelta(weeks=6 * number)
        plans.follow_up(
            by=where.amr, action_id=action, seen=number, noticed="partly", effect=f"Gang {number}",
            outcome="keep" if number % 2 else "redo", next_step="Videre", next_day=(day + timedelta(weeks=6)).date(),
            now=day,
        )  # fmt: skip
    assert [one.said["effect"] for one in ActionEvent.objects.filter(did="followed_up").order_by("id")] == [
        f"Gang {number}" for number in range(1, 11)
    ]
    assert stands(action)["version"] == 11


def test_another_trait_leaves_the_first_and_its_actions(where):
    first = agreed(where)
    second = plans.agree_action(by=where.amr, trait_id=trait(where), now=NOW, **WORDS | {"what": "Andet"})
    assert Action.objects.get(id=first).trait != Action.objects.get(id=second).trait
    plans.move(by=where.leader, action_id=first, state="under_way", seen=1, now=NOW)
    assert stands(first)["state"] == "under_way"


def test_where_nobody_represents_the_leader_names_who_follows_up():
    where = people.team(9, with_representatives=False)
    with pytest.raises(Faulty) as caught:
        agreed(where)
    assert set(caught.value.fields) == {"partner"}
    assert stands(agreed(where, partner="Bo fra aftenholdet"))["state"] == "agreed"


def test_an_idea_is_sent_by_who_stands_there_taken_in_under_the_trait_or_declined_with_a_line(where):
    action = plans.send_idea(by=where.tr, unit_id=where.unit, what="Fem minutter", tool="no such", now=NOW)
    assert Action.objects.values("trait", "tool", "state").get() == {"trait": None, "tool": "", "state": "idea"}
    for stranger in (where.hr, where.steward, people.leader_above(where)):
        with pytest.raises(NotThere):
            plans.send_idea(by=stranger, unit_id=where.unit, what="x", now=NOW)
    with pytest.raises(Faulty):
        plans.move(by=where.leader, action_id=action, state="drop", seen=1, now=NOW)
    chosen = trait(where)
    plans.change_action(by=where.leader, action_id=action, seen=1, take_in=True, now=NOW, **WORDS)
    assert Action.objects.get().trait_id == chosen
    plans.undo(by=where.leader, action_id=action, event=last(action).id, now=NOW)
    assert Action.objects.values("trait", "state", "what").get() == {
        "trait": None, "state": "idea", "what": "Fem minutter"
    }  # fmt: skip
    plans.move(by=where.leader, action_id=action, state="drop", seen=3, line="Ikke nu", now=NOW)
    assert last(action).said == {"line": "Ikke nu"}


@pytest.mark.slow
def test_fifty_ideas_wait_and_no_more(where):
    for number in range(50):
        plans.send_idea(by=where.tr, unit_id=where.unit, what=f"Idé {number}", now=NOW)
    with pytest.raises(Refused):
        plans.send_idea(by=where.tr, unit_id=where.unit, what="Idé 51", now=NOW)
    assert Action.objects.count() == 50


def test_a_calendar_address_is_made_replaced_and_ended(where):
    form = uuid.uuid4()
    first = plans.make_feed(by=where.amr, unit_id=where.unit, form=form, now=NOW)
    assert plans.make_feed(by=where.amr, unit_id=where.unit, form=form, now=NOW) == first
    assert plans.make_feed(by=where.amr, unit_id=where.unit, now=NOW) != first
    assert CalendarFeed.objects.count() == 1
    assert first not in str(list(CalendarFeed.objects.values_list()))
    plans.make_feed(by=where.tr, unit_id=where.unit, now=NOW)
    plans.end_feed(by=where.amr, unit_id=where.unit, now=NOW)
    assert CalendarFeed.objects.get().user == where.tr
    with pytest.raises(NotThere):
        plans.make_feed(by=where.hr, unit_id=where.unit, now=NOW)


def test_whose_right_has_ended_does_nothing_more(where):
    action = agreed(where)
    grants.end(by=where.steward, grant_id=Grant.objects.get(user=where.tr, role=Role.TR).id, now=NOW)
    gone = User.objects.get(id=where.tr.id)
    for act in (
        lambda: plans.consent(by=gone, action_id=action, seen=1, now=NOW),
        lambda: plans.move(by=gone, action_id=action, state="under_way", seen=1, now=NOW),
        lambda: plans.undo(by=gone, action_id=action, event=1, now=NOW),
        lambda: plans.make_feed(by=gone, unit_id=where.unit, now=NOW),
    ):
        with pytest.raises(NotThere):
            act()


def test_the_words_of_a_trait_are_put_right_and_nothing_that_follows_it_is_touched(where):
    action = agreed(where)
    chosen = Trait.objects.get().id
    plans.consent(by=where.amr, action_id=action, seen=1, now=NOW)
    plans.change_trait(by=where.tr, trait_id=chosen, seen=1, now=NOW, **TRAIT | {"more_of": "Dialog\nhver dag"})
    assert Trait.objects.get().more_of == "Dialog hver dag"
    assert stands(action)["version"] == 2, "the action is as it was"
    assert all(one.stands for one in agreements(lines_of(Action.objects.get())).values())
    with pytest.raises(Conflict):
        plans.change_trait(by=where.amr, trait_id=chosen, seen=1, now=NOW, **TRAIT | {"more_of": "Andet"})
    with pytest.raises(Faulty):
        plans.change_trait(by=where.amr, trait_id=chosen, seen=2, now=NOW, **TRAIT | {"more_of": " "})
    plans.change_trait(by=where.amr, trait_id=chosen, seen=2, now=NOW, **TRAIT | {"more_of": "Dialog hver dag"})
    (event,) = TraitEvent.objects.all()
    assert (event.did, event.by, event.changed) == ("changed", where.tr, {"more_of": ["Dialog", "Dialog hver dag"]})
    with pytest.raises(Refused):
        plans.undo_trait(by=where.amr, trait_id=chosen, event=event.id, now=NOW + timedelta(days=1))
    plans.undo_trait(by=where.amr, trait_id=chosen, event=event.id, now=NOW)
    assert Trait.objects.get().more_of == "Dialog"
    with pytest.raises(Conflict):
        plans.undo_trait(by=where.amr, trait_id=chosen, event=event.id, now=NOW)
    with pytest.raises(NotThere):
        plans.change_trait(by=where.hr, trait_id=chosen, seen=3, now=NOW, **TRAIT)


def test_a_trait_says_what_it_came_from_and_never_what_it_did_not(where):
    made = people.closed_round(where)
    for stems_from, said, kept in ((made.unit, "day", "result"), (None, "day", "day"), (None, "result", "")):
        plans.choose_trait(
            by=where.leader, unit_id=where.unit, stems_from=stems_from, origin=said, origin_on=TODAY, now=NOW, **TRAIT
        )
        current = Trait.objects.get(is_current=True)
        assert (current.origin, current.origin_on) == (kept, TODAY if kept == "day" else None)
    assert [one.did for one in TraitEvent.objects.all()] == ["replaced"] * 2


def take(where, by=None, now=NOW, traits=(), actions=(), **whole):
    draft = StatusDraft(traits=tuple(traits), actions=tuple(actions), **whole)
    return plans.take_stock(by=by or where.amr, unit_id=where.unit, draft=draft, now=now)


def test_stock_is_taken_of_trait_and_actions_at_once_and_all_of_it_goes_on_from_there(where):
    kept, stopped, left = agreed(where), None, None
    chosen = Trait.objects.get().id
    more = [
        plans.agree_action(by=where.leader, trait_id=chosen, now=NOW, **WORDS | {"what": what}) for what in "abc"
    ]
    stopped, goes_on, left = more
    made = take(
        where, learnt="Korte møder holder", line="Vi bliver ved", again=LATER,
        traits=[StatusLine(chosen, 1, "everyday", "Vi spørger selv", "Det tog et halvt år", who="Amir")],
        actions=[
            StatusLine(kept, 1, "everyday", "Hver dag nu", "Fem minutter er nok", who="Tove", again=LATER),
            StatusLine(stopped, 1, "stop", "Ingen tid", who="Karen", again=LATER),
            StatusLine(goes_on, 1, "goes_on", who="Karen", again=LATER + timedelta(days=1)),
            StatusLine(left, 1, who="Karen", again=LATER),
        ],
    )  # fmt: skip
    trait_now = Trait.objects.get()
    assert (trait_now.outcome, trait_now.is_current) == ("everyday", False)
    rows = {one.id: one for one in Action.objects.all()}
    assert [(rows[one].state, rows[one].who, rows[one].follow_up) for one in (kept, stopped, goes_on, left)] == [
        ("keep", "Tove", LATER), ("drop", "Karen", None), ("agreed", "Karen", LATER + timedelta(days=1)),
        ("agreed", "Karen", LATER),
    ]  # fmt: skip
    assert rows[left].version == 1, "nothing was said of it"
    status = PlanStatus.objects.get(id=made)
    assert [(one["what"], one["words"], one["answer"]) for one in status.lines] == [
        ("trait", "Dialog", "everyday"), ("action", "Tavlemøde", "everyday"), ("action", "a", "stop"),
        ("action", "b", "goes_on"),
    ]  # fmt: skip
    assert AuditEntry.objects.filter(verb="plan.status", unit_id=where.unit).count() == 1
    plans.undo_stock(by=where.tr, status_id=made, now=NOW + timedelta(hours=23))
    plans.undo_stock(by=where.tr, status_id=made, now=NOW + timedelta(hours=23))
    assert {(one.state, one.who, one.follow_up) for one in Action.objects.all()} == {("agreed", "Karen", LATER)}
    assert Trait.objects.get(is_current=True).outcome == ""
    assert not ActionEvent.objects.filter(did="status", undone_at=None).exists()
    assert AuditEntry.objects.filter(verb="plan.status_undo").count() == 1


def test_a_status_is_refused_whole_where_one_line_of_it_is_not_as_it_was_seen(where):
    action = agreed(where)
    other = plans.agree_action(by=where.tr, trait_id=Trait.objects.get().id, now=NOW, **WORDS | {"what": "b"})
    plans.consent(by=where.tr, action_id=other, seen=1, now=NOW)
    plans.change_action(by=where.tr, action_id=other, seen=1, now=NOW, **WORDS | {"what": "c"})
    lines = [StatusLine(one, 1, "everyday", "Godt", who="Karen", again=LATER) for one in (action, other)]
    with pytest.raises(Conflict):
        take(where, actions=lines)
    assert stands(action)["state"] == "agreed"
    assert not PlanStatus.objects.exists()
    with pytest.raises(NotThere):
        take(where, actions=[replace(lines[0], id=uuid.uuid4())])
    with pytest.raises(NotThere):
        take(where, by=where.hr, actions=lines[:1])
    with pytest.raises(Faulty) as faulty:
        take(where, actions=[replace(lines[0], came="", who="", again=TODAY), StatusLine(other, 2, came="x")])
    assert set(faulty.value.fields) == {
        f"came.{action}", f"who.{action}", f"again.{action}", f"answer.{other}", f"who.{other}", f"again.{other}"
    }  # fmt: skip
    with pytest.raises(Faulty, match="Nothing has been written"):
        take(where, learnt="Alt")


def test_a_status_is_not_taken_back_over_what_has_happened_since(where):
    action = agreed(where)
    chosen = Trait.objects.get().id
    line = StatusLine(action, 1, "everyday", "Godt", who="Karen", again=LATER)
    made = take(where, actions=[line])
    plans.move(by=where.tr, action_id=action, state="drop", seen=2, line="Nej", now=NOW)
    with pytest.raises(Conflict):
        plans.undo_stock(by=where.amr, status_id=made, now=NOW)
    ended = take(where, traits=[StatusLine(chosen, 1, "stop", "Intet")])
    trait(where)
    with pytest.raises(Conflict):
        plans.undo_stock(by=where.amr, status_id=ended, now=NOW)
    assert Trait.objects.filter(is_current=True).count() == 1
    with pytest.raises(Refused):
        plans.undo_stock(by=where.amr, status_id=ended, now=NOW + timedelta(days=1))
    assert last(action).did == "moved"
