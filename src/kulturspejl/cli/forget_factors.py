"""`kulturspejl forget-factors ADDRESS`: for somebody who cannot sign in because an app or a passkey is lost."""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime

from kulturspejl.cli import instance

SUMMARY = "take app, passkeys and recovery codes off an account, so that a code by mail lets its owner in"


def parser() -> argparse.ArgumentParser:
    """What can be said on the command line."""
    made = argparse.ArgumentParser(prog="kulturspejl forget-factors", description=SUMMARY)
    made.add_argument("address", metavar="ADDRESS", help="the mail address of the account")
    return made


def run(argv: Sequence[str]) -> int:
    """Take them off, and say how the person goes on."""
    given = parser().parse_args(argv)
    instance.find_store()
    instance.set_up()
    instance.bring_store_up_to_date()
    from kulturspejl.actions import second_factors

    if not second_factors.forget(by=None, email=given.address, now=datetime.now(UTC)):
        sys.exit(f"Nobody here has the address {given.address}. Write it as it stands under People and permissions.")
    print(f"{given.address} signs in with a code by mail now, and can connect an app or a passkey again.")
    return 0
