"""Exercises, course days and whole courses on the disk: one file each, replaced by id."""

import hashlib
import json
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from kulturspejl.core.content.course import CourseContent
from kulturspejl.core.content.exercise import Exercise
from kulturspejl.core.content.model import Model
from kulturspejl.core.content.parse_course import parse_course
from kulturspejl.core.content.parse_exercise import parse_exercise
from kulturspejl.core.content.parse_model import parse_model
from kulturspejl.core.content.parse_programme import parse_programme
from kulturspejl.core.content.programme import Programme
from kulturspejl.core.text import Text
from kulturspejl.core.toml.faults import ContentError, Fault
from kulturspejl.core.writing.sentence import filled
from kulturspejl.library.sources import Source, read

Made = TypeVar("Made", Exercise, Programme, Model, CourseContent)
BESIDE = (".", "_", "README")
"""What begins so may lie beside the files and is not read."""


@dataclass
class Shelves:
    """What has been found so far; `written` are also the exercises with faults, which are there all the same."""

    exercises: dict[str, Exercise] = field(default_factory=dict)
    programmes: dict[str, Programme] = field(default_factory=dict)
    models: dict[str, Model] = field(default_factory=dict)
    courses: dict[str, CourseContent] = field(default_factory=dict)
    written: set[str] = field(default_factory=set)

    def take(self, source: Source, sources: dict[str, str]) -> list[Fault]:
        """Add the folder's exercises and programmes; returns the faults of those that cannot be used."""
        self.written |= {file.stem for file in (source.path / "exercises").glob("*.toml")}
        return [
            *_take(source, "exercise", parse_exercise, self.exercises, sources),
            *_take(source, "programme", parse_programme, self.programmes, sources),
            *_take(source, "model", parse_model, self.models, sources),
            *_take(source, "course", parse_course, self.courses, sources),
        ]

    def strangers(self, instruments: Collection[str]) -> list[Fault]:
        """What programmes and exercises name, and nobody has."""
        return [
            *(_stranger(*one) for one in self._offered() if one[-1] not in self.written),
            *(_stranger(*one) for one in self._without_step()),
            *(_stranger(*one) for one in self._named() if one[-1] not in self.models),
            *(fault for one in self.exercises.values() for fault in unknown(one, _file(one), self.models, instruments)),
        ]

    def unwritten(self, letters: Collection[str]) -> list[Fault]:
        """The days' programmes and the letters that a course names, and nobody has."""
        return [
            _stranger(f"{one.source}/courses/{one.id}.toml", f"day.{part.id}.{key}", id)
            for one in self.courses.values()
            for part in one.parts
            for key, id, known in (
                ("programme", part.programme, self.programmes), ("letter_before", part.before, letters),
                ("letter_after", part.after, letters),
            )
            if id and id not in known
        ]

    def unheld(self) -> list[Fault]:
        """The meetings that the homework of a course names, and nobody has written."""
        return [
            _stranger(f"{one.source}/courses/{one.id}.toml", f"homework.{asked.id}", id)
            for one in self.courses.values()
            for asked in one.homework
            for id in (*asked.programmes, *(model.programme for model in asked.models if model.programme))
            if id not in self.programmes
        ]

    def _offered(self) -> Iterator[tuple[str, str, str]]:
        """(file, key, exercise) for each exercise that a day holds or offers."""
        for one in self.programmes.values():
            file = f"{one.source}/programmes/{one.id}.toml"
            for item in one.items:
                for place, planned in enumerate(item.stations, start=1):
                    if planned.exercise:
                        yield file, f"item.{item.id}.stations.{place}", planned.exercise

    def _without_step(self) -> Iterator[tuple[str, str, str]]:
        """(file, key, step) for each step that a day gives minutes, and its exercise does not have."""
        for one in self.programmes.values():
            for item in one.items:
                for place, planned in enumerate(item.stations, start=1):
                    known = self.exercises.get(planned.exercise)
                    for step in planned.steps if known else ():
                        if known and all(step.id != other.id for other in known.steps):
                            key = f"item.{item.id}.stations.{place}.steps.{step.id}"
                            yield f"{one.source}/programmes/{one.id}.toml", key, step.id

    def _named(self) -> Iterator[tuple[str, str, str]]:
        """(file, key, model) for each model that an item of a day tells, or has at hand."""
        for one in self.programmes.values():
            file = f"{one.source}/programmes/{one.id}.toml"
            for item in one.items:
                for place, planned in enumerate(item.stations, start=1):
                    if planned.model:
                        yield file, f"item.{item.id}.stations.{place}.model", planned.model
                for model in item.models:
                    yield file, f"item.{item.id}.models", model


