"""A model is read whole, or every fault of its file is named."""

import tomllib
from importlib.resources import files

import pytest

from kulturspejl.core.content.parse_model import parse_model
from kulturspejl.core.toml.faults import ContentError

MODELS = files("kulturspejl.content") / "models"


def words_of(name):
    return tomllib.loads((MODELS / f"{name}.toml").read_text(encoding="utf-8"))


def test_a_model_of_ones_own_names_no_source():
    assert parse_model(words_of("trait_pairs"), "trait_pairs.toml").source == ""


@pytest.mark.parametrize("name", ["trait_pairs", "permit_promote", "feedback_sheet"])
def test_a_figure_whose_boxes_hold_words_is_nothing_without_them(name):
    words = words_of(name)
    boxes = words["figure"]["box"]
    for box in boxes:
        del box["words"]
    with pytest.raises(ContentError) as caught:
        parse_model(words, "own.toml")
    assert [fault.key for fault in caught.value.faults] == [f"figure.box.{box['id']}.words" for box in boxes]


def test_other_figures_need_none():
    words = words_of("under_pressure")
    for box in words["figure"]["box"]:
        box.pop("words", None)
    assert parse_model(words, "own.toml").figure.boxes
