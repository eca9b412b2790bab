"""`kulturspejl doctor`: everything that running needs, one line each, with what to do about what is not well."""

import argparse
import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kulturspejl.cli import instance

if TYPE_CHECKING:
    from kulturspejl.cli.doctor.finding import Finding

SUMMARY = "check everything that running needs, and say what to do about what is not well"
ENDS = "Exit codes: 0 well or with warnings, 1 a fault, 2 wrong usage. It may run beside the server."


def parser() -> argparse.ArgumentParser:
    """What can be said on the command line."""
    made = argparse.ArgumentParser(prog="kulturspejl doctor", description=SUMMARY, epilog=ENDS)
    made.add_argument("--json", action="store_true", help="for a program that watches")
    made.add_argument(
        "--clock-is-right", action="store_true", help="it has jumped and is right now: go on closing and deleting"
    )
    made.add_argument(
        "--give-up", action="append", default=[], metavar="ROUND",
        help="give up a round that cannot go on: its people are told on the pages (the server must be stopped)",
    )  # fmt: skip
    made.add_argument("--settings", action="store_true", help="look at the settings alone, as a start would")
    return made


def run(argv: Sequence[str]) -> int:
    """0 when nothing is at fault, 1 otherwise."""
    given = parser().parse_args(argv)
    if given.settings:
        instance.look_at_settings()
        print("The settings can be used.")
        return 0
    instance.find_store()
    instance.set_up()
    if given.give_up:
        _give_up(given.give_up)
    if given.clock_is_right:
        _believe_clock()
    from kulturspejl.cli.doctor import checks

    found = checks.all_findings()
    print(_as_json(found) if given.json else "\n".join(one.line() for one in found))
    return int(any(one.is_fault for one in found))


def _give_up(rounds: Sequence[str]) -> None:
    from kulturspejl.cli import at_work, start_checks

    instance.reach_store()
    at_work.refuse_beside_a_server()
    instance.bring_store_up_to_date()
    start_checks.give_up(rounds)


def _believe_clock() -> None:
    from django.utils import timezone

    from kulturspejl.actions import clock_guard

    instance.reach_store()
    clock_guard.believe(timezone.now())
    said = f"The clock is right: {timezone.localtime():%Y-%m-%d %H:%M}. Rounds are closed as their day comes."
    print(said, file=sys.stderr)


def _as_json(found: "Sequence[Finding]") -> str:
    import kulturspejl

    body = {
        "version": kulturspejl.__version__,
        "well": not any(one.is_fault for one in found),
        "checks": [one.as_json() for one in found],
    }
    return json.dumps(body, ensure_ascii=False, indent=1)
