"""What a model is taught from is read whole, and each fault of it is named with its key."""

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from kulturspejl.core.content.parse_model import parse_model
from kulturspejl.core.content.teaching import LONGEST, WORDS_A_MINUTE, minutes_to_read
from kulturspejl.core.text import Text
from kulturspejl.core.toml.faults import ContentError

MODELS = files("kulturspejl.content") / "models"


def words_of(name: str) -> dict[str, Any]:
    return tomllib.loads((MODELS / f"{name}.toml").read_text(encoding="utf-8"))


def faults_of(words: dict[str, Any]) -> list[str]:
    with pytest.raises(ContentError) as caught:
        parse_model(words, "own.toml")
    return [fault.key for fault in caught.value.faults]


def test_a_model_may_do_without() -> None:
    words = words_of("mindset")
    del words["teach"]
    made = parse_model(words, "own.toml")
    assert (made.teach, made.parts) == (None, ())


def test_two_examples_come_from_different_places_of_work() -> None:
    words = words_of("mindset")
    words["teach"]["example"][1]["place"] = words["teach"]["example"][0]["place"]
    assert faults_of(words) == ["teach.example"]


def test_a_part_that_is_no_culture_says_its_own_name_and_meaning() -> None:
    words = words_of("four_cultures")
    del words["part"][0]["culture"]
    assert faults_of(words) == [
        "part.clan.name.da", "part.clan.name.en", "part.clan.definition.da", "part.clan.definition.en",
    ]  # fmt: skip
    words["part"][0]["culture"] = "E"
    assert faults_of(words) == ["part.clan.culture"]


def test_a_model_is_read_in_ten_minutes() -> None:
    words = words_of("mindset")
    words["teach"]["definition"]["da"] = "ord " * (WORDS_A_MINUTE * (LONGEST + 1))
    assert faults_of(words) == ["part"]


def test_minutes_are_counted_without_what_is_only_said_aloud() -> None:
    made = parse_model(words_of("embedding"), "embedding.toml")
    assert 5 <= minutes_to_read(made, "da") <= LONGEST
    assert minutes_to_read((Text("et", "one"), (Text("to tre", "two three"),)), "da") == 1
    assert minutes_to_read(made.teach, "da") == 1, "a minute is the least, and the notes are not read"
