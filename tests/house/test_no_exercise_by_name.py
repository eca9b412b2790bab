"""The engine and the faces know no exercise by name: another one is a file of TOML, and no line of code."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kulturspejl.core.content.programme import SlotKind
from tests.content import content
from tests.house.files import SOURCE, name_of, repository_files, text_of

ROOMS = ("core", "actions", "readers", "faces", "web")
READ = {".py", ".html", ".js", ".css"}
LIBRARY = content()
EXERCISES = set(LIBRARY.exercises)

SLOT_KINDS = re.compile(r'^    [A-Z_]+ = "\w+"$')
"""A kind of agenda item may have the name of an exercise, and is said where the kinds are."""
INSTRUMENTS = re.compile(r"^(INSTRUMENT|CULTURE_PROFILE) = ")
"""An instrument may have the name of an exercise, and is said where a round chooses what to ask with."""
FIELD = re.compile(r"(?<![\w.])(data|typed|LONGEST)\b|\bname=\"check_in\"|\"typed\"")
"""The day's own question at check-in is a field of a form."""

ALLOWED = {
    ("core/content/programme.py", "check_in"): SLOT_KINDS,
    ("core/content/programme.py", "check_out"): SLOT_KINDS,
    ("core/content/programme.py", "evaluation"): SLOT_KINDS,
    ("actions/rounds/create.py", "culture_profile"): INSTRUMENTS,
    ("readers/instruments.py", "culture_profile"): INSTRUMENTS,
    ("actions/rooms/making.py", "check_in"): FIELD,
    ("faces/facilitator/prepare.py", "check_in"): FIELD,
    ("faces/facilitator/templates/facilitator/prepare.html", "check_in"): FIELD,
}
"""Where the same word means something else: file, word, and what the line has to look like."""
NEVER = re.compile(r"\b(exercise|station|step|planned)\b", re.IGNORECASE)
"""A line that speaks of exercises means the exercise, wherever it stands."""


def searched() -> Iterator[tuple[str, Path]]:
    for file in repository_files():
        if file.is_relative_to(SOURCE):
            name = file.relative_to(SOURCE).as_posix()
            if name.split("/")[0] in ROOMS and file.suffix in READ:
                yield name, file


def named(text: str, ids: set[str] = EXERCISES, suffix: str = ".py") -> list[tuple[str, str]]:
    """(id, line) for each id in quotes; in a style sheet also as a class, an id, or the value of an attribute."""
    one = "|".join(sorted(map(re.escape, ids)))
    wanted = rf"""(["'`])({one})\1""" + (rf"|([.#=])({one})(?![\w-])" if suffix == ".css" else "")
    return [(found[2] or found[4], line) for line in text.splitlines() for found in re.finditer(wanted, line)]


def means_the_exercise(name: str, id: str, line: str) -> bool:
    shape = ALLOWED.get((name, id))
    return shape is None or not shape.search(line) or bool(NEVER.search(line))


def test_no_line_of_the_engine_or_a_face_names_an_exercise():
    found = [
        (name, line.strip())
        for name, file in searched()
        for id, line in named(text_of(file) or "", suffix=file.suffix)
        if means_the_exercise(name, id, line)
    ]
    assert found == []


def test_no_file_of_the_engine_or_a_face_is_called_as_an_exercise():
    assert [
        name_of(file) for name, file in searched() if EXERCISES & {*name.split("/")[1:-1], file.stem}
    ] == []


def test_what_is_allowed_is_still_there_and_means_something_else():
    """A word that has gone from its file goes from the list too."""
    texts = {name: text_of(file) or "" for name, file in searched()}
    kept = [one for one in ALLOWED if one[1] in {id for id, _line in named(texts.get(one[0], ""))}]
    assert kept == list(ALLOWED)
    others = {*SlotKind, *LIBRARY.instruments}
    assert {id for _name, id in ALLOWED} <= others


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("core/choreography/steps.py", 'if station.exercise == "sparring":'),
        ("faces/participant/templates/participant/now.html", "{% if view.station.exercise == 'check_out' %}"),
        ("faces/participant/static/participant/phone.js", "if (main.dataset.exercise === `evaluation`) {"),
        ("core/content/programme.py", '    if exercise == "check_in":'),
        ("actions/rounds/create.py", 'INSTRUMENT = "culture_profile" if exercise else ""'),
        ("faces/facilitator/prepare.py", 'if data["exercise"] == "check_in":'),
        ("readers/rooms/regions/station.py", 'CHECK = "check_in"'),
    ],
)
def test_an_exercise_by_name_is_seen(name, line):
    assert [means_the_exercise(name, id, line) for id, line in named(line)] == [True]


def test_an_exercise_in_a_style_sheet_is_seen():
    for rule in (".sparring { }", "#check_in::before { }", "[data-exercise=evaluation] p { }"):
        assert len(named(rule, suffix=".css")) == 1, rule
    assert named(".sparring-like { }", suffix=".css") == []
