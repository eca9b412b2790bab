"""`kulturspejl check-content`: are these folders of content whole? If not, where, what, and what to do."""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from kulturspejl.cli.tongue import language
from kulturspejl.core.tables.signs import legible
from kulturspejl.core.text import Text
from kulturspejl.core.toml.faults import ContentError, Fault
from kulturspejl.library import Library, folders_named, load

SUMMARY = "validate folders of content: each fault with file, key, what is wrong, what to do"
ENDS = (
    "Without DIR the folders of KULTURSPEJL_CONTENT are checked, after what comes along. "
    "Exit codes: 0 whole, 1 faults, 2 wrong usage."
)
DONE, DATA_SAYS_NO = 0, 1
WHOLE = Text(da="Alt er i orden. Det her bliver brugt:", en="All is well. This is what will be used:")


def parser() -> argparse.ArgumentParser:
    """What can be said on the command line."""
    made = argparse.ArgumentParser(prog="kulturspejl check-content", description=SUMMARY, epilog=ENDS)
    made.add_argument(
        "folders", nargs="*", type=Path, metavar="DIR", help="a folder of content; later ones replace"
    )
    made.add_argument("--language", choices=("da", "en"), default=language(), help="default: %(default)s")
    return made


def run(argv: Sequence[str]) -> int:
    """0 where everything can be used, 1 with a list of faults; argparse exits with 2 on wrong usage."""
    given = parser().parse_args(argv)
    folders = given.folders or folders_named(os.environ.get("KULTURSPEJL_CONTENT", ""))
    try:
        found = load(folders)
    except ContentError as error:
        print(legible(as_text(error.faults, given.language)))
        return DATA_SAYS_NO
    print(used(found, given.language))
    return DONE


def as_text(faults: Sequence[Fault], language: str) -> str:
    """Two lines a fault, then how many there are."""
    said = [_lines(fault, language) for fault in faults]
    count = len(faults)
    many = Text(da="fejl", en="fault" if count == 1 else "faults").into(language)
    return "\n".join([*said, "", f"{count} {many}."])


def _lines(fault: Fault, language: str) -> str:
    place = f"{fault.file}  {fault.key}" if fault.key else fault.file
    return f"{place}\n    {fault.wrong.into(language)} {fault.remedy.into(language)}"


def used(library: Library, language: str) -> str:
    """Each piece with its version, its folder and its credit."""
    lines = [WHOLE.into(language)]
    for name, one in library.questionnaires.items():
        lines += [f"  instruments/{name}  {one.version}  ({one.source})", f"    {one.credit.into(language)}"]
    letters = [*library.letters, *library.short_letters]
    lines += [f"  letters/{name}  ({library.sources[f'letters/{name}']})" for name in letters]
    lines += [f"  exercises/{name}  {one.version}  ({one.source})" for name, one in library.exercises.items()]
    lines += [f"  programmes/{name}  {one.version}  ({one.source})" for name, one in library.programmes.items()]
    lines += [f"  courses/{name}  {one.version}  ({one.source})" for name, one in library.courses.items()]
    lines += [f"  models/{name}  {one.version}  ({one.source})" for name, one in library.models.items()]
    return "\n".join(lines)
