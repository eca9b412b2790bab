"""What a status may say, and when it is time for one."""

import uuid
from datetime import date, timedelta

import pytest

from kulturspejl.core.errors import Faulty
from kulturspejl.core.plans import StatusDraft, StatusLine
from kulturspejl.core.plans.status import AFTER, AGAIN_IN, BEFORE, STILL, is_time, next_day

TODAY = date(2026, 11, 23)
LATER = TODAY + timedelta(weeks=12)
ID = uuid.UUID(int=7)


def action(answer: str = "everyday", **said) -> StatusDraft:
    usual = {"came": "Hver dag nu", "who": "Karen", "again": LATER}
    return StatusDraft(actions=(StatusLine(ID, 1, answer, **usual | said),))


def faults(draft: StatusDraft) -> set[str]:
    with pytest.raises(Faulty) as found:
        draft.checked(TODAY)
    return {name.partition(".")[0] for name in found.value.fields}


def test_what_stops_has_no_day_and_what_goes_on_needs_no_line() -> None:
    (line,) = action("stop").checked(TODAY).actions
    assert line.again is None
    (line,) = action("goes_on", came="").checked(TODAY).actions
    assert line.again == LATER
    assert action("change", next_step="  Kun\nfem minutter ").checked(TODAY).actions[0].next_step == "Kun fem minutter"


def test_each_answer_asks_for_what_it_needs() -> None:
    assert faults(action("change")) == {"next_step"}
    assert faults(action(came=" ")) == {"came"}
    assert faults(action(who="")) == {"who"}
    assert faults(action(again=TODAY)) == {"again"}
    assert faults(action(again=None)) == {"again"}
    assert faults(action("")) == {"answer"}
    assert faults(action("done")) == {"answer"}
    assert faults(action(came="x" * 501)) == {"came"}
    assert faults(StatusDraft(traits=(StatusLine(ID, 1, "change", "x"),))) == {"answer"}
    assert faults(StatusDraft(traits=(StatusLine(ID, 1, "goes_on"),), again=TODAY)) == {"again"}
    assert StatusDraft(traits=(StatusLine(ID, 1, "stop", "Intet"),)).checked(TODAY).traits[0].answer == "stop"


def test_a_line_that_was_left_as_it_stood_is_no_line() -> None:
    filled_in = StatusLine(uuid.UUID(int=8), 1, who="Tove", again=LATER)
    said = action().actions
    assert StatusDraft(actions=(*said, filled_in)).checked(TODAY).actions == said
    assert faults(StatusDraft(actions=(filled_in,), learnt="Alt")) == set()


@pytest.mark.parametrize(
    ("ago", "is_due"), [(AFTER, True), (AFTER - timedelta(days=1), False), (timedelta(0), False)]
)
def test_a_trait_is_taken_stock_of_after_half_a_year(ago: timedelta, is_due: bool) -> None:
    assert is_time(TODAY, since=TODAY - ago, last=None, again=None, day=None) is is_due
    assert is_time(TODAY, since=TODAY - AFTER, last=TODAY - ago, again=None, day=None) is is_due
    assert not is_time(TODAY, since=None, last=None, again=None, day=None)


def test_the_day_that_was_named_comes_before_the_half_year() -> None:
    last, since = TODAY - timedelta(days=10), TODAY - 2 * AFTER
    assert is_time(TODAY, since=since, last=last, again=TODAY, day=None)
    assert not is_time(TODAY, since=since, last=TODAY - AFTER, again=TODAY + timedelta(days=1), day=None)


def test_around_the_day_of_a_course_it_is_time_until_it_has_been_done() -> None:
    for off, is_due in ((-BEFORE, True), (-BEFORE - timedelta(days=1), False), (STILL, True),
                        (STILL + timedelta(days=1), False)):  # fmt: skip
        assert is_time(TODAY, since=TODAY, last=None, again=None, day=TODAY - off) is is_due
    assert not is_time(TODAY, since=TODAY, last=TODAY - BEFORE, again=LATER, day=TODAY)
    assert is_time(TODAY, since=TODAY, last=TODAY - BEFORE - timedelta(days=1), again=LATER, day=TODAY)


def test_a_trait_that_goes_on_is_looked_at_on_a_day_that_somebody_knows() -> None:
    for answer, again in (("goes_on", TODAY + AGAIN_IN), ("everyday", None), ("stop", None)):
        left_empty = StatusDraft(traits=(StatusLine(ID, 1, answer, came="Vi siger det"),))
        assert left_empty.checked(TODAY).again == again
    assert action("goes_on").checked(TODAY).again is None, "an action has a day of its own"


def test_the_next_day_is_the_one_that_was_named_else_half_a_year_after_the_last_word() -> None:
    assert next_day(since=TODAY, last=None, again=None) == TODAY + AFTER
    assert next_day(since=TODAY, last=LATER, again=None) == LATER + AFTER
    assert next_day(since=LATER, last=TODAY, again=None) == LATER + AFTER
    assert next_day(since=TODAY, last=TODAY, again=LATER) == LATER
    assert next_day(since=None, last=TODAY, again=None) is None
