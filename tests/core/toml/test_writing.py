"""Data written as a TOML file is the same data when it is read, and a fault in it has its line."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.core.toml.lines import line_of, lines_of
from kulturspejl.core.toml.writing import toml_of

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
LEAVES = st.one_of(WORDS, st.booleans(), st.integers(-(10**6), 10**6), st.lists(WORDS, max_size=3))
TABLES = st.recursive(
    st.dictionaries(WORDS, LEAVES, max_size=4),
    lambda inner: st.dictionaries(WORDS, st.one_of(LEAVES, inner, st.lists(inner, min_size=1, max_size=3)), max_size=4),
    max_leaves=12,
)
FILE = """# An exercise
[exercise]
id = "own_one"

[[step]]
id = "a"
title.da = "Et"

[[step]]
id = "b"
title.da = "To"

[[step.part]]
id = "p"
kind = "board"

[[step.part.item]]
id = "i"
label.da = "x"
"""


@pytest.mark.slow
@given(TABLES)
def test_what_is_written_is_read_as_the_same(data):
    assert tomllib.loads(toml_of(data)) == data


def test_what_has_no_place_in_a_file_is_refused():
    with pytest.raises(TypeError, match="float"):
        toml_of({"minutes": 1.5})


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("exercise.id", 3),
        ("step.a.title.da", 7),
        ("step.b.title.da", 11),
        ("step.b.minutes", 9),
        ("step.b.part.p.kind", 15),
        ("step.b.part.p.item.i.label.en", 19),
        ("exercise.name.da", 2),
        ("nothing", None),
    ],
)
def test_a_fault_stands_on_its_line_or_on_that_of_the_table_that_lacks_it(key, line):
    assert line_of(lines_of(FILE), tomllib.loads(FILE), key) == line
