"""From parsed TOML to a course, with every fault found on the way."""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from kulturspejl.core.content.course import Between, BetweenKind, CourseContent, CoursePart
from kulturspejl.core.content.parse_between_days import homework_in, readings_in
from kulturspejl.core.content.parse_programme import NO_TIME, time_of
from kulturspejl.core.toml.faults import ContentError, Fault
from kulturspejl.core.toml.keys import id_of, once, one_of
from kulturspejl.core.toml.table import Table


def course_from_json(data: Mapping[str, Any]) -> CourseContent:
    """What a course has kept, read back. Raises ContentError. Every page asks, so the same text is parsed once."""
    return _from_words(json.dumps(data, ensure_ascii=False))


@lru_cache(maxsize=64)
def _from_words(words: str) -> CourseContent:
    return parse_course(json.loads(words), "course")


def parse_course(data: Mapping[str, Any], file: str) -> CourseContent:
    """A course from the parsed TOML of `file`. Raises ContentError with all faults, each with its key."""
    faults: list[Fault] = []
    whole = Table(data, file, "", faults)
    head = whole.table("course")
    made = CourseContent(
        id=id_of(head), version=head.word("version"), source=head.word("source", default=""), name=head.text("name"),
        text=head.text("text"), parts=tuple(_part(row) for row in whole.rows("day", by="id")), raw=dict(data),
        readings=readings_in(whole), homework=homework_in(whole),
        reading_questions=head.texts("reading_questions") if "reading_questions" in head.values else (),
    )  # fmt: skip
    _strangers(whole, made)
    head.done()
    whole.done()
    once(whole, "day", [one.id for one in made.parts])
    if faults:
        raise ContentError(faults)
    return made


def _strangers(whole: Table, made: CourseContent) -> None:
    """Readings before a day that there is not, and homework that nobody has written."""
    written = {one.id for one in made.homework}
    named = [
        *((f"reading.{one.id}.day", one.part) for one in made.readings if made.part(one.part) is None),
        *((f"day.{one.id}.homework", one.homework) for one in made.parts if one.homework not in {"", *written}),
    ]
    for key, id in named:
        whole.fault(key, f"{id} er der ikke.", f"There is no {id}.", "Ret id’et.", "Mend the id.")


def _part(row: Table) -> CoursePart:
    made = CoursePart(
        id=id_of(row), programme=row.word("programme"), title=row.text("title"), perspective=row.text("perspective"),
        purposes=row.texts("purposes"), bring=row.text("bring"), starts=time_of(row, "start"),
        ends=time_of(row, "end"), between=_between(row), homework=row.word("homework", default=""),
        before=row.word("letter_before", default=""), after=row.word("letter_after", default=""),
    )  # fmt: skip
    if NO_TIME not in (made.starts, made.ends) and made.ends <= made.starts:
        row.fault(
            "end", "Dagen slutter, før den begynder.", "The day ends before it begins.",
            "Ret start og end.", "Mend start and end.",
        )  # fmt: skip
    row.done()
    return made


def _between(row: Table) -> tuple[Between, ...]:
    """What is done before the day; a day that asks for nothing may leave it out."""
    if "between" not in row.values:
        return ()
    rows = row.rows("between", by="id")
    made = tuple(
        Between(
            id=id_of(one), text=one.text("text"),
            kind=BetweenKind(one_of(one, "kind", tuple(BetweenKind), BetweenKind.TASK)),
        )
        for one in rows
    )  # fmt: skip
    for one in rows:
        one.done()
    once(row, "between", [one.id for one in made])
    return made
