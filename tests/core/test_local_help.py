"""A line of the list of help: what is kept, what is refused, in which language it is read, and when it is old."""

from datetime import date, timedelta

import pytest

from kulturspejl.core.local_help import GROWS_OLD, KINDS, LONGEST, HelpLine, is_old, lines_from_json, written

WHOLE = {
    "who": "Hanne Holm", "what_da": "Løn og fravær", "what_en": "Pay and absence", "phone": "+45 70 12 34 56",
    "hours_da": "kl. 9-15", "hours_en": "", "link": "https://havnby.example/hr",
}  # fmt: skip


def test_what_is_written_is_kept_and_read_back_in_the_order_of_the_kinds() -> None:
    hr, faults = written("hr", WHOLE)
    night, _none = written("after_event", {"who": "Vagten", "phone": "112"})
    assert faults == {}
    assert hr is not None
    assert night is not None
    assert lines_from_json([night.to_json(), hr.to_json(), {"kind": "gone", "who": "x"}]) == (hr, night)
    assert (hr.number, night.number) == ("+4570123456", "112")


def test_it_is_read_in_the_language_that_is_there() -> None:
    line = HelpLine("hr", "Hanne", what_da="Løn", what_en="Pay", hours_da="kl. 9", hours_en="")
    assert (line.what("da"), line.what("en"), line.hours("en"), line.hours("da")) == ("Løn", "Pay", "kl. 9", "kl. 9")


def test_an_empty_line_is_no_line_and_no_fault() -> None:
    assert written("hr", {"who": "  ", "phone": ""}) == (None, {})


@pytest.mark.parametrize(
    ("change", "at"),
    [
        ({"who": ""}, {"who"}),
        ({"phone": "ring bare"}, {"phone"}),
        ({"phone": "7"}, {"phone"}),
        ({"link": "javascript:alert(1)"}, {"link"}),
        ({"link": "havnby.example"}, {"link"}),
        *(({name: "x" * (most + 1)}, {name}) for name, most in LONGEST.items()),
    ],
)
def test_what_does_not_fit_is_told_at_its_field(change: dict[str, str], at: set[str]) -> None:
    assert set(written("hr", WHOLE | change)[1]) == at


def test_a_list_is_old_after_a_year() -> None:
    today = date(2026, 11, 29)
    assert [is_old(today - timedelta(days=days), today) for days in (0, GROWS_OLD, GROWS_OLD + 1)] == [
        False, False, True,
    ]  # fmt: skip
    assert len(KINDS) == 9
