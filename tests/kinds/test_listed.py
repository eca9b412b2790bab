"""A kind that forgets a place is told so when the program starts, by a sentence that names what is missing."""

from importlib import import_module
from pathlib import Path
from typing import ClassVar

import pytest
from django.core.checks import run_checks

from kulturspejl.core import kinds
from kulturspejl.core.kinds.base.listed import PLACES, listed
from kulturspejl.core.kinds.board import Board
from tests.every import every
from tests.kinds.thermometer.thermometer import Thermometer


def without(place: str) -> type:
    """A kind that is whole but for one place."""
    here = vars(Thermometer) | {"check": Thermometer.check, "width": Thermometer.width, "robot": Thermometer.robot}
    kept = {name: here[name] for name in PLACES if name != place}
    return type("Thermometer", (kinds.base.part.Shape,), kept | {"__module__": Thermometer.__module__})


@every({place: (place,) for place in PLACES})
def test_what_a_kind_has_forgotten_is_named(place):
    with pytest.raises(TypeError, match=rf"The kind Thermometer \(thermometer.py\) has no `{place}` \("):
        listed(Board, without(place))


def test_a_whole_kind_is_taken():
    assert listed(Board, Thermometer) == {"board": Board, "thermometer": Thermometer}


def test_a_kind_is_found_by_its_name():
    class Other(Thermometer):
        kind = "other"

    with pytest.raises(TypeError, match=r"The kind other stands in test_listed.py. Call the file other.py."):
        listed(Other)


def test_every_kind_that_is_written_stands_in_the_list():
    written = {file.stem for file in Path(kinds.__path__[0]).glob("*.py")} - {"__init__"}
    assert written == set(kinds.KINDS), "add its class to listed(…) in core/kinds/__init__.py"


@pytest.mark.parametrize("kind", kinds.KINDS)
def test_every_kind_has_a_test_of_its_own(kind):
    file = Path(__file__).with_name(f"test_{kind}.py")
    assert file.exists(), f"write tests/kinds/{file.name}, with ROW: its smallest row of TOML"
    assert hasattr(import_module(f"tests.kinds.{file.stem}"), "ROW"), f"{file.name} has no ROW: a row of TOML"


def test_two_kinds_have_neither_the_same_word_nor_the_same_picture():
    with pytest.raises(TypeError, match="Two kinds have the same word"):
        listed(Board, Board)

    class Test_Listed(Thermometer):
        kind = "test_listed"
        pictures: ClassVar = Board.pictures

    with pytest.raises(TypeError, match="Two kinds have a picture lines: test_listed and board"):
        listed(Board, Test_Listed)


def test_a_kind_that_is_never_shown_needs_no_picture():
    class Test_Listed(Thermometer):
        kind = "test_listed"
        pictures = ()
        picture = kinds.base.part.Shape.picture

    assert "test_listed" in listed(Test_Listed)


@pytest.mark.slow
def test_a_template_that_is_missing_is_said_at_the_start(monkeypatch):
    assert [fault for fault in run_checks() if fault.id == "kulturspejl.E003"] == []
    monkeypatch.setattr(kinds, "KINDS", {**kinds.KINDS, "thermometer": Thermometer})
    faults = [fault for fault in run_checks() if fault.id == "kulturspejl.E003"]
    assert [fault.msg for fault in faults] == [
        f"The kind thermometer has no template shared/parts/thermometer/{place}.html."
        for place in ("fill", "note", "shown")
    ]
    assert "CONTRIBUTING" in faults[0].hint
