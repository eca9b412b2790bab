"""A first action: each field's fault at its field, on both sides of every limit."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kulturspejl.core.errors import Faulty
from kulturspejl.core.plans import STATES, ActionDraft

TODAY = date(2026, 11, 23)
TOMORROW, YESTERDAY = TODAY + timedelta(days=1), TODAY - timedelta(days=1)


GOOD = ActionDraft("Mødes", "Karen", TODAY, TODAY)


def faults(**other: str | date | None) -> set[str]:
    try:
        replace(GOOD, **other).checked(TODAY)
    except Faulty as error:
        return set(error.fields)
    return set()


def test_an_action_goes_through_these_states() -> None:
    assert STATES == ("agreed", "under_way", "tried", "keep", "redo", "drop")


def test_spaces_around_go_and_the_rest_stays() -> None:
    made = ActionDraft(" Mødes ", "\tKaren\n", TODAY, TOMORROW).checked(TODAY)
    assert made == ActionDraft("Mødes", "Karen", TODAY, TOMORROW)
    assert made.days == (TODAY, TOMORROW)


@pytest.mark.parametrize("draft", [ActionDraft("x", "y", None, TODAY), ActionDraft("x", "y", TODAY, None)])
def test_an_unchecked_draft_has_no_days(draft: ActionDraft) -> None:
    with pytest.raises(ValueError, match="has not been checked"):
        draft.days  # noqa: B018


def test_what_and_who_are_asked_for() -> None:
    assert faults(what="  ") == {"what"}
    assert faults(who="") == {"who"}
    assert faults(what="", who="", due=None, follow_up=None) == {"what", "who", "due", "follow_up"}


def test_500_and_200_signs_are_enough() -> None:
    assert faults(what="a" * 500, who="b" * 200) == set()
    assert faults(what="a" * 501) == {"what"}
    assert faults(who="b" * 201) == {"who"}
    with pytest.raises(Faulty) as caught:
        ActionDraft("a" * 501, "b" * 201, TODAY, TODAY).checked(TODAY)
    assert "500" in caught.value.fields["what"].da
    assert "200" in caught.value.fields["who"].en


def test_it_is_due_from_today_and_looked_at_when_it_is_done() -> None:
    assert faults(due=TODAY, follow_up=TODAY) == set()
    assert faults(due=YESTERDAY, follow_up=YESTERDAY) == {"due"}
    assert faults(due=TOMORROW, follow_up=TODAY) == {"follow_up"}
    assert faults(due=TOMORROW, follow_up=None) == {"follow_up"}
    assert faults(due=None, follow_up=TODAY) == {"due"}
    assert faults(due=None, follow_up=YESTERDAY) == {"due", "follow_up"}