def unknown(
    exercise: Exercise, file: str, models: Collection[str] | None, instruments: Collection[str] | None
) -> list[Fault]:
    """What an exercise names, and nobody has: figures of its own or of a step, and what its parts ask with.

    Without `models` or without `instruments` nobody asks for those.
    """
    named = [("exercise.model", exercise.model)]
    named += [(f"step.{step.id}.model", step.model) for step in exercise.steps]
    asked = [
        (f"step.{step.id}.part.{part.id}.instrument", part.shape.asks_with)
        for step in exercise.steps
        for part in step.parts
    ]
    return [
        _stranger(file, key, id)
        for known, found in ((models, named), (instruments, asked))
        for key, id in found
        if id and known is not None and id not in known
    ]


def _file(one: Exercise) -> str:
    return f"{one.source}/exercises/{one.id}.toml"


def _take(
    source: Source, kind: str, parse: Callable[[dict[str, Any], str], Made], found: dict[str, Made],
    sources: dict[str, str],
) -> list[Fault]:  # fmt: skip
    faults: list[Fault] = []
    folder = source.path / f"{kind}s"
    for file in sorted(folder.iterdir()) if folder.is_dir() else ():
        name = f"{source.name}/{kind}s/{file.name}"
        if file.name.startswith(BESIDE):
            continue
        if file.suffix != ".toml" or not file.is_file():
            faults.append(_not_read(name, f"{kind}s/{file.stem.lower()}.toml"))
            continue
        try:
            data = read(file, name)
            _check_id(data, kind, file, name)
            found[file.stem] = parse(dated(data, kind, source.name), name)
            sources[f"{kind}s/{file.stem}"] = source.name
        except ContentError as error:
            faults += error.faults
    return faults


def _check_id(data: dict[str, Any], kind: str, file: Path, name: str) -> None:
    head = data.get(kind)
    if isinstance(head, dict) and head.get("id") != file.stem:
        raise ContentError([_other_id(name, kind, file.stem)])


def dated(data: dict[str, Any], kind: str, source: str) -> dict[str, Any]:
    """The same with the version that a room stores (the author's own and a hash of all words) and its `source`."""
    head = data.get(kind)
    if not isinstance(head, dict) or not head.get("version"):
        return data
    plain = json.dumps(data, sort_keys=True, ensure_ascii=False, default=str)
    mark = hashlib.sha256(plain.encode()).hexdigest()[:8]
    return {**data, kind: {**head, "version": f"{head['version']}+{mark}", "source": source}}


def _other_id(name: str, kind: str, stem: str) -> Fault:
    return Fault(
        name, f"{kind}.id",
        Text(da="Filen og id hedder ikke det samme.", en="The file and the id do not have the same name."),
        filled(
            Text(
                da='Skriv id = "{stem}", eller giv filen et andet navn.',
                en='Write id = "{stem}", or rename the file.',
            ),
            stem=stem,
        ),
    )  # fmt: skip


def _not_read(name: str, instead: str) -> Fault:
    return Fault(
        name, "",
        Text(da="Det bliver ikke læst: Her ligger én fil til hver.", en="It is not read: here is one file for each."),
        filled(
            Text(da="Gem det som {instead}, eller flyt det væk.", en="Save it as {instead}, or move it away."),
            instead=instead,
        ),
    )  # fmt: skip


def _stranger(file: str, key: str, id: str) -> Fault:
    return Fault(
        file, key,
        filled(Text(da="{id} findes ikke.", en="{id} does not exist."), id=id),
        Text(da="Skriv et id, der findes, eller læg filen i mappen.", en="Write an id that exists, or add the file."),
    )  # fmt: skip
