"""What a team says after it has looked again: each fault at its field."""

from dataclasses import replace
from datetime import date, timedelta

from kulturspejl.core.errors import Faulty
from kulturspejl.core.plans import FollowUpDraft

TODAY = date(2026, 11, 23)
TOMORROW = TODAY + timedelta(days=1)
GOOD = FollowUpDraft("partly", "De nye spørger mere", "keep", "", TOMORROW)


def faults(**other: str | date | None) -> set[str]:
    try:
        replace(GOOD, **other).checked(TODAY)
    except Faulty as error:
        return set(error.fields)
    return set()


def test_whether_it_was_noticed_what_it_did_and_what_now_are_asked_for() -> None:
    assert faults() == set()
    assert faults(noticed="", effect=" ", outcome="", next_day=None) == {"noticed", "effect", "outcome", "next_day"}
    assert faults(noticed="maybe") == {"noticed"}
    assert faults(outcome="tried") == {"outcome"}
    assert faults(outcome="idea") == {"outcome"}


def test_what_is_done_in_another_way_says_how() -> None:
    assert faults(outcome="redo") == {"next_step"}
    assert faults(outcome="redo", next_step="Kun fem minutter") == set()


def test_the_next_day_comes_after_today_and_what_is_let_go_has_none() -> None:
    assert faults(next_day=TODAY) == {"next_day"}
    assert faults(next_day=TOMORROW) == set()
    assert faults(outcome="drop", next_day=None) == set()
    assert replace(GOOD, outcome="drop").checked(TODAY).next_day is None


def test_words_are_cleaned_and_have_room() -> None:
    assert replace(GOOD, effect=" a\nb ").checked(TODAY).effect == "a b"
    assert faults(effect="a" * 500, next_step="b" * 500) == set()
    assert faults(effect="a" * 501) == {"effect"}
    assert faults(next_step="b" * 501) == {"next_step"}
