"""`kulturspejl serve`: pages, bells and jobs, in one process on one port."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from kulturspejl.cli import instance
from kulturspejl.cli.instance import Address

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
    return made


def run(argv: Sequence[str]) -> int:
    """Serve until told to stop, or exit with a sentence that says what to do."""
    given = parser().parse_args(argv)
    address = Address(given.host, given.port, given.certificate, given.key)
    instance.name_address(address)
    instance.refuse(address)
    instance.prepare()
    from kulturspejl.cli import greeting, server

    print(greeting.where_to_look(address), flush=True)
    server.serve(address)
