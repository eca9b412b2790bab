"""What asks about the day's purposes asks about those that this day has, however they were changed."""

import pytest

from kulturspejl.core.content.own_goals import with_goals
from kulturspejl.core.content.parse_exercise import exercise_from_json
from kulturspejl.core.text import Text
from kulturspejl.core.toml.faults import ContentError
from tests.content import content

PURPOSES = content().exercises["day_purposes"]
GOALS = (
    Text("Vi taler om kulturen.", "We talk about the culture."),
    Text("Vi vælger ét træk.", "We choose one trait."),
)


def asked(exercise) -> dict[str, list[tuple[str, Text]]]:
    return {
        part.id: [(item.id, item.label) for item in part.shape.items]
        for step in exercise.steps
        for part in step.parts
    }


def test_each_purpose_is_asked_about_before_and_after_and_nothing_else_is_changed():
    made = asked(with_goals(PURPOSES, GOALS))
    assert made["before"] == made["after"] == [("goal_1", GOALS[0]), ("goal_2", GOALS[1])]
    assert made["closer"] == asked(PURPOSES)["closer"]
    assert all(part.check({"choice": "some"}) for step in PURPOSES.steps for part in step.parts if part.id == "closer")
    before = with_goals(PURPOSES, GOALS).steps[0].parts[0]
    assert before.shape.check({"goal_1": 2, "goal_2": 5}) == {"goal_1": 2, "goal_2": 5}


def test_a_day_without_purposes_and_any_other_exercise_stay_as_they_are():
    assert with_goals(PURPOSES, ()) is PURPOSES
    other = content().exercises["evaluation"]
    assert with_goals(other, GOALS) is other


def test_only_statements_can_be_about_the_purposes():
    raw = dict(content().exercises["boundary"].raw)
    step = dict(raw["step"][0])
    step["part"] = [{**step["part"][0], "goals": True}, *step["part"][1:]]
    with pytest.raises(ContentError) as caught:
        exercise_from_json({**raw, "step": [step]})
    (fault,) = caught.value.faults
    assert fault.key.endswith("kind.goals")
