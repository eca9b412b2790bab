"""What is read and done between the days of a course, from a file: what it says, and every fault by its key."""

import pytest

from kulturspejl.core.content.parse_between_days import homework_in, readings_in
from kulturspejl.core.toml.table import Table

TWO = {"da": "To", "en": "Two"}
READING = {"id": "one", "day": "module_2", "author": "A. Hansen", "title": "Vaner", "minutes": 10}
HOMEWORK = {
    "id": "talk", "name": TWO, "text": TWO, "prepare": {"da": ["a"], "en": ["b"]},
    "step": [{"id": "open", "minutes": 5, "text": TWO}, {"id": "close", "minutes": 40, "text": TWO}],
    "model": [{"id": "stairs", "name": TWO, "say": [{"step": "open", "text": TWO}]}],
    "role": [{"id": "leader", "text": TWO}], "line": [{"id": "work", "text": TWO}],
}  # fmt: skip


def whole(**rows):
    return Table(rows, "courses/x.toml", "", [])


def test_a_reading_is_where_a_text_stands():
    table = whole(reading=[READING, {**READING, "id": "two", "year": "2018", "required": False,
                                     "address": "https://example.dk/a"}])  # fmt: skip
    first, second = readings_in(table)
    assert (first.author, first.minutes, first.address, first.is_required) == ("A. Hansen", 10, "", True)
    assert (second.year, second.address, second.is_required) == ("2018", "https://example.dk/a", False)
    assert table.faults == []
    assert readings_in(whole()) == homework_in(whole()) == ()


def test_a_homework_is_a_guide_with_minutes_and_lines():
    table = whole(homework=[HOMEWORK, {key: HOMEWORK[key] for key in ("name", "text", "prepare")} | {"id": "b"}])
    talk, short = homework_in(table)
    assert talk.minutes == 45
    assert talk.models[0].says["open"].da == "To"
    assert (short.minutes, short.lines, short.programmes) == (0, (), ())
    assert table.faults == []


@pytest.mark.parametrize(
    ("rows", "key"),
    [
        ({"reading": [{**READING, "address": "ftp://example.dk"}]}, "reading.one.address"),
        ({"reading": [{**READING, "minutes": 0}]}, "reading.one.minutes"),
        ({"reading": [{**READING, "authors": "x"}]}, "reading.one.authors"),
        ({"reading": [READING, READING]}, "reading"),
        ({"homework": [{**HOMEWORK, "model": [{"id": "m", "name": TWO, "say": [{"step": "no", "text": TWO}]}]}]},
         "homework.talk.model.m.say"),
        ({"homework": [{**HOMEWORK, "line": [{"id": "work", "text": {"da": "x"}}]}]},
         "homework.talk.line.work.text.en"),
    ],
)  # fmt: skip
def test_a_fault_is_named_by_its_key(rows, key):
    table = whole(**rows)
    readings_in(table), homework_in(table)
    assert [fault.key for fault in table.faults] == [key]
