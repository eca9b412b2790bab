"""The package's own content, and the folders that replace or add to it."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from kulturspejl.core.content.any_instrument import Instrument, parse_any
from kulturspejl.core.content.course import CourseContent
from kulturspejl.core.content.exercise import Exercise
from kulturspejl.core.content.instrument import AllocationInstrument
from kulturspejl.core.content.letters import LetterText
from kulturspejl.core.content.model import Model
from kulturspejl.core.content.programme import Programme
from kulturspejl.core.content.scale_instrument import ScaleInstrument
from kulturspejl.core.content.short_letters import ShortLetter
from kulturspejl.core.text import Text
from kulturspejl.core.toml.faults import ContentError, Fault
from kulturspejl.core.writing.sentence import filled
from kulturspejl.library import days, letters
from kulturspejl.library.sources import Source, faults_of, given, own, read

Tables = dict[str, dict[str, Any]]
HEAD = "instrument.toml"


@dataclass(frozen=True)
class Library:
    """Everything this instance can ask and say; `sources` has the folder of each piece ("letters/invitation").

    `questionnaires` are what a round can ask with, of whichever kind.
    """

    questionnaires: Mapping[str, Instrument]
    letters: Mapping[str, LetterText]
    short_letters: Mapping[str, ShortLetter]
    exercises: Mapping[str, Exercise]
    programmes: Mapping[str, Programme]
    models: Mapping[str, Model]
    courses: Mapping[str, CourseContent]
    sources: Mapping[str, str]

    @cached_property
    def instruments(self) -> Mapping[str, AllocationInstrument]:
        """Those that divide points: rooms ask with them too."""
        return {id: one for id, one in self.questionnaires.items() if isinstance(one, AllocationInstrument)}

    @cached_property
    def scales(self) -> Mapping[str, ScaleInstrument]:
        """Those that have statements on steps."""
        return {id: one for id, one in self.questionnaires.items() if isinstance(one, ScaleInstrument)}

    @property
    def lent(self) -> Mapping[str, Programme]:
        """The programmes that anybody may open a room with, in the order of their names."""
        return {id: plan for id, plan in sorted(self.programmes.items()) if plan.is_lent}


def load(folders: Sequence[Path] = ()) -> Library:
    """The package's content, then `folders` in their order: a later one replaces by id, or adds.

    A folder that words an instrument anew may hold only the files that differ; the rest stays. It must hold
    instrument.toml, because there stands the credit. Raises ContentError with every fault of all files.
    """
    made: dict[str, Instrument] = {}
    found: letters.Letters = {}
    short: letters.ShortLetters = {}
    shelves = days.Shelves()
    sources: dict[str, str] = {}
    faults: list[Fault] = []
    known: dict[str, Tables] = {}
    for source in [own(), *map(given, folders)]:
        wrong = faults_of(source)
        faults += wrong
        if wrong:
            continue
        for folder in sorted(one for one in (source.path / "instruments").glob("*") if one.is_dir()):
            try:
                known[folder.name] = _joined(source, folder, known.get(folder.name, {}))
                made[folder.name] = _instrument(source, folder, known[folder.name])
                sources[f"instruments/{folder.name}"] = source.name
            except ContentError as error:
                faults += error.faults
        faults += letters.take(source, found, short, sources)
        faults += shelves.take(source, sources)
    other = {id for id, one in made.items() if not isinstance(one, AllocationInstrument)}
    faults += shelves.strangers(known.keys() - other)
    faults += shelves.unwritten(short) + shelves.unheld()
    if faults:
        raise ContentError(faults)
    return Library(
        made, found, short, shelves.exercises, shelves.programmes, shelves.models, shelves.courses, sources
    )


def _joined(source: Source, folder: Path, before: Tables) -> Tables:
    """The instrument's files by their own names: this folder's, and those before that it does not have."""
    here = {file.name: file for file in sorted(folder.glob("*.toml"))}
    if HEAD not in here:
        raise ContentError([_no_head(f"{source.name}/instruments/{folder.name}")])
    faults: list[Fault] = []
    tables = dict(before)
    for name, file in here.items():
        try:
            tables[name] = read(file, f"{source.name}/instruments/{folder.name}/{name}")
        except ContentError as error:
            faults += error.faults
    if faults:
        raise ContentError(faults)
    return tables


def _instrument(source: Source, folder: Path, tables: Tables) -> Instrument:
    place = f"{source.name}/instruments/{folder.name}"
    head = tables[HEAD].get("instrument")
    named = dict(tables)
    if isinstance(head, dict):
        if head.get("id") != folder.name:
            raise ContentError([_other_id(f"{place}/{HEAD}", folder.name)])
        version = f"{head.get('version', '')}+{_hash(tables)}" if head.get("version") else ""
        named[HEAD] = {**tables[HEAD], "instrument": {**head, "version": version, "source": source.name}}
    return parse_any({f"{place}/{name}": table for name, table in named.items()})


def _hash(tables: Tables) -> str:
    """Eight hex digits of all words: another comma, another version. Comments and the order of keys do not count."""
    plain = json.dumps(tables, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(plain.encode()).hexdigest()[:8]


def _no_head(place: str) -> Fault:
    return Fault(
        f"{place}/{HEAD}", "",
        Text(da="Filen mangler. I den står id, version og hvem teksten er af.",
             en="The file is missing. It holds the id, the version and whose text it is."),
        Text(da="Kopiér den fra programmets egen mappe, og skriv jeres egen credit.",
             en="Copy it from the program’s own folder, and write your own credit."),
    )  # fmt: skip


def _other_id(file: str, folder: str) -> Fault:
    return Fault(
        file, "instrument.id",
        Text(da="Mappen og id hedder ikke det samme.", en="The folder and the id do not have the same name."),
        filled(
            Text(da='Skriv id = "{folder}", eller giv mappen et andet navn.',
                 en='Write id = "{folder}", or rename the folder.'),
            folder=folder,
        ),
    )  # fmt: skip
