"""Exercises and course days on the disk: one file each, replaced by id."""

import hashlib
import json
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from kulturspejl.core.content.exercise import Exercise
from kulturspejl.core.content.faults import ContentError, Fault
from kulturspejl.core.content.parse_exercise import parse_exercise
from kulturspejl.core.content.parse_programme import parse_programme
from kulturspejl.core.content.programme import Programme
from kulturspejl.core.content.text import Text
from kulturspejl.library.sources import Source, read

Made = TypeVar("Made", Exercise, Programme)


@dataclass
class Shelves:
    """What has been found so far."""

    exercises: dict[str, Exercise] = field(default_factory=dict)
    programmes: dict[str, Programme] = field(default_factory=dict)

    def take(self, source: Source, sources: dict[str, str]) -> list[Fault]:
        """Add the folder's exercises and programmes; returns the faults of those that cannot be used."""
        return [
            *_take(source, "exercise", parse_exercise, self.exercises, sources),
            *_take(source, "programme", parse_programme, self.programmes, sources),
        ]

    def strangers(self, instruments: Collection[str]) -> list[Fault]:
        """What programmes and exercises name, and nobody has."""
        faults = []
        for programme in self.programmes.values():
            for offer in (offer for item in programme.items for offer in item.offers):
                if offer.exercise not in self.exercises:
                    faults.append(
                        _stranger(f"{programme.source}/programmes/{programme.id}.toml", offer.exercise)
                    )
        for exercise in self.exercises.values():
            for part in (part for step in exercise.steps for part in step.parts):
                if part.instrument and part.instrument not in instruments:
                    faults.append(
                        _stranger(f"{exercise.source}/exercises/{exercise.id}.toml", part.instrument)
                    )
        return faults


def _take(
    source: Source, kind: str, parse: Callable[[dict[str, Any], str], Made], found: dict[str, Made],
    sources: dict[str, str],
) -> list[Fault]:  # fmt: skip
    faults: list[Fault] = []
    for file in sorted((source.path / f"{kind}s").glob("*.toml")):
        name = f"{source.name}/{kind}s/{file.name}"
        try:
            found[file.stem] = parse(_dated(read(file, name), kind, file, source, name), name)
        except ContentError as error:
            faults += error.faults
            continue
        sources[f"{kind}s/{file.stem}"] = source.name
    return faults


def _dated(data: dict[str, Any], kind: str, file: Path, source: Source, name: str) -> dict[str, Any]:
    """The same with the version that a room stores (the author's own and a hash of all words) and the folder."""
    head = data.get(kind)
    if not isinstance(head, dict):
        return data
    if head.get("id") != file.stem:
        wrong = Text(
            da="Filen og id hedder ikke det samme.", en="The file and the id do not have the same name."
        )
        remedy = Text(da=f'Skriv id = "{file.stem}".', en=f'Write id = "{file.stem}".')
        raise ContentError([Fault(name, f"{kind}.id", wrong, remedy)])
    if not head.get("version"):
        return data
    plain = json.dumps(data, sort_keys=True, ensure_ascii=False, default=str)
    mark = hashlib.sha256(plain.encode()).hexdigest()[:8]
    return {**data, kind: {**head, "version": f"{head['version']}+{mark}", "source": source.name}}


def _stranger(file: str, id: str) -> Fault:
    return Fault(
        file, id,
        Text(da=f"{id} findes ikke.", en=f"{id} does not exist."),
        Text(da="Skriv et id, der findes, eller læg filen i mappen.", en="Write an id that exists, or add the file."),
    )  # fmt: skip
