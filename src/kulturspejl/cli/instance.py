"""Making this instance ready: settings read, store reachable and up to date, static files in place.

Whatever is wrong ends the program with a sentence that says what to do.
"""

import io
import os
import socket
import ssl
import sys
from dataclasses import dataclass
from pathlib import Path

from kulturspejl.cli import versions
from kulturspejl.cli.apart import run_apart
from kulturspejl.web.environment import SettingError


@dataclass(frozen=True)
class Address:
    """Where to listen, and with which certificate."""

    host: str
    port: int
    certificate: Path | None = None
    key: Path | None = None

    @property
    def scheme(self) -> str:
        """https with a certificate."""
        return "https" if self.certificate else "http"

    @property
    def url(self) -> str:
        """What to write in a browser on this machine, without a slash at the end."""
        everywhere = self.host in {"", "0.0.0.0", "::", "127.0.0.1", "::1"}
        host = "localhost" if everywhere else f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"


def name_address(address: Address) -> None:
    """Links in letters lead to this address unless the environment names another."""
    os.environ.setdefault("KULTURSPEJL_BASE_URL", address.url)


def refuse(address: Address) -> None:
    """End with a sentence if the port is taken or the certificate cannot be used."""
    if (address.certificate is None) != (address.key is None):
        sys.exit("--certificate and --key belong together: name both files, or neither to serve plain http.")
    for file in (address.certificate, address.key):
        if file is not None and not file.is_file():
            sys.exit(f"There is no file {file}. Name the certificate chain and its private key, both in PEM.")
    if address.certificate and address.key:
        _refuse_certificate(address.certificate, address.key)
    _refuse_port(address)


def _refuse_certificate(certificate: Path, key: Path) -> None:
    def no_password() -> str:
        raise ssl.SSLError("the key is locked with a password")

    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(certificate, key, no_password)
    except (ssl.SSLError, OSError) as error:
        sys.exit(
            f"The certificate {certificate} and the key {key} cannot be used together ({error}). "
            "Both must be PEM, the key without a password, and made for each other."
        )


def _refuse_port(address: Address) -> None:
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address.host, address.port))
        except (OSError, OverflowError) as error:
            sys.exit(
                f"Cannot listen on {address.host} port {address.port} ({error}). "
                f"Choose another port, e.g. --port {address.port % 65000 + 1}, or stop the program that uses it."
            )


def set_up() -> None:
    """Django with this instance's settings."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kulturspejl.web.settings")
    try:
        import django

        django.setup()
    except SettingError as error:
        sys.exit(str(error))


def prepare() -> None:
    """Settings, system checks, store and static files: all that must stand before the first page."""
    set_up()
    _check_settings()
    run_apart(_make_ready)


def _make_ready() -> None:
    from kulturspejl.cli import static_files

    bring_store_up_to_date()
    static_files.collect()


def _check_settings() -> None:
    from django.core.management import call_command
    from django.core.management.base import SystemCheckError

    try:
        # Warnings are said, "no issues" is not.
        call_command("check", stdout=io.StringIO())
    except SystemCheckError as error:
        sys.exit(str(error))


def reach_store() -> None:
    """End with a sentence unless the store answers, and is not a newer version's."""
    from django.conf import settings
    from django.db import OperationalError, connection

    settings.KULTURSPEJL_VAR.mkdir(parents=True, exist_ok=True)
    try:
        connection.ensure_connection()
    except OperationalError as error:
        sys.exit(f"{store()} cannot be reached: {str(error).strip()}\n{_remedy()}")
    versions.refuse_newer()


def bring_store_up_to_date() -> None:
    """Reach the store, and make or change its tables for this version, unless they are a newer one's."""
    from django.core.management import call_command

    from kulturspejl.records.old_matrices import CannotRemake

    reach_store()
    try:
        call_command("migrate", verbosity=0, interactive=False)
    except CannotRemake as error:
        sys.exit(f"{error}. Nothing has been deleted: the version before this one still reads the store.")
    versions.sign()
    forget_plain_seeds()


def forget_plain_seeds() -> None:
    """Seal seeds of apps and recovery codes from before 0.2.0, and leave none behind where they lay."""
    from django.db import connection

    from kulturspejl.actions import second_factors

    if not second_factors.seal_plain():
        return
    with connection.cursor() as cursor:
        # Rows that were overwritten are overwritten on the disk as well.
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            cursor.execute("VACUUM FULL mfa_authenticator")


def store() -> str:
    """What it is called in a sentence; never with its password."""
    from django.db import connection

    given = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"The store {given['NAME']}"
    place, user = given["HOST"] or "this machine", given["USER"] or "the default user"
    return f"The database {given['NAME']!r} on {place} as {user}"


def _remedy() -> str:
    from django.db import connection

    if connection.vendor == "sqlite":
        return "May this user write in the folder? KULTURSPEJL_VAR names another one."
    return "Look at DATABASE_URL: postgresql://user:password@host:port/name. Does the database exist and run?"
