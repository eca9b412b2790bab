"""`kulturspejl audit`: checks what has been released, without the answers."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kulturspejl.cli.bad_file import BadFile
from kulturspejl.core.writing.line import one_line

SUMMARY = "check a release's certificate: may anybody be found by arithmetic?"
DONE, DATA_SAYS_NO = 0, 1
NOT_PROMISED = "Not promised: if nobody had changed their answer since the earlier round, subtraction would lead to"


def parser() -> argparse.ArgumentParser:
    """What can be said on the command line."""
    made = argparse.ArgumentParser(prog="kulturspejl audit", description=SUMMARY)
    made.add_argument(
        "--certificate", type=Path, metavar="RELEASE.json", required=True, help="a release as JSON"
    )
    made.add_argument(
        "--previous", type=Path, metavar="EARLIER.json",
        help="an earlier release: also say what would follow from both if nobody had changed their answer",
    )  # fmt: skip
    made.add_argument("--json", action="store_true", help='{"verdict": "safe" or "leak", "faults": [...]}')
    return made


def run(argv: Sequence[str]) -> int:
    """0 where the certificate proves the release safe, else 1; argparse exits with 2 on wrong usage."""
    given = parser().parse_args(argv)
    try:
        faults, unchanged = _faults(given.certificate), _unchanged(given.certificate, given.previous)
    except BadFile as fault:
        print(fault.text.en, file=sys.stderr)
        return DATA_SAYS_NO
    print(json.dumps(_verdict(faults, unchanged)) if given.json else _said(faults, unchanged))
    return DATA_SAYS_NO if faults else DONE


def _faults(path: Path) -> list[str]:
    from kulturspejl.cli.release_file import read_release
    from kulturspejl.core.disclosure.check import check_certificate

    return check_certificate(read_release(path))


def _unchanged(path: Path, previous: Path | None) -> dict[str, int] | None:
    """By unit: of how few the answers would follow from both rounds, if nobody's answer had changed."""
    if previous is None:
        return None
    from kulturspejl.cli.release_file import read_release
    from kulturspejl.cli.same_units import same_units
    from kulturspejl.core.disclosure.unchanged import found_by_both

    before, after = read_release(previous), read_release(path)
    return found_by_both(before.certificate, after.certificate, same_units(before, after), after.k)


def _verdict(faults: list[str], unchanged: dict[str, int] | None) -> dict[str, Any]:
    told = {} if unchanged is None else {"unchanged": unchanged}
    return {"verdict": "leak" if faults else "safe", "faults": faults, **told}


def _said(faults: list[str], unchanged: dict[str, int] | None) -> str:
    lines = faults or ["The certificate holds."]
    if unchanged is not None:
        found = [f"  {unit}: the answers of {people} together" for unit, people in unchanged.items()]
        lines = [*lines, NOT_PROMISED, *(found or ["  nobody"])]
    # What the file calls its units is a stranger's: it moves no cursor, and makes no line of its own.
    return "\n".join(" " * (len(line) - len(line.lstrip())) + one_line(line) for line in lines)
