"""`kulturspejl serve`: pages, bells and jobs, in one process on one port, or in several on PostgreSQL."""

import argparse
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from kulturspejl.cli import at_work, instance, processes, start_checks
from kulturspejl.cli.apart import run_apart
from kulturspejl.cli.instance import Address
from kulturspejl.web import at_hand

SUMMARY = "serve this instance: pages, live updates, mail and the closing of rounds"
ENDS = (
    "Everything else is set by environment variables: see docs/en/settings.md. "
    "Without DATABASE_URL everything is kept in ./var."
)


def parser() -> argparse.ArgumentParser:
    """What can be said on the command line."""
    made = argparse.ArgumentParser(prog="kulturspejl serve", description=SUMMARY, epilog=ENDS)
    made.add_argument(
        "--host", default="127.0.0.1", help="address to listen on (default: %(default)s, this machine only)"
    )
    made.add_argument("--port", type=int, default=8000, help="default: %(default)s")
    made.add_argument(
        "--certificate", type=Path, metavar="FILE", help="serve https with this certificate chain (PEM)"
    )
    made.add_argument("--key", type=Path, metavar="FILE", help="the certificate's private key (PEM)")
    made.add_argument(
        "--processes", type=int, default=1, metavar="N",
        help="so many processes share the port (default: %(default)s; more than one needs PostgreSQL)",
    )  # fmt: skip
    made.add_argument(
        "--give-up", action="append", default=[], metavar="ROUND",
        help="a round that cannot go on, named by the refusal to start: its people are told, and the start goes on",
    )  # fmt: skip
    return made


def run(argv: Sequence[str]) -> int:
    """Serve until told to stop, or exit with a sentence that says what to do."""
    given = parser().parse_args(argv)
    address = Address(given.host, given.port, given.certificate, given.key)
    instance.name_address(address)
    instance.refuse(address)
    instance.set_up()
    processes.refuse(given.processes)
    at_work.begin()
    at_hand.tidy()
    instance.prepare()
    run_apart(partial(start_checks.begin, given.give_up))
    if given.processes > 1:
        # Apart, because it asks the store, and a connection must not be shared.
        run_apart(partial(_greet, address))
        return processes.run(given.processes, partial(_serve, address))
    _greet(address)
    _serve(address)
    return 0


def _greet(address: Address) -> None:
    from kulturspejl.cli import greeting

    print(greeting.where_to_look(address), flush=True)


def _serve(address: Address) -> None:
    from kulturspejl.cli import server

    server.serve(address)
