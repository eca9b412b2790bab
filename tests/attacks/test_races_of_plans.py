"""What leader, AMR and TR do to their plan and on the TRIO's page at once: nothing is lost, and nothing is twice."""

import random
import uuid
from datetime import timedelta

import pytest

from kulturspejl.actions import plans, trio
from kulturspejl.core.plans import StatusDraft, StatusLine
from kulturspejl.records.models import (
    Action,
    ActionEvent,
    AnnualMatter,
    AuditEntry,
    PlanStatus,
    Trait,
    TraitEvent,
    TrioAgreement,
    TrioFocus,
    TrioMeeting,
)
from kulturspejl.vault import ledger
from tests.actions import town
from tests.attacks.racing import race, went_through
from tests.attacks.test_races_of_people import agree, look_again, noted, trait

pytestmark = pytest.mark.django_db(transaction=True)
NOW, TODAY = town.NOW, town.NOW.date()
LATER = TODAY + timedelta(days=60)
WORDS = {"less_of": "", "notice": "Vi spørger", "better_for": "borgerne"}


@pytest.fixture(autouse=True)
def _its_own_ledger(settings, tmp_path):
    settings.KULTURSPEJL_VAR = tmp_path


def three(where):
    return (where.leader, where.amr, where.tr)


def won(outcomes, of):
    """What belongs to the one who was told yes."""
    (at,) = [place for place, one in enumerate(outcomes) if not isinstance(one, Exception)]
    return of[at]


def focus(where, by, words):
    return lambda: trio.choose_focus(by=by, unit_id=where.unit, words=words, now=NOW)


def three_choose_a_focus(where, apart):
    words = ("Ro i vagtskiftet", "Tid til snak", "Færre møder")
    outcomes = race(*(focus(where, by, said) for by, said in zip(three(where), words, strict=True)), apart=apart)
    assert went_through(outcomes) == 3
    assert {one.words for one in TrioFocus.objects.all()} == set(words), "what was chosen before stays"
    assert TrioFocus.objects.filter(is_current=True).count() == 1


def two_choose_the_same_focus(where, apart):
    race(*(focus(where, by, "Ro i vagtskiftet") for by in (where.amr, where.tr)), apart=apart)
    assert TrioFocus.objects.count() == noted("trio.focus") == 1


def three_write_the_agreement(where, apart):
    words = ("Hver måned", "Hver uge", "Mandag")
    outcomes = race(
        *(
            lambda by=by, said=said: trio.change_agreement(
                by=by, unit_id=where.unit, seen=0, values={"meetings": said}, now=NOW
            )
            for by, said in zip(three(where), words, strict=True)
        ),
        apart=apart,
    )
    found = TrioAgreement.objects.get()
    assert (found.version, found.fields) == (1, {"meetings": won(outcomes, words)})


def plan_meeting(where, by, days=7, form=None):
    return lambda: trio.plan_meeting(
        by=by, unit_id=where.unit, day=TODAY + timedelta(days=days), form=form, now=NOW
    )


def three_plan_the_next_meeting(where, apart):
    outcomes = race(*(plan_meeting(where, by, days) for days, by in enumerate(three(where), 3)), apart=apart)
    assert went_through(outcomes) == TrioMeeting.objects.count() == noted("trio.plan") == 1
    TrioMeeting.objects.all().delete()
    form = uuid.uuid4()
    assert went_through(race(*[plan_meeting(where, where.amr, form=form)] * 3, apart=apart)) == 3
    assert TrioMeeting.objects.count() == 1


def a_meeting_of_today(where):
    plan_meeting(where, where.amr, 0)()
    return TrioMeeting.objects.get().id


def write(where, meeting, by, said, seen=1):
    return lambda: trio.write_minutes(
        by=by, meeting_id=meeting, seen=seen, values={"decided": said}, months=12, now=NOW
    )


def three_write_the_minutes(where, apart):
    meeting, words = a_meeting_of_today(where), ("Karens", "Amirs", "Toves")
    outcomes = race(
        *(write(where, meeting, by, said) for by, said in zip(three(where), words, strict=True)), apart=apart
    )
    found = TrioMeeting.objects.get()
    assert (found.version, found.minutes) == (2, {"decided": won(outcomes, words)})


