"""Where the store is: SQLite beside the program, or the whole of DATABASE_URL, honoured or refused."""

from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from kulturspejl.web.environment import SettingError

KEPT_SECONDS = 60
"""So long a thread keeps its connection: to open the embedded store anew costs more than most pages ask of it."""
NOT_IN_THE_QUERY = {"dbname", "user", "password", "client_encoding"}


def database(url: str, var: Path) -> dict[str, object]:
    """Django's database setting: SQLite in `var` when `url` is empty, else postgresql://user:word@host:port/name."""
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(var / "kulturspejl.sqlite3"),
            "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20},
            "CONN_MAX_AGE": KEPT_SECONDS,
            "TEST": {"NAME": str(var / "test.sqlite3")},
        }
    return _postgresql(url)


def _postgresql(url: str) -> dict[str, object]:
    """Everything that the address says is passed on; what cannot be is refused, never left out."""
    _refuse_nonsense(url)
    said = _read(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": said.pop("dbname", "") or "kulturspejl",
        "USER": said.pop("user", ""),
        "PASSWORD": said.pop("password", ""),
        "HOST": said.pop("host", ""),
        "PORT": said.pop("port", ""),
        # A statement that fails is written into PostgreSQL's own log: so its values travel beside it, not in it.
        "OPTIONS": {**said, "server_side_binding": True},
        "CONN_MAX_AGE": KEPT_SECONDS,
        "CONN_HEALTH_CHECKS": True,
    }


def _refuse_nonsense(url: str) -> None:
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise _unreadable() from error
    if parts.scheme not in {"postgres", "postgresql"}:
        raise SettingError(
            f"DATABASE_URL begins with {parts.scheme!r}. Write postgresql://user:password@host:port/name, "
            "or leave it out to use the embedded store.",
            f"DATABASE_URL begynder med {parts.scheme!r}. Skriv postgresql://bruger:kode@vært:port/navn, "
            "eller udelad den og brug det indbyggede lager.",
        )
    if parts.fragment or "/" in parts.path.strip("/"):
        raise _unreadable()
    _refuse_unknown(dict(parse_qsl(parts.query, keep_blank_values=True)))


def _read(url: str) -> dict[str, str]:
    """The address as PostgreSQL's own library reads it, several hosts and all."""
    from psycopg import Error
    from psycopg.conninfo import conninfo_to_dict

    try:
        said = {name: str(value) for name, value in conninfo_to_dict(url).items() if value is not None}
    except Error as error:
        # Its own words may repeat a part of the password.
        raise _unreadable() from error
    for port in filter(None, said.get("port", "").split(",")):
        if not (port.isascii() and port.isdecimal() and 0 < int(port) < 65536):
            raise _unreadable()
    return said


def _unreadable() -> SettingError:
    return SettingError(
        "DATABASE_URL cannot be read. Write postgresql://user:password@host:port/name; in the password write %23 for "
        "#, %2F for /, %3A for :, %3F for ? and %40 for @.",
        "DATABASE_URL kan ikke læses. Skriv postgresql://bruger:kode@vært:port/navn; skriv i koden %23 for #, "
        "%2F for /, %3A for :, %3F for ? og %40 for @.",
    )


def _refuse_unknown(query: dict[str, str]) -> None:
    from psycopg.pq import Conninfo

    known = {one.keyword.decode() for one in Conninfo.get_defaults()} - NOT_IN_THE_QUERY
    for name in query.keys() - known:
        raise SettingError(
            f"DATABASE_URL says {name}, which PostgreSQL's connections do not know there. Known are such as sslmode, "
            "sslrootcert, connect_timeout and options.",
            f"DATABASE_URL siger {name}, som PostgreSQLs forbindelser ikke kender dér. Kendte er fx sslmode, "
            "sslrootcert, connect_timeout og options.",
        )
