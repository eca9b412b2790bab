"""`kulturspejl analyse`: the honest reading of a file of answers."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kulturspejl.cli.bad_file import BadFile
from kulturspejl.cli.progress import COUNTING, READING, OnTerminal
from kulturspejl.cli.table_file import ENCODINGS
from kulturspejl.core.disclosure.policy import LEAST

if TYPE_CHECKING:
    from kulturspejl.cli.analysis import Analysis
    from kulturspejl.cli.earlier import Earlier
    from kulturspejl.core.content.scale_instrument import ScaleInstrument

SUMMARY = "read a file of answers: profile, how sure it is, agreement; as text, JSON, SVG or PDF"
ENDS = (
    "RESPONSES.csv has a row a respondent: now_d1_A ... now_d6_D, resp_id and unit_id where there are any and, where "
    "asked, pref_d1_A ... pref_d6_D or wish_A ... wish_D. UNITS.csv has unit_id, parent_id, name, invited. Comma, "
    "semicolon or tab; decimal point or comma; UTF-8, UTF-16, Windows; XLSX and ODS too. A bad row or block is left "
    "out and listed; a bad file, or one without a usable answer, writes nothing (exit 1)."
)
DONE, DATA_SAYS_NO = 0, 1


def parser() -> argparse.ArgumentParser:
    """What can be said on the command line."""
    made = argparse.ArgumentParser(prog="kulturspejl analyse", description=SUMMARY, epilog=ENDS)
    made.add_argument("responses", type=Path, metavar="RESPONSES.csv")
    made.add_argument(
        "--units", type=Path, metavar="UNITS.csv", help="the tree of units, and how many were invited"
    )
    made.add_argument(
        "--instrument", default="culture_profile", metavar="ID", help="what was asked (default: %(default)s); with "
        "psychological_safety the columns are now_1 ... now_7, steps from 1 to 5",
    )  # fmt: skip
    made.add_argument("--total", type=_points, help="points a question (default: 10 or 100, as the answers say)")
    made.add_argument(
        "--encoding", choices=sorted(ENCODINGS), help="how the files are written, where they do not say it themselves"
    )
    made.add_argument(
        "--before", type=Path, metavar="EARLIER", help="an earlier round, as answers (CSV) or as a release (JSON): "
        "what has changed since, and whether that is more than chance",
    )  # fmt: skip
    made.add_argument(
        "--before-units", type=Path, metavar="UNITS.csv",
        help="the earlier round's own tree, and how many were invited then",
    )  # fmt: skip
    made.add_argument("--json", action="store_true", help="everything, in full precision")
    made.add_argument("--unit", metavar="ID", help="this unit alone")
    made.add_argument("--svg", type=Path, metavar="OUT.svg", help="also draw the spider web")
    made.add_argument("--pdf", type=Path, metavar="OUT.pdf", help="also make the report")
    control = made.add_mutually_exclusive_group()
    control.add_argument(
        "--k", type=_least, default=LEAST, help="show from this many answers (default: %(default)s)"
    )
    control.add_argument(
        "--no-disclosure-control", action="store_true", help="show everything: single persons may be found"
    )
    made.add_argument("--language", choices=("da", "en"), default=_language(), help="default: %(default)s")
    return made


def _points(cell: str) -> int:
    return _at_least(1, cell)


def _least(cell: str) -> int:
    return _at_least(LEAST, cell)


def _at_least(least: int, cell: str) -> int:
    if not cell.isdecimal() or int(cell) < least:
        raise argparse.ArgumentTypeError(f"a whole number, at least {least}, not {cell!r}")
    return int(cell)


def _language() -> str:
    """English where the terminal is English, else Danish."""
    told = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "en" if told.startswith("en") else "da"


def run(argv: Sequence[str]) -> int:
    """0 done, 1 the data says no; argparse exits with 2 on wrong usage. Nothing is written unless all can be."""
    # Threads cost more than they give on matrices of four columns; numpy reads this when it is first imported.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    given = parser().parse_args(argv)
    if given.before_units and not given.before:
        parser().error("--before-units belongs to --before")
    try:
        result, files = _results(given)
        _write(files)
    except BadFile as fault:
        print(fault.text.into(given.language), file=sys.stderr)
        return DATA_SAYS_NO
    print(result)
    return DONE


def _write(files: Sequence[tuple[Path, bytes]]) -> None:
    for path, _ in files:
        if not path.parent.is_dir():
            raise BadFile(f"Mappen {path.parent} findes ikke.", f"The folder {path.parent} does not exist.")
    for path, content in files:
        try:
            path.write_bytes(content)
        except OSError as error:
            raise BadFile(f"{path} kan ikke skrives.", f"{path} cannot be written.") from error


def _results(given: argparse.Namespace) -> tuple[str, list[tuple[Path, bytes]]]:
    """The text for standard output, and the files that were asked for."""
    from kulturspejl.cli.analysis import analyse
    from kulturspejl.cli.analysis_files import picture_of, report_of
    from kulturspejl.cli.analysis_json import as_json
    from kulturspejl.cli.analysis_text import as_text
    from kulturspejl.cli.earlier import read_earlier
    from kulturspejl.core.content.scale_instrument import ScaleInstrument

    k = None if given.no_disclosure_control else given.k
    on_terminal = OnTerminal(given.language)
    try:
        found = analyse(
            given.responses, given.units, total=given.total, k=k, encoding=given.encoding,
            instrument=given.instrument, reading=on_terminal.of(READING), counting=on_terminal.of(COUNTING),
        )  # fmt: skip
        earlier = given.before and read_earlier(
            given.before, given.before_units, given.units, found, k=k, encoding=given.encoding
        )
    finally:
        on_terminal.end()
    released = found.released
    if given.unit is not None and given.unit not in released.units:
        raise BadFile(f"Enheden {given.unit} er ikke i filen.", f"The unit {given.unit} is not in the file.")
    if isinstance(found.instrument, ScaleInstrument):
        return _of_steps(given, found, found.instrument, earlier)
    makers = [(given.svg, picture_of), (given.pdf, report_of)]
    files = [
        (path, make(released, found.instrument, given.unit, given.language, earlier)) for path, make in makers if path
    ]
    if given.json:
        return json.dumps(as_json(released, found.left_out, given.unit, earlier), ensure_ascii=False, indent=1), files
    names = found.instrument.names(given.language)
    return as_text(
        released, found.left_out, names, given.language, given.unit, is_total_found=found.is_total_found,
        earlier=earlier,
    ), files


def _of_steps(
    given: argparse.Namespace, found: "Analysis", instrument: "ScaleInstrument", earlier: "Earlier | None"
) -> tuple[str, list[tuple[Path, bytes]]]:
    """The same of answers on a scale."""
    from kulturspejl.cli.analysis_json import as_json
    from kulturspejl.cli.steps_text import steps_picture, steps_report, steps_text

    released = found.released
    makers = [(given.svg, steps_picture), (given.pdf, steps_report)]
    files = [(path, make(released, instrument, given.unit, given.language, earlier)) for path, make in makers if path]
    if given.json:
        return json.dumps(as_json(released, found.left_out, given.unit, earlier), ensure_ascii=False, indent=1), files
    return steps_text(released, found.left_out, instrument, given.language, given.unit, earlier), files