def a_meeting_is_written_of_moved_and_called_off(where, apart):
    meeting = a_meeting_of_today(where)
    outcomes = race(
        write(where, meeting, where.tr, "Vi prøver"),
        lambda: trio.change_meeting(
            by=where.leader, meeting_id=meeting, seen=1, day=TODAY + timedelta(days=3), now=NOW
        ),
        lambda: trio.call_off(by=where.amr, meeting_id=meeting, now=NOW),
        apart=apart,
    )
    is_written, _moved, is_off = (not isinstance(one, Exception) for one in outcomes)
    assert [one.minutes for one in TrioMeeting.objects.all()] == ([{"decided": "Vi prøver"}] if is_written else [])
    assert is_written is not is_off, "minutes that somebody was told are kept do not go with a meeting called off"


def minutes_are_deleted_while_they_are_put_right(where, apart):
    meeting = a_meeting_of_today(where)
    write(where, meeting, where.tr, "Vi prøver")()
    delete = [lambda: trio.delete_meeting(by=where.amr, meeting_id=meeting, now=NOW)] * 2
    outcomes = race(*delete, write(where, meeting, where.tr, "Vi prøver to ting", seen=2), apart=apart)
    assert went_through(outcomes[:2]) == noted("trio.delete") == 1
    assert not TrioMeeting.objects.exists()
    assert [one.round_id for one in ledger.entries() if one.what == ledger.TRIO_MEETING] == [meeting]


def put(where, by, words):
    return lambda: trio.put_on_sheet(by=by, unit_id=where.unit, words=words, now=NOW)


def matters_come_onto_a_list_that_is_nearly_full_and_off_it(where, apart):
    race(*(put(where, by, "Støj i køkkenet") for by in three(where)), apart=apart)
    (matter,) = AnnualMatter.objects.all()
    for number in range(38):
        put(where, where.tr, f"Punkt {number}")()
    outcomes = race(*(put(where, by, f"Det sidste {by.name}") for by in three(where)), apart=apart)
    assert (went_through(outcomes), AnnualMatter.objects.count()) == (1, 40)
    off = [lambda: trio.take_off_sheet(by=where.amr, matter_id=matter.id, now=NOW)] * 2
    assert went_through(race(*off, apart=apart)) == noted("trio.matter_off") == 1


def a_line_of_the_minutes_goes_to_the_plan_once(where, apart):
    sent = [
        lambda by=by: plans.send_idea(
            by=by, unit_id=where.unit, what="Karen laver listen", origin="meeting", origin_on=TODAY, now=NOW
        )
        for by in three(where)
    ]
    assert len(set(race(*sent, apart=apart))) == 1
    assert Action.objects.count() == ActionEvent.objects.count() == noted("action.send") == 1


def change(where, chosen, by, words):
    return lambda: plans.change_trait(by=by, trait_id=chosen, seen=1, more_of=words, now=NOW, **WORDS)


def three_put_the_words_of_a_trait_right(where, apart):
    chosen, words = trait(where), ("Karens", "Amirs", "Toves")
    outcomes = race(
        *(change(where, chosen, by, said) for by, said in zip(three(where), words, strict=True)), apart=apart
    )
    found, (event,) = Trait.objects.get(), TraitEvent.objects.all()
    assert (found.version, found.more_of) == (2, won(outcomes, words))
    assert event.changed == {"more_of": ["Mere dialog", found.more_of]}
    undo = [lambda: plans.undo_trait(by=where.amr, trait_id=chosen, event=event.id, now=NOW)] * 2
    assert went_through(race(*undo, apart=apart)) == noted("trait.undo") == 1
    assert Trait.objects.get().more_of == "Mere dialog"


def a_traits_words_are_put_right_while_another_is_chosen(where, apart):
    chosen = trait(where)
    outcomes = race(change(where, chosen, where.tr, "Toves"), lambda: trait(where, what="Ro"), apart=apart)
    is_changed = not isinstance(outcomes[0], Exception)
    assert Trait.objects.get(id=chosen).more_of == ("Toves" if is_changed else "Mere dialog")
    assert [one.more_of for one in Trait.objects.filter(is_current=True)] == ["Ro"]


def take(where, by, traits=(), actions=(), form=None):
    def line(id, answer, seen=1):
        return StatusLine(id, seen, answer, f"Siger {by.name}", who=by.name, again=LATER)

    draft = StatusDraft(traits=tuple(line(*one) for one in traits), actions=tuple(line(*one) for one in actions))
    return lambda: plans.take_stock(by=by, unit_id=where.unit, draft=draft, form=form, now=NOW)


