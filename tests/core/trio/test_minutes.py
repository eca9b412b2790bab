"""Minutes, focus, agreement and matters as they are let in: a sentence a field, and nothing typed is cut."""

from datetime import date

import pytest

from kulturspejl.core.errors import Faulty
from kulturspejl.core.trio import agenda, agreement, annual, focus, meeting, minutes

DAY = date(2026, 11, 29)


def faults(make) -> set[str]:
    with pytest.raises(Faulty) as found:
        make()
    return set(found.value.fields)


def test_minutes_need_something_and_a_time_to_be_kept() -> None:
    assert faults(lambda: minutes.minutes_of({}, months=12, meeting=DAY)) == {"decided"}
    assert faults(lambda: minutes.minutes_of({"decided": "Ro"}, months=7, meeting=DAY)) == {"months"}
    long = {"tell_team": "x" * (minutes.LONGEST + 1), "decided": "Ro"}
    assert faults(lambda: minutes.minutes_of(long, months=12, meeting=DAY)) == {"tell_team"}
    made = minutes.minutes_of(
        {"decided": " Ro \r\n\r\n\r\nog tid ", "tell_team": " "}, months=12, meeting=DAY
    )
    assert made.fields == {"decided": "Ro\n\nog tid"}
    assert made.kept_until == date(2027, 11, 29)
    assert minutes.lines_of(made.fields, "decided") == ["Ro", "og tid"]


def test_a_meeting_is_from_today_and_within_a_year() -> None:
    for day in (None, date(2026, 11, 28), date(2028, 1, 1)):
        assert faults(lambda day=day: meeting.MeetingDraft(day).checked(DAY)) == {"day"}
    assert faults(lambda: meeting.MeetingDraft(None, place="x" * 121).checked(DAY)) == {"day", "place"}
    assert meeting.MeetingDraft(DAY, place=" Stuen\n ").checked(DAY) == (DAY, None, "Stuen")


def test_a_focus_and_a_matter_need_words_that_have_room() -> None:
    for make, most in ((focus.focus_of, focus.LONGEST), (annual.matter_of, annual.LONGEST)):
        assert faults(lambda make=make: make(" \n")) == {"words"}
        assert faults(lambda make=make, most=most: make("x" * (most + 1))) == {"words"}
        assert make(" Ro\ni vagtskiftet ") == "Ro i vagtskiftet"


def test_the_agreement_keeps_what_is_written_and_knows_no_other_field() -> None:
    assert agreement.agreed({"meetings": " Hver måned ", "review": "", "other": "x"}) == {
        "meetings": "Hver måned"
    }
    assert faults(lambda: agreement.agreed({"review": "x" * (agreement.LONGEST + 1)})) == {"review"}


def test_the_agenda_fits_the_meeting() -> None:
    assert sum(one.minutes for one in agenda.AGENDA) == 45
    assert sum(one.short for one in agenda.AGENDA) == 30
    assert len({agenda.new_thing(held) for held in range(12)}) == 6
