"""What a spreadsheet opens holds no formula, whichever separator it goes by, and comes back as it was."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.core.tables.harmless import guarded, unguarded

SIGNS = ("=", "+", "-", "@")
NAMES = st.text(st.sampled_from("=+-@;,|\t\"' aæ1'"), max_size=12)


def cells(line: str, separator: str) -> list[str]:
    """As a spreadsheet with that separator sees them."""
    return [cell.strip(' "') for row in csv.reader(io.StringIO(line), delimiter=separator) for cell in row]


@pytest.mark.parametrize("name", ["=1+1", "x;=1+1", "x, +45", 'x;"=1+1"', "a\t@SUM(A1)", "-2", "x|=1", "x;  =1"])
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_no_cell_begins_like_a_formula(name, separator):
    assert [cell for cell in cells(guarded(name), separator) if cell.startswith(SIGNS)] == []


def test_what_is_no_formula_stays_as_it_is():
    for name in ("Nord", "O'Brien", "Nord-Øst", "1+1", "a@b.dk", "Ældre & Sundhed"):
        assert guarded(name) == name == unguarded(name)


@given(NAMES)
def test_it_comes_back_as_it_was(name):
    assert unguarded(guarded(name)) == name
