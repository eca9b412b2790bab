"""Folders of content on the disk, read without judging what stands in them."""

import os
import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from kulturspejl.core.text import Text
from kulturspejl.core.toml.faults import ContentError, Fault
from kulturspejl.core.writing.sentence import filled

OWN = "kulturspejl"
KNOWN = {"instruments", "letters", "exercises", "programmes", "models", "courses"}
ONLY_OURS = {"policies"}
"""What is shown from which size is a promise of the program, so no other folder may change it."""


@dataclass(frozen=True)
class Source:
    """A folder of content, and what a result calls it."""

    name: str
    path: Path


def folders_named(text: str) -> list[Path]:
    """The folders in KULTURSPEJL_CONTENT, as the environment separates them (":" on Linux)."""
    return [Path(part) for part in text.split(os.pathsep) if part.strip()]


def own() -> Source:
    """The content that comes along."""
    return Source(OWN, Path(str(files("kulturspejl.content"))))


def given(path: Path) -> Source:
    """Somebody's own folder, named as it is on the disk; never by the name of what comes along."""
    name = path.resolve().name
    return Source(str(path) if name == OWN else name, path)


def faults_of(source: Source) -> list[Fault]:
    """What is wrong with a folder as a whole: that it is not there, holds nothing, or is laid out otherwise."""
    if not source.path.is_dir():
        return [_no_folder(source.path)]
    inside = {one.name for one in source.path.iterdir() if one.is_dir() and one.name[0] not in "._"}
    if not inside & (KNOWN | ONLY_OURS):
        return [_empty(source)]
    is_ours = source.path.resolve() == own().path.resolve()
    return [_strange(source, name) for name in sorted(inside - KNOWN - (ONLY_OURS if is_ours else set()))]


def read(file: Path, name: str) -> dict[str, Any]:
    """One TOML file, called `name` in faults. Raises ContentError.

    The same words give the same table, which is for reading only: a start of the program reads its content twice.
    """
    try:
        return _table(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ContentError([no_toml(name, error)]) from error
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError([_unreadable(name, error)]) from error


def forget() -> None:
    """Let go of what files held: 4 MB that a server has no use for once its content is made."""
    _table.cache_clear()


@lru_cache(maxsize=512)
def _table(text: str) -> dict[str, Any]:
    return tomllib.loads(text)


def _no_folder(path: Path) -> Fault:
    return Fault(
        str(path), "",
        Text(da="Mappen findes ikke.", en="The folder does not exist."),
        Text(da="Ret stien, eller lav mappen.", en="Correct the path, or make the folder."),
    )  # fmt: skip


def _empty(source: Source) -> Fault:
    names = ", ".join(f"{name}/" for name in sorted(KNOWN))
    return Fault(
        source.name, "",
        Text(da="Her er intet indhold.", en="There is no content here."),
        filled(
            Text(da="Læg det i en af mapperne {names}.", en="Put it in one of the folders {names}."),
            names=names,
        ),
    )  # fmt: skip


def _strange(source: Source, name: str) -> Fault:
    if name in ONLY_OURS:
        return Fault(
            f"{source.name}/{name}", "",
            Text(da="Reglerne for, hvad der vises, kan ikke skiftes ud.", en="The rules of what is shown are fixed."),
            Text(da="Flyt mappen væk. Et højere mindste antal svar sættes på organisationens side.",
                 en="Move the folder away. A higher minimum of answers is set on the organisation’s page."),
        )  # fmt: skip
    names = ", ".join(f"{known}/" for known in sorted(KNOWN))
    return Fault(
        f"{source.name}/{name}", "",
        Text(da="Mappen kendes ikke.", en="The folder is unknown."),
        filled(
            Text(da="Brug et af navnene {names}, eller flyt den.", en="Use one of the names {names}, or move it."),
            names=names,
        ),
    )  # fmt: skip


def no_toml(name: str, error: ValueError) -> Fault:
    """What is said of a file that is none, with the line in which it ends to be one."""
    where = re.search(r"line \d+", str(error))
    return Fault(
        name, where.group() if where else "end of file",
        filled(
            Text(da="Filen er ikke gyldig TOML ({said}).", en="The file is not valid TOML ({said})."),
            said=str(error),
        ),
        Text(da="Se efter et manglende anførselstegn eller lighedstegn.", en="Look for a missing quote or equals."),
    )  # fmt: skip


def _unreadable(name: str, error: Exception) -> Fault:
    if isinstance(error, UnicodeDecodeError):
        return Fault(
            name, "",
            Text(da="Filen er ikke gemt som UTF-8.", en="The file is not saved as UTF-8."),
            Text(da="Gem den igen, og vælg UTF-8.", en="Save it again and choose UTF-8."),
        )  # fmt: skip
    return Fault(
        name, "",
        filled(
            Text(da="Filen kan ikke læses ({error}).", en="The file cannot be read ({error})."),
            error=error,
        ),
        Text(da="Giv programmet lov til at læse den.", en="Let the program read it."),
    )  # fmt: skip
