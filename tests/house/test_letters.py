"""Only an instrument's own folder, content and drawing know what its columns are: A to D, and six dimensions."""

import re
from pathlib import Path

import kulturspejl

SRC = Path(kulturspejl.__file__).parent

KNOWS = re.compile(r"\b(LETTERS|DIMENSIONS|now_d\d|pref_d\d|wish_[A-D]|ABCD)\b")
"""The letters, the dimensions, and the names of an answer's numbers."""

AT_HOME = (
    "core/instruments/allocation/",
    "core/content/",
    "core/kinds/allocation.py",  # the same questionnaire as a part of a day
    "drawing/",
    "reports/mirror/allocation/",
    "cli/demo/",  # makes answers up
)
ALLOWED = {
    "cli/analyse.py": "tells on the command line how a file's columns are named",
    "cli/left_out.py": "an example of a block's name in a docstring",
    "readers/rooms/sides/pictures.py": "four fields on a wall stand as those of the culture model do",
}
"""Each with its reason; the list only grows shorter."""


def knowing():
    """The files that know, without comments on other meanings of the word."""
    for path in sorted(SRC.rglob("*.py")):
        name = path.relative_to(SRC).as_posix()
        words = {found[0] for found in KNOWS.finditer(path.read_text(encoding="utf-8"))}
        if words and not name.startswith(AT_HOME):
            yield name, words


def is_another_word(words):
    """LETTERS of a mail's text, or the width of letters: a name of the file's own."""
    return words == {"LETTERS"}


def test_no_other_file_knows_what_the_columns_are():
    strangers = {
        name: sorted(words)
        for name, words in knowing()
        if name not in ALLOWED and not (is_another_word(words) and _is_its_own(name))
    }
    assert strangers == {}


def _is_its_own(name):
    return "instruments.allocation" not in (SRC / name).read_text(encoding="utf-8")


def test_every_exception_is_one():
    assert sorted(ALLOWED) == sorted({name for name, _ in knowing()} & set(ALLOWED))


def test_disclosure_asks_the_protocol_and_no_kind():
    for path in sorted((SRC / "core/disclosure").rglob("*.py")):
        assert "instruments.allocation" not in path.read_text(encoding="utf-8"), path.name
