"""An action: each field's fault at its field, on both sides of every limit, as an idea and as what is agreed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kulturspejl.core.errors import Faulty
from kulturspejl.core.plans import ActionDraft
from kulturspejl.core.plans.action import FIELD_NAMES, FIELDS, LONGEST
from kulturspejl.core.plans.influences import DIRECTED, INFLUENCES, Directed, Influence

TODAY = date(2026, 11, 23)
TOMORROW, YESTERDAY = TODAY + timedelta(days=1), TODAY - timedelta(days=1)


GOOD = ActionDraft("Mødes", "Karen", TODAY, TODAY)


def faults(before: ActionDraft | None = None, alone: bool = False, **other: str | date | None) -> set[str]:
    try:
        replace(GOOD, **other).agreed(TODAY, before=before, alone=alone)
    except Faulty as error:
        return set(error.fields)
    return set()


def faults_of_idea(**other: str | date | None) -> set[str]:
    try:
        replace(ActionDraft("Mødes"), **other).idea(TODAY)
    except Faulty as error:
        return set(error.fields)
    return set()


def test_spaces_around_go_and_the_rest_stays() -> None:
    made = ActionDraft(" Mødes ", "\tKaren\n", TODAY, TOMORROW, stop_doing=" Skemaet\n").agreed(TODAY)
    assert made == ActionDraft("Mødes", "Karen", TODAY, TOMORROW, stop_doing="Skemaet")
    assert made.days == (TODAY, TOMORROW)


@pytest.mark.parametrize("draft", [ActionDraft("x", "y", None, TODAY), ActionDraft("x", "y", TODAY, None)])
def test_an_unchecked_draft_has_no_days(draft: ActionDraft) -> None:
    with pytest.raises(ValueError, match="has not been checked"):
        draft.days  # noqa: B018


def test_what_and_who_are_asked_for() -> None:
    assert faults(what="  ") == {"what"}
    assert faults(who="") == {"who"}
    assert faults(what="", who="", due=None, follow_up=None) == {"what", "who", "due", "follow_up"}


def test_an_idea_is_one_line_and_nothing_else() -> None:
    assert ActionDraft(" Mødes ").idea(TODAY) == ActionDraft("Mødes")
    assert faults_of_idea(what=" ") == {"what"}
    assert faults_of_idea(follow_up=TODAY) == set()
    assert faults_of_idea(follow_up=YESTERDAY) == {"follow_up"}


def test_where_nobody_represents_somebody_is_named_who_follows_up() -> None:
    assert faults(alone=True) == {"partner"}
    assert faults(alone=True, partner="Bo fra aftenholdet") == set()
    assert faults(partner="") == set()


def test_every_text_has_its_room_and_not_a_sign_more() -> None:
    assert faults(**{name: "a" * most for name, most in LONGEST.items()}) == set()
    for name, most in LONGEST.items():
        assert faults(**{name: "a" * (most + 1)}) == {name}
    with pytest.raises(Faulty) as caught:
        ActionDraft("a" * 501, "b" * 201, TODAY, TODAY).agreed(TODAY)
    assert "500" in caught.value.fields["what"].da
    assert "200" in caught.value.fields["who"].en


def test_it_is_due_from_today_and_looked_at_when_it_is_done() -> None:
    assert faults(due=TODAY, follow_up=TODAY) == set()
    assert faults(due=YESTERDAY, follow_up=YESTERDAY) == {"due", "follow_up"}
    assert faults(due=TOMORROW, follow_up=TODAY) == {"follow_up"}
    assert faults(due=TOMORROW, follow_up=None) == {"follow_up"}
    assert faults(due=None, follow_up=TODAY) == {"due"}
    assert faults(due=None, follow_up=YESTERDAY) == {"due", "follow_up"}


def test_a_day_that_has_passed_since_may_stay_and_no_other_may_come() -> None:
    before = replace(GOOD, due=YESTERDAY, follow_up=YESTERDAY)
    assert faults(before, due=YESTERDAY, follow_up=YESTERDAY) == set()
    assert faults(before, due=YESTERDAY, follow_up=TOMORROW) == set()
    assert faults(before, due=YESTERDAY - timedelta(days=1), follow_up=YESTERDAY) == {"due"}
    assert faults(before, due=TOMORROW, follow_up=YESTERDAY) == {"follow_up"}
    assert faults(replace(GOOD, follow_up=None), follow_up=None) == set()
    assert faults(replace(GOOD, follow_up=TOMORROW), follow_up=None) == {"follow_up"}


def test_the_influences_of_the_order_stand_first_and_nothing_else_can_be_chosen() -> None:
    assert list(Influence)[:5] == [
        "workload_time_pressure", "unclear_demands", "emotional_demands", "offensive_behaviour",
        "work_related_violence",
    ]  # fmt: skip
    assert set(INFLUENCES) == set(Influence)
    assert set(DIRECTED) == set(Directed)
    assert faults(influence="other", directed="work") == set()
    assert faults(influence="stress", directed="boss") == {"influence", "directed"}


def test_every_field_has_a_name() -> None:
    assert set(FIELD_NAMES) == set(FIELDS) == set(ActionDraft.__dataclass_fields__)