def three_take_stock(where, apart):
    chosen = trait(where)
    action = agree(where, chosen)
    outcomes = race(
        *(take(where, by, [(chosen, "goes_on")], [(action, "everyday")]) for by in three(where)), apart=apart
    )
    found, by = PlanStatus.objects.get(), won(outcomes, three(where))
    assert {one["who"] for one in found.lines} == {by.name} == {Action.objects.get().who}
    assert noted("plan.status") == 1
    assert (Trait.objects.get().version, Action.objects.get().version) == (2, 2)


def the_same_status_four_times(where, apart):
    chosen, form = trait(where), uuid.uuid4()
    assert len(set(race(*[take(where, where.tr, [(chosen, "stop")], form=form)] * 4, apart=apart))) == 1
    assert PlanStatus.objects.count() == TraitEvent.objects.count() == 1


def stock_is_taken_while_one_of_its_actions_is_looked_at_let_go_and_said_yes_to(where, apart):
    chosen = trait(where)
    action, other = agree(where, chosen), agree(where, chosen)
    outcomes = race(
        take(where, where.tr, [(chosen, "everyday")], [(other, "stop"), (action, "everyday")]),
        look_again(where, action, "redo"),
        lambda: plans.move(by=where.amr, action_id=action, state="drop", seen=1, line="Nej", now=NOW),
        lambda: plans.consent(by=where.amr, action_id=action, seen=1, now=NOW),
        apart=apart,
    )
    assert went_through(outcomes) == 1
    is_taken = not isinstance(outcomes[0], Exception)
    states = {one.id: one.state for one in Action.objects.all()}
    assert (states[other], Trait.objects.get().outcome) == (("drop", "everyday") if is_taken else ("agreed", ""))
    assert PlanStatus.objects.exists() is is_taken, "all of a status or nothing"


def a_status_is_taken_back_twice_and_built_on(where, apart):
    action = agree(where, trait(where))
    made = take(where, where.tr, actions=[(action, "everyday")])()
    back = [lambda by=by: plans.undo_stock(by=by, status_id=made, now=NOW) for by in (where.amr, where.tr)]
    outcomes = race(*back, look_again(where, action, "drop", seen=2), apart=apart)
    is_back = PlanStatus.objects.get().undone_at is not None
    assert went_through(outcomes) == (2 if is_back else 1)
    assert Action.objects.get().state == ("agreed" if is_back else "drop")
    assert AuditEntry.objects.filter(verb="plan.status_undo").count() == is_back
    assert ActionEvent.objects.filter(did="status", undone_at=None).exists() is not is_back


def a_status_that_ended_a_trait_is_taken_back_while_another_is_chosen(where, apart):
    made = take(where, where.tr, [(trait(where), "everyday")])()
    race(
        lambda: plans.undo_stock(by=where.amr, status_id=made, now=NOW), lambda: trait(where, what="Ro"), apart=apart
    )
    assert Trait.objects.filter(is_current=True).count() == 1
    assert Trait.objects.get(is_current=True).more_of == "Ro"


SCENES = (
    three_choose_a_focus, two_choose_the_same_focus, three_write_the_agreement, three_plan_the_next_meeting,
    three_write_the_minutes, a_meeting_is_written_of_moved_and_called_off,
    minutes_are_deleted_while_they_are_put_right, matters_come_onto_a_list_that_is_nearly_full_and_off_it,
    a_line_of_the_minutes_goes_to_the_plan_once, three_put_the_words_of_a_trait_right,
    a_traits_words_are_put_right_while_another_is_chosen, three_take_stock, the_same_status_four_times,
    stock_is_taken_while_one_of_its_actions_is_looked_at_let_go_and_said_yes_to,
    a_status_is_taken_back_twice_and_built_on, a_status_that_ended_a_trait_is_taken_back_while_another_is_chosen,
)  # fmt: skip


@pytest.mark.parametrize("scene", SCENES)
def test_when_two_press_at_once_nothing_is_lost_and_nothing_is_there_twice(scene):
    scene(town.found_town(), None)


@pytest.mark.sweep
@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("scene", SCENES)
def test_and_however_near_each_other_they_press(scene, seed, sweep_seed):
    scene(town.found_town(), random.Random(f"{sweep_seed} {seed}"))
