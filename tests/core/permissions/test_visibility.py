"""The scale of who sees what somebody writes."""

from kulturspejl.core.permissions.visibility import Visibility, fits_a_round


def test_the_levels_stand_in_content_by_these_letters() -> None:
    assert {one.name: one.value for one in Visibility} == {
        "PRIVATE": "V0", "NAMED": "V1", "TEAM": "V2", "AGGREGATE": "V3", "ORGANISATION": "V4", "SCREEN": "VP",
    }  # fmt: skip


def test_only_what_is_seen_combined_goes_into_an_anonymous_round() -> None:
    assert [one for one in Visibility if fits_a_round(one)] == [Visibility.AGGREGATE]
