"""What a backup says of itself, and whether this program can read it. Nothing is changed here."""

import hashlib
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import kulturspejl
from kulturspejl.cli.archive import schema
from kulturspejl.cli.archive.schema import Schema
from kulturspejl.cli.archive.tables import name_of

FORMATS = (1, 2)


class BadArchive(Exception):
    """The file cannot be used, and why."""


@dataclass(frozen=True)
class Manifest:
    """Who wrote the file, when ("" where it does not say), in which tables, and with which SECRET_KEY."""

    program: str
    written: str
    schema: Schema
    codes_key: str
    includes_open: bool


def read(archive: zipfile.ZipFile) -> Manifest:
    """The file's own words, once every part of it is whole and every table known. Raises BadArchive."""
    found = _parsed(archive)
    _refuse_newer(found)
    for name, expected in found["sha256"].items():
        if _sum(archive, name) != expected:
            raise BadArchive(f"{name} in the backup is damaged. Take another copy.")
    made = schema.of(found["schema"]) if "schema" in found else schema.guessed(_columns(archive, found["rows"]))
    if made is None:
        raise BadArchive("No version of Kulturspejl up to this one has had the tables of this backup.")
    _refuse_unknown_tables(archive, found["rows"], made)
    return Manifest(
        str(found["program"]), str(found.get("written", "")), made, str(found["codes_key"]),
        bool(found["includes_open"]),
    )  # fmt: skip


def _parsed(archive: zipfile.ZipFile) -> Mapping[str, Any]:
    try:
        found = json.loads(archive.read("manifest.json"))
    except (KeyError, ValueError, zipfile.BadZipFile) as error:
        raise BadArchive("The file holds no manifest.json, so it is no backup of Kulturspejl.") from error
    if not isinstance(found, dict) or "format" not in found:
        raise BadArchive("Its manifest.json is not one of Kulturspejl's.")
    if found["format"] not in FORMATS:
        raise BadArchive(f"The backup has format {found['format']}, this program reads {FORMATS[-1]}. {_later(found)}")
    wanted = {"program": str, "rows": dict, "sha256": dict, "codes_key": str, "includes_open": bool}
    if any(not isinstance(found.get(name), kind) for name, kind in wanted.items()):
        raise BadArchive("Its manifest.json is not whole. Take another copy.")
    return found


def _refuse_newer(found: Mapping[str, Any]) -> None:
    names = found.get("schema", [])
    known = schema.known()
    unknown = [name for name in names if name not in known]
    if unknown:
        raise BadArchive(f"The backup is of a newer version: this one does not know {unknown[0]}. {_later(found)}")


def _later(found: Mapping[str, Any]) -> str:
    return (
        f"It was written by Kulturspejl {found.get('program', 'of another version')}, and this is "
        f"{kulturspejl.__version__}. Restore it with that version or a later one."
    )


def _refuse_unknown_tables(archive: zipfile.ZipFile, rows: Mapping[str, int], made: Schema) -> None:
    """No table is left out in silence, but for those that an earlier version still wrote and backups hold no more."""
    inside = {name.removesuffix(".jsonl") for name in archive.namelist() if name.endswith(".jsonl")} | rows.keys()
    unknown = sorted(inside - {name_of(model) for model in made.all_models})
    if unknown:
        raise BadArchive(f"This program has no place for these tables of the backup: {', '.join(unknown)}.")


def _columns(archive: zipfile.ZipFile, rows: Mapping[str, int]) -> dict[str, set[str]]:
    """Table -> columns, read off its first row."""
    return {name: _first_row(archive, f"{name}.jsonl") for name in rows}


def _first_row(archive: zipfile.ZipFile, name: str) -> set[str]:
    try:
        with archive.open(name) as lines:
            return set(json.loads(lines.readline() or b"{}"))
    except (KeyError, ValueError) as error:
        raise BadArchive(f"{name} in the backup is missing or damaged. Take another copy.") from error


def _sum(archive: zipfile.ZipFile, name: str) -> str:
    try:
        with archive.open(name) as part:
            return hashlib.file_digest(part, "sha256").hexdigest()  # type: ignore[arg-type]
    except (KeyError, zipfile.BadZipFile, OSError):
        return ""
