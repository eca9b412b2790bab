"""`kulturspejl audit`: checks what has been released, without the answers."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kulturspejl.cli.bad_file import BadFile

SUMMARY = "check a release's certificate: may anybody be found by arithmetic?"
DONE, DATA_SAYS_NO = 0, 1


def parser() -> argparse.ArgumentParser:
    """What can be said on the command line."""
    made = argparse.ArgumentParser(prog="kulturspejl audit", description=SUMMARY)
    made.add_argument(
        "--certificate", type=Path, metavar="RELEASE.json", required=True, help="a release as JSON"
    )
    made.add_argument("--json", action="store_true", help='{"verdict": "safe" or "leak", "faults": [...]}')
    return made


def run(argv: Sequence[str]) -> int:
    """0 where the certificate proves the release safe, else 1; argparse exits with 2 on wrong usage."""
    given = parser().parse_args(argv)
    try:
        faults = _faults(given.certificate)
    except BadFile as fault:
        print(fault.text.en, file=sys.stderr)
        return DATA_SAYS_NO
    print(json.dumps(_verdict(faults)) if given.json else "\n".join(faults) or "The certificate holds.")
    return DATA_SAYS_NO if faults else DONE


def _faults(path: Path) -> list[str]:
    from kulturspejl.core.disclosure.check import check_certificate
    from kulturspejl.core.disclosure.released import Released

    try:
        return check_certificate(Released.from_json(json.loads(path.read_text(encoding="utf-8"))))
    except OSError as error:
        raise BadFile(f"{path} kan ikke åbnes.", f"{path} cannot be opened.") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadFile(
            f"{path.name} er ikke en udgivelse: {error}.", f"{path.name} is no release: {error}."
        ) from error


def _verdict(faults: list[str]) -> dict[str, Any]:
    return {"verdict": "leak" if faults else "safe", "faults": faults}
