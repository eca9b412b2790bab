"""An instrument on a scale is read from its file, kept by a round and read back; what is wrong is said in its place."""

from typing import Any

import pytest

from kulturspejl.core.content.any_instrument import any_from_json, parse_any
from kulturspejl.core.content.scale_instrument import ScaleInstrument
from kulturspejl.core.toml.faults import ContentError
from kulturspejl.library import load


def safety() -> ScaleInstrument:
    return load().scales["psychological_safety"]


def test_the_packages_own_has_seven_statements_and_a_talk_for_a_small_group() -> None:
    found = safety()
    assert (len(found.items), found.most, found.form.has_goal) == (7, 5, False)
    assert found.sheet(5, "none").keys == tuple(f"now_{number}" for number in range(1, 8))
    assert len(found.guide) == 4
    assert found.minutes_text(0, "").into("da") == "omkring 2 minutter"
    assert "Edmondson" in found.credit.into("en")


@pytest.mark.parametrize("language", ["da", "en"])
def test_no_statement_is_about_a_leader(language: str) -> None:
    said = " ".join(one.text.into(language) + one.question.into(language) for one in safety().items).lower()
    assert not any(word in said for word in ("leder", "chef", "leader", "manager", "boss"))


def test_a_round_keeps_its_words() -> None:
    found = safety()
    assert any_from_json(found.to_json()) == found


def test_what_is_missing_and_what_is_too_much_is_said_in_its_place() -> None:
    raw: dict[str, Any] = safety().to_json()
    head = {**raw["instrument"], "most": 11, "mood": "good"}
    del head["low"]
    twice = [*raw["item"], raw["item"][0]]
    with pytest.raises(ContentError) as told:
        parse_any({"instrument.toml": {**raw, "instrument": head, "item": twice}})
    wrong = {fault.key for fault in told.value.faults}
    assert wrong >= {"instrument.most", "instrument.mood", "instrument.low.da", "item"}


def test_a_goal_makes_each_statement_answered_twice() -> None:
    raw = safety().to_json()
    goal = {"da": "Og hvor vil I gerne hen?", "en": "And where would you like to be?"}
    found = any_from_json({**raw, "instrument": {**raw["instrument"], "instruction_goal": goal}})
    assert isinstance(found, ScaleInstrument)
    assert len(found.form.keys) == 14
    assert found.asked(5, "goal").form == "goal"


def test_the_learning_scale_has_one_number_for_now_and_one_for_the_goal() -> None:
    found = load().scales["learning_scale"]
    assert (found.form.keys, found.most) == (("now_1", "goal_1"), 10)
    assert found.minutes_text(0, "").into("da") == "omkring 1 minut"
