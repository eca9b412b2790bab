"""The package's own content, and the folders that replace or add to it."""

import hashlib
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from kulturspejl.core.content.faults import ContentError, Fault
from kulturspejl.core.content.instrument import AllocationInstrument
from kulturspejl.core.content.kinds import BUILT, Kind
from kulturspejl.core.content.letters import LetterText, parse_letter
from kulturspejl.core.content.parse import parse_instrument
from kulturspejl.core.content.text import Text

OWN = "kulturspejl"


@dataclass(frozen=True)
class Source:
    """A folder of content and what to call it."""

    name: str
    path: Path


@dataclass(frozen=True)
class Library:
    """Everything this instance can ask and say; a later folder has replaced an earlier one's piece of the same id."""

    instruments: Mapping[str, AllocationInstrument]
    letters: Mapping[str, LetterText]
    sources: Mapping[str, str]


def load(folders: Sequence[Path] = ()) -> Library:
    """Read the package's content and then `folders`, in order. Raises ContentError with every fault of all files."""
    instruments: dict[str, AllocationInstrument] = {}
    letters: dict[str, LetterText] = {}
    sources: dict[str, str] = {}
    faults: list[Fault] = []
    for source in [Source(OWN, _own()), *(Source(folder.name, folder) for folder in folders)]:
        if not source.path.is_dir():
            faults.append(_no_folder(source.path))
            continue
        for folder in sorted((source.path / "instruments").glob("*/")):
            _take_instrument(source, folder, instruments, sources, faults)
        for file in sorted((source.path / "letters").glob("*.toml")):
            _take_letter(source, file, letters, sources, faults)
    if faults:
        raise ContentError(faults)
    return Library(instruments=instruments, letters=letters, sources=sources)


def _take_instrument(
    source: Source, folder: Path, found: dict[str, AllocationInstrument], sources: dict[str, str], faults: list[Fault]
) -> None:
    try:
        data = _read_all(folder, source)
        made = parse_instrument(data, file=f"{source.name}/instruments/{folder.name}")
    except ContentError as error:
        faults += error.faults
        return
    found[made.id] = made
    sources[f"instruments/{made.id}"] = source.name


def _take_letter(
    source: Source, file: Path, found: dict[str, LetterText], sources: dict[str, str], faults: list[Fault]
) -> None:
    name = f"{source.name}/letters/{file.name}"
    try:
        letter = parse_letter(_read(file, name))
    except ContentError as error:
        faults += error.faults
        return
    except ValueError as error:
        faults.append(_fault(name, "letter", f"{error}.", f"{error}."))
        return
    found[letter.id] = letter
    sources[f"letters/{letter.id}"] = source.name


def _read_all(folder: Path, source: Source) -> dict[str, Any]:
    """All TOML files of a folder as one table, with a version that names the text exactly."""
    data: dict[str, Any] = {}
    digest = hashlib.sha256()
    for file in sorted(folder.glob("*.toml")):
        name = f"{source.name}/instruments/{folder.name}/{file.name}"
        table = _read(file, name)
        for key in table.keys() & data.keys():
            raise ContentError([_fault(name, key, "står i to filer.", "stands in two files.")])
        data |= table
        digest.update(file.read_bytes())
    head = data.get("instrument")
    if not isinstance(head, dict):
        raise ContentError([_fault(folder.name, "instrument", "tabellen mangler.", "the table is missing.")])
    if head.get("kind") not in BUILT:
        kinds = ", ".join(Kind)
        raise ContentError(
            [_fault(folder.name, "instrument.kind", f"kendes ikke. Kendte: {kinds}.", f"is unknown. Known: {kinds}.")]
        )
    head["version"] = f"{head.get('version', '')}+{digest.hexdigest()[:8]}"
    return data


def _read(file: Path, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError([_fault(name, "file", f"kan ikke læses: {error}.", f"cannot be read: {error}.")]) from error


def _own() -> Path:
    return Path(str(files("kulturspejl.content")))


def _no_folder(path: Path) -> Fault:
    return _fault(str(path), "KULTURSPEJL_CONTENT", "mappen findes ikke.", "the folder does not exist.")


def _fault(file: str, key: str, da: str, en: str) -> Fault:
    return Fault(
        file, key, Text(da=da, en=en), Text(da="Ret filen, og prøv igen.", en="Correct the file and try again.")
    )


def own_files() -> Iterator[Path]:
    """Every TOML file of the package."""
    yield from sorted(_own().rglob("*.toml"))
