"""What is written in one way is written there: numbers that people read, and names in order (core/writing)."""

import re

import pytest

from tests.house.files import SOURCE, name_of, repository_files, text_of

WAYS = {
    "a decimal of its own": re.compile(
        r":[+,]?\.[0-9]f\}|:g\}\"\.replace|\.replace\(['\"]\.['\"], ?['\"],['\"]\)|\bfloatformat\b|%\.[0-9]f"
    ),
    "an order of the store or of small letters": re.compile(
        r"order_by\([^)]*name['\"]|key=str\.(casefold|lower)\b|key=lambda[^\n]*\.(casefold|lower)\(\)"
    ),
    "a day of its own": re.compile(r"\|date:\"(?!Y-m-d)|DATE_FORMAT"),
}
MAY = {
    "src/kulturspejl/drawing/markup.py",  # coordinates
    "src/kulturspejl/faces/shared/templatetags/saying.py",  # the width of a bar
    "src/kulturspejl/cli/demo/__init__.py",  # how long it took
    "src/kulturspejl/cli/demo/classroom.py",  # whom the made-up class holds, for nobody to read
    "src/kulturspejl/cli/demo/rounds.py",
}
HERE = "src/kulturspejl/core/writing/"


def ways_of_its_own(text: str) -> list[str]:
    return [way for way, pattern in WAYS.items() if pattern.search(text)]


def test_numbers_days_and_orders_that_people_read_are_made_in_one_place():
    files = [file for file in repository_files() if SOURCE in file.parents and file.suffix in {".py", ".html", ".typ"}]
    found = {name_of(file): ways_of_its_own(text_of(file) or "") for file in files}
    assert {
        name: ways for name, ways in found.items() if ways and name not in MAY and not name.startswith(HERE)
    } == {}


@pytest.mark.parametrize(
    "line",
    [
        'f"{mean:.1f} of {most}"', 'said.replace(".", ",")', "{{ mean|floatformat:1 }}", 'rows.order_by("-on", "name")',
        'rows.order_by("participant__name", "id")', "sorted(rows, key=str.casefold)",
        "sorted(found, key=lambda one: (one.name.casefold(), one.id))", '{{ one.at|date:"DATE_FORMAT" }}',
    ],
)  # fmt: skip
def test_a_way_of_its_own_is_seen(line):
    assert ways_of_its_own(line)
