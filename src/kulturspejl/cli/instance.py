"""Making this instance ready: settings read, store reachable and up to date, static files in place.

Whatever is wrong ends the program with a sentence that says what to do.
"""

import errno
import io
import os
import socket
import ssl
import sys
from dataclasses import dataclass
from pathlib import Path

from kulturspejl.cli import versions
from kulturspejl.cli.apart import run_apart
from kulturspejl.cli.tongue import language
from kulturspejl.web import faults
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
    _refuse_old_certificate(certificate)


def _refuse_old_certificate(certificate: Path) -> None:
    """The server's own library aborts the process at one of version 1."""
    from cryptography import x509

    try:
        chain = x509.load_pem_x509_certificates(certificate.read_bytes())
    except (ValueError, x509.InvalidVersion) as error:
        sys.exit(f"The certificate {certificate} cannot be read ({error}). Have it made anew as X.509 version 3.")
    if any(one.version is not x509.Version.v3 for one in chain):
        sys.exit(
            f"The certificate {certificate} is of X.509 version 1, which browsers no longer take. Have it made anew "
            "with its name as subjectAltName: that makes it version 3."
        )


def _refuse_port(address: Address) -> None:
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address.host, address.port))
        except (OSError, OverflowError) as error:
            sys.exit(f"Cannot listen on {address.host} port {address.port} ({error}). {_another_port(error, address)}")


def _another_port(error: Exception, address: Address) -> str:
    if isinstance(error, OSError) and error.errno == errno.EADDRNOTAVAIL:
        return "This machine has no such address. Leave --host out, or name one of its own."
    if not isinstance(error, PermissionError):
        other = 8080 if address.port != 8080 else 8000
        return f"Choose another port, e.g. --port {other}, or stop the program that uses it."
    return (
        "Ports below 1024 are for root alone. Choose another, e.g. --port 8080, and let a proxy in front speak for it: "
        "see docs/en/server.md."
    )


def find_store() -> None:
    """End with a sentence where there is nothing yet: a command that only looks must not make an empty instance."""
    if os.environ.get("DATABASE_URL"):
        return
    folder = Path(os.environ.get("KULTURSPEJL_VAR") or "var").resolve()
    if (folder / "kulturspejl.sqlite3").is_file():
        return
    by_default = "" if os.environ.get("KULTURSPEJL_VAR") else " That is ./var of the folder in which you are."
    sys.exit(
        f"There is no store in {folder}.{by_default} Set KULTURSPEJL_VAR to the instance's folder, or DATABASE_URL to "
        "its database. Nothing has been made."
    )


def set_up() -> None:
    """Django with this instance's settings."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kulturspejl.web.settings")
    try:
        import django

        django.setup()
    except SettingError as error:
        sys.exit(error.text.into(language()))


def prepare() -> None:
    """Settings, system checks, store and static files: all that must stand before the first page."""
    look_at_settings()
    run_apart(_make_ready)


def look_at_settings() -> None:
    """End with a sentence unless each can be used."""
    set_up()
    _check_settings()


def _make_ready() -> None:
    from kulturspejl.cli import start_checks, static_files
    from kulturspejl.faces.steward.demo import going

    going.back_at_start()
    reach_store()
    start_checks.refuse_other_kind()
    bring_store_up_to_date()
    try:
        static_files.collect()
    except OSError as error:
        sys.exit(f"Pages and styles cannot be put into {error.filename}: {error.strerror}. {_remedy()}")


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

    try:
        settings.KULTURSPEJL_VAR.mkdir(parents=True, exist_ok=True)
        connection.ensure_connection()
    except OperationalError as error:
        sys.exit(f"{store()} cannot be reached: {str(error).strip()}\n{_remedy()}")
    except OSError as error:
        sys.exit(f"KULTURSPEJL_VAR={settings.KULTURSPEJL_VAR} cannot be made: {error.strerror}. {_remedy()}")
    _refuse_letters()
    versions.refuse_newer()


def _refuse_letters() -> None:
    """A database that takes English letters alone would fail at the first æ."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_encoding")
        found = str(cursor.fetchone()[0])
    if found != "UTF8":
        sys.exit(
            f"{store()} keeps text as {found}, and Danish needs UTF8. Make the database anew: "
            "CREATE DATABASE kulturspejl ENCODING 'UTF8' TEMPLATE template0;"
        )


def bring_store_up_to_date() -> None:
    """Reach the store, and make or change its tables for this version, unless they are a newer one's."""
    from django.core.management import call_command
    from django.db import OperationalError, ProgrammingError
    from django.db.migrations.exceptions import MigrationSchemaMissing

    from kulturspejl.cli.archive import first
    from kulturspejl.records import samples
    from kulturspejl.records.old_matrices import CannotRemake

    reach_store()
    try:
        first.make_where_none_are()
        call_command("migrate", verbosity=0, interactive=False)
        samples.keep_none()
    except CannotRemake as error:
        sys.exit(f"{error}. Nothing has been deleted: the version before this one still reads the store.")
    except (ProgrammingError, OperationalError, MigrationSchemaMissing) as error:
        sys.exit(_no_tables(error))
    versions.sign()
    forget_plain_seeds()


def _no_tables(error: Exception) -> str:
    """Why the store takes no tables; what else it says stands in it, and holds names of tables alone."""
    said = str(error)
    if "permission denied" in said:
        return (
            f"{store()} lets this user make no tables. As the database's administrator, once: "
            "ALTER DATABASE name OWNER TO user; or, in the database: GRANT ALL ON SCHEMA public TO user;"
        )
    if "readonly database" in said or "unable to open" in said or "full" in said:
        return f"{store()} cannot be written to ({said.strip()}). {_remedy()}"
    return f"The tables of {store()} could not be brought up to date: {faults.told(error)}"


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
