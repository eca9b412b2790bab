"""What a lent meeting promises before it begins is made of its own parts: a stranger's gets sentences of its own."""

from dataclasses import replace

import pytest

from kulturspejl.core.kinds.board import LINES
from kulturspejl.core.kinds.choice import COUNTS
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.library.policies import load_policy
from kulturspejl.readers.rooms.lent_promises import parts_of, promises_of, too_few_for
from kulturspejl.values.the_library import the_library

POLICY = load_policy()


@pytest.fixture
def profile():
    """The part of a team's own meeting that is handed in without a name."""
    plan = the_library().lent["team_45"]
    parts = parts_of(plan, the_library().exercises)
    return next(part for part in parts if part.visibility is Visibility.AGGREGATE and part.picture)


def said(*parts) -> str:
    return " ".join(text.en for text in promises_of(parts, POLICY))


def test_the_number_is_that_of_the_picture(profile):
    counted = replace(profile, picture=COUNTS)
    assert "From 5 answers" in said(profile)
    assert "From 8 answers" in said(counted)
    assert "From 5 or 8 answers, as the phone says," in said(profile, counted)
    assert [too_few_for([one], POLICY) for one in (profile, counted)] == [5, 8]


def test_what_is_kept_with_a_name_is_not_called_nameless(profile):
    written = replace(profile, picture=LINES, visibility=Visibility.TEAM, role="")
    assert "the server knows the name until the meeting is over" in said(written)
    assert "without a name" not in said(written)
    assert "from your own" not in said(written)
    assert too_few_for([written], POLICY) == 0


@pytest.mark.parametrize(
    ("visibility", "sentence"),
    [(Visibility.NAMED, "with your name"), (Visibility.PRIVATE, "stays on their own phone")],
)
def test_each_way_of_writing_has_its_own_sentence(profile, visibility, sentence):
    assert sentence in said(replace(profile, visibility=visibility))


def test_what_a_unit_may_take_over_is_said_before(profile):
    line = parts_of(the_library().lent["team_learning"], the_library().exercises)
    assert "to take over what you agree on, but no answers" in said(profile)
    assert "and where you stand, between two numbers" in said(*line)


def test_no_lent_meeting_promises_more_than_its_parts():
    for plan in the_library().lent.values():
        parts = parts_of(plan, the_library().exercises)
        words = " ".join(text.en for text in promises_of(parts, POLICY))
        assert ("without a name" in words) == any(
            part.visibility is Visibility.AGGREGATE and part.picture for part in parts
        ), plan.id
