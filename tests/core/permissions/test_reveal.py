"""Who sees what of a picture: the table in the docs is the rule, and the rule keeps what was promised."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.core.permissions.reveal import Seen, Viewer, reveal
from kulturspejl.core.permissions.reveal_table import PICTURES, VIEWERS, Sample, drawing

ROOT = Path(__file__).parents[3]
PAGES = {"da": "docs/da/hvem-ser-hvad.md", "en": "docs/en/who-sees.md"}
pictures = st.builds(Sample, st.booleans(), st.booleans(), st.booleans())
viewers = st.builds(Viewer, st.booleans(), st.booleans(), st.booleans(), st.booleans())


@pytest.mark.parametrize("language", PAGES)
def test_the_table_in_the_docs_is_what_the_rule_says(language):
    page = (ROOT / PAGES[language]).read_text(encoding="utf-8")
    assert page.endswith(f"\n{drawing(language)}\n"), f"write it anew:\n\n{drawing(language)}"


def test_the_table_shows_every_case_there_is():
    asked = {reveal(viewer, picture) for _, viewer in VIEWERS for _, picture in PICTURES}
    of_all = {
        reveal(Viewer(*(bool(bits >> n & 1) for n in range(4))), Sample(*(bool(more >> n & 1) for n in range(6))))
        for bits in range(16)
        for more in range(64)
    }
    assert asked == of_all


@given(pictures)
def test_steward_and_hr_never_open_what_is_narrow_shared_or_not(picture):
    assert (reveal(Viewer(counts=True), picture).seen is Seen.PICTURE) == picture.is_wide


@given(pictures)
def test_a_leader_above_opens_what_is_wide_or_shared_and_nothing_else(picture):
    assert (reveal(Viewer(leads_above=True), picture).seen is Seen.PICTURE) == (picture.is_wide or picture.is_shared)


@pytest.mark.slow
@given(viewers, pictures)
def test_nobody_without_a_role_or_a_card_sees_anything(viewer, picture):
    if viewer == Viewer():
        assert reveal(viewer, picture).seen is Seen.NOTHING


@pytest.mark.slow
@given(viewers, pictures)
def test_one_more_role_never_takes_a_picture_away(viewer, picture):
    if viewer.has_a_card or reveal(viewer, picture).seen is not Seen.PICTURE:
        return
    more = [Viewer(False, True, viewer.leads_above, viewer.counts), Viewer(False, viewer.is_on_the_team, True, True)]
    assert all(reveal(one, picture).seen is Seen.PICTURE for one in more)


def test_what_is_dear_is_not_asked_where_it_does_not_matter():
    class Dear(Sample):
        @property
        def is_wide(self):
            raise AssertionError("the whole release was read")

    own = Dear.__new__(Dear)
    object.__setattr__(own, "is_the_teams_own", True)
    for name in ("is_shared", "opens_soon", "nobody_was_told", "gives_another_away"):
        object.__setattr__(own, name, False)
    assert reveal(Viewer(is_on_the_team=True, leads_above=True), own).seen is Seen.PICTURE
    assert reveal(Viewer(has_a_card=True), own).seen is Seen.PICTURE
    assert reveal(Viewer(), own).seen is Seen.NOTHING


@given(viewers, pictures, st.sampled_from(["opens_soon", "nobody_was_told", "gives_another_away"]))
def test_other_roles_and_a_role_that_came_later_take_the_picture_and_leave_the_reason(viewer, picture, why):
    shut = replace(picture, **{why: True})
    before, after = reveal(viewer, picture).seen, reveal(viewer, shut).seen
    if viewer.has_a_card or before is not Seen.PICTURE:
        assert after is before, "a card, and whoever may see nothing, learn nothing of it"
    else:
        assert after is Seen.REASON
