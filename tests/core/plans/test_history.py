"""What is kept of a change, who has agreed to which words, and for how long something can be taken back."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from kulturspejl.core.plans import ActionDraft
from kulturspejl.core.plans.history import Did, Line, agreements, differences, may_be_undone

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
DRAFT = ActionDraft("Mødes", "Karen", date(2026, 12, 7), date(2027, 1, 4))
MADE = Line(1, Did.MADE, NOW, "karen", {}, {"state": "agreed"})
YES = Line(2, Did.AGREED, NOW, "amir", {}, {})
WORDS = Line(3, Did.CHANGED, NOW, "tove", {"what": ["Mødes", "Taler"]}, {})


def stands(*lines: Line) -> dict[object, bool]:
    return {by: one.stands for by, one in agreements(lines).items()}


def test_a_change_keeps_old_and_new_days_as_they_are_written() -> None:
    after = replace(DRAFT, what="Taler", due=None)
    assert differences(DRAFT, after) == {"what": ["Mødes", "Taler"], "due": ["2026-12-07", None]}
    assert differences(DRAFT, DRAFT) == {}


def test_who_wrote_it_and_who_said_yes_have_agreed() -> None:
    assert stands(MADE, YES) == {"karen": True, "amir": True}
    assert stands(replace(MADE, said={"state": "idea"})) == {}
    assert stands(Line(1, Did.SENT, NOW, "karen", {}, {"state": "idea"})) == {}


def test_other_words_are_agreed_to_anew_and_another_day_to_look_is_not() -> None:
    assert stands(MADE, YES, WORDS) == {"karen": False, "amir": False, "tove": True}
    moved = replace(WORDS, changed={"follow_up": [None, "2027-02-01"]})
    assert stands(MADE, YES, moved) == {"karen": True, "amir": True}
    assert stands(MADE, YES, WORDS, replace(YES, id=4)) == {"karen": False, "amir": True, "tove": True}


def test_whoever_takes_an_idea_in_agrees_to_it() -> None:
    taken = replace(WORDS, changed={"state": ["idea", "agreed"], "follow_up": [None, "2027-02-01"]})
    assert stands(replace(MADE, said={"state": "idea"}), taken) == {"tove": True}


def test_nobody_agrees_to_an_idea_by_writing_on_it() -> None:
    sent, in_hand = Line(1, Did.SENT, NOW, "karen", {}, {"state": "idea"}), {"state": ["idea", "agreed"]}
    taken = Line(4, Did.CHANGED, NOW, "amir", in_hand, {})
    assert stands(sent, WORDS) == {}
    assert stands(sent, WORDS, taken) == {"amir": True}
    assert stands(sent, taken, replace(WORDS, id=5)) == {"amir": False, "tove": True}


def test_what_is_taken_in_again_is_asked_anew() -> None:
    gone = Line(3, Did.MOVED, NOW, "tove", {"state": ["agreed", "drop"]}, {"line": "Nej"})
    back = Line(4, Did.MOVED, NOW, "tove", {"state": ["drop", "idea"]}, {})
    again = Line(5, Did.CHANGED, NOW, "tove", {"state": ["idea", "agreed"]}, {})
    assert stands(MADE, YES, gone, back, again) == {"karen": False, "amir": False, "tove": True}


def test_what_was_taken_back_counts_for_nothing() -> None:
    assert stands(MADE, YES, replace(WORDS, is_undone=True)) == {"karen": True, "amir": True}
    assert stands(MADE, replace(YES, is_undone=True)) == {"karen": True}


@pytest.mark.parametrize("did", list(Did))
def test_it_can_be_taken_back_for_a_day(did: Did) -> None:
    is_one = did not in (Did.MADE, Did.SENT, Did.STATUS, Did.REPLACED)
    assert may_be_undone(did, NOW, NOW) is is_one
    assert may_be_undone(did, NOW, NOW + timedelta(days=1, microseconds=-1)) is is_one
    assert not may_be_undone(did, NOW, NOW + timedelta(days=1))
    assert not may_be_undone(did, NOW, NOW - timedelta(microseconds=1))
