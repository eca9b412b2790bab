"""`kulturspejl admin …`: help for people with an account, from the server, also while mail does not work."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kulturspejl.cli import instance

if TYPE_CHECKING:
    from kulturspejl.records.models import Organisation, User

SUMMARY = "make an administrator, a link that signs in, a test mail, or everything about a person"
UNKNOWN = "Nobody here has the address {address}. Write it as it stands under People and permissions."


def parser() -> argparse.ArgumentParser:
    """What can be said on the command line."""
    made = argparse.ArgumentParser(prog="kulturspejl admin", description=SUMMARY)
    words = made.add_subparsers(dest="what", required=True, metavar="make|link|test-mail|everything")
    make = words.add_parser("make", help="make somebody administrator")
    make.add_argument("name", metavar="NAME", help="what the person is called, in quotation marks")
    make.add_argument("address", metavar="ADDRESS", help="the person's mail address at work")
    make.add_argument("--organisation", metavar="NAME", help="needed where this instance has several")
    link = words.add_parser("link", help="a link that signs somebody in, once, for 15 minutes")
    link.add_argument("address", metavar="ADDRESS", help="the mail address of the account")
    mail = words.add_parser("test-mail", help="send a letter now, and say what is wrong if it does not go")
    mail.add_argument("address", metavar="ADDRESS", help="where to")
    everything = words.add_parser("everything", help="all that is kept about a person, as a file for the person")
    everything.add_argument("address", metavar="ADDRESS", help="the mail address of the account")
    everything.add_argument("file", metavar="FILE", type=Path, help="the file to write (.zip)")
    return made


def run(argv: Sequence[str]) -> int:
    """Do it, or end with a sentence that says what to do."""
    given = parser().parse_args(argv)
    instance.find_store()
    instance.set_up()
    instance.bring_store_up_to_date()
    done: dict[str, Callable[[argparse.Namespace], str]] = {
        "make": _make, "link": _link, "test-mail": _test_mail, "everything": _everything,
    }  # fmt: skip
    print(done[given.what](given))
    return 0


def _make(given: argparse.Namespace) -> str:
    from kulturspejl.actions import administrators
    from kulturspejl.core.errors import Refused

    found = _organisation(given.organisation)
    try:
        is_new = administrators.make(
            by=None, organisation_id=found.id, name=given.name, address=given.address, now=datetime.now(UTC)
        )
    except Refused as refused:
        sys.exit(refused.text.en)
    if not is_new:
        return f"{given.address} is administrator of {found.name} already."
    return (
        f"{given.address} is administrator of {found.name} now, and signs in with a code by mail. Where mail does not "
        f"work: kulturspejl admin link {given.address}"
    )


def _organisation(name: str | None) -> "Organisation":
    from kulturspejl.core.writing.order import danish_key
    from kulturspejl.records.models import Organisation

    found = sorted(Organisation.objects.all(), key=lambda one: danish_key(one.name))
    if not found:
        sys.exit("There is no organisation yet. Start the program, and open the address with the code that it prints.")
    chosen = [one for one in found if name is None or one.name.casefold() == name.casefold()]
    if len(chosen) != 1:
        sys.exit(f"Which one? Write --organisation with one of: {', '.join(one.name for one in found)}.")
    return chosen[0]


def _link(given: argparse.Namespace) -> str:
    from kulturspejl.actions import sign_in_links
    from kulturspejl.values import links

    address = _account(given.address).email
    token = sign_in_links.make(by=None, address=address, now=datetime.now(UTC))
    if token is None:
        sys.exit(f"The account of {address} is closed.")
    return (
        f"{links.base_url()}/account/link/{token}\n"
        f"It signs in as {address}, once, within 15 minutes. Give it to nobody else. "
        "An app or a passkey is asked for all the same."
    )


def _test_mail(given: argparse.Namespace) -> str:
    from kulturspejl.actions.letters import trial

    trouble = trial.send(given.address, language="en")
    if trouble is not None:
        sys.exit(trouble.en)
    return f"The mail server has taken a letter to {given.address}. Look whether it arrives, also among unwanted mail."


def _everything(given: argparse.Namespace) -> str:
    from kulturspejl.faces.shared import about_file
    from kulturspejl.readers import about_me

    found = about_me.everything(_account(given.address), is_own=True, now=datetime.now(UTC))
    try:
        # A new file, for its owner alone: one that somebody has laid there would keep its rights, or lead elsewhere.
        handle = os.open(given.file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as out:
            out.write(about_file.zipped(found))
    except OSError as error:
        sys.exit(f"{given.file} cannot be written ({error.strerror}). Name another file.")
    return f"{given.file} holds everything that is kept about {given.address}. It is for that person alone."


def _account(address: str) -> "User":
    from kulturspejl.core.errors import Refused
    from kulturspejl.core.tables.mailbox import mailbox
    from kulturspejl.records.models import User

    try:
        found = User.objects.filter(email=mailbox(address), erased_on__isnull=True).first()
    except Refused as refused:
        sys.exit(refused.text.en)
    if found is None:
        sys.exit(UNKNOWN.format(address=address))
    return found
