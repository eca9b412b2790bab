"""Settings come from the environment alone; nonsense is refused with a sentence that says what to write."""

import os
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from kulturspejl.web import private


class SettingError(ValueError):
    """An environment variable holds something that cannot be used."""


def env_bool(name: str, default: bool = False) -> bool:
    """True or False from 1/0, true/false, yes/no, on/off."""
    raw = os.environ.get(name, "").strip().lower()
    if not raw:
        return default
    if raw in {"1", "true", "yes", "on"}:
        return True
    if raw in {"0", "false", "no", "off"}:
        return False
    raise SettingError(f"{name}={raw!r} is neither yes nor no. Write 1 or 0.")


def env_int(name: str, default: int) -> int:
    """A whole number."""
    raw = os.environ.get(name, "").strip()
    try:
        return int(raw) if raw else default
    except ValueError as error:
        raise SettingError(f"{name}={raw!r} is not a whole number.") from error


def env_list(name: str) -> list[str]:
    """Words between commas."""
    return [word.strip() for word in os.environ.get(name, "").split(",") if word.strip()]


def own_folder(name: str, default: Path) -> Path:
    """A folder that is the instance's alone."""
    folder = Path(os.environ.get(name) or default).resolve()
    if private.is_everybodys(folder):
        raise SettingError(
            f"{name}={folder} is a folder that others use too. Name one that is this instance's alone, "
            f"such as {folder / 'kulturspejl'}."
        )
    return folder


def is_public(url: str) -> bool:
    """Whether the address is a name of its own, and neither this machine's nor a number."""
    host = urlsplit(url).hostname or ""
    return "." in host and not host.rsplit(".", 1)[-1].isdecimal() and not host.endswith((".local", ".localhost"))


def is_own_name(url: str) -> bool:
    """Whether the address is one below somebody's domain (kultur.kommune.dk), so that what is below it is ours."""
    return is_public(url) and (urlsplit(url).hostname or "").count(".") >= 2


def database(url: str, var: Path) -> dict[str, object]:
    """Django's database setting: SQLite in `var` when `url` is empty, else postgresql://user:word@host:port/name."""
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(var / "kulturspejl.sqlite3"),
            "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20},
            "TEST": {"NAME": str(var / "test.sqlite3")},
        }
    return _postgresql(url)


def _postgresql(url: str) -> dict[str, object]:
    """Everything that the address says is passed on; what cannot be is refused, never left out."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise SettingError(
            f"DATABASE_URL begins with {parts.scheme!r}. Write postgresql://user:password@host:port/name, "
            "or leave it out to use the embedded store."
        )
    query = dict(parse_qsl(parts.query, keep_blank_values=True))
    _refuse_unknown(query)
    try:
        port = str(parts.port or query.pop("port", ""))
    except ValueError as error:
        raise SettingError(AFTER_THE_HOST) from error
    if parts.fragment:
        raise SettingError(AFTER_THE_HOST)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or "kulturspejl",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", unquote(parts.hostname or "")),
        "PORT": port,
        # A statement that fails is written into PostgreSQL's own log: so its values travel beside it, not in it.
        "OPTIONS": {**query, "server_side_binding": True},
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


AFTER_THE_HOST = (
    "DATABASE_URL cannot be read. Write postgresql://user:password@host:port/name; in the password write %23 for #, "
    "%2F for /, %3A for :, %3F for ? and %40 for @."
)


def _refuse_unknown(query: dict[str, str]) -> None:
    from psycopg.pq import Conninfo

    elsewhere = {"dbname", "user", "password", "client_encoding"}
    known = {one.keyword.decode() for one in Conninfo.get_defaults()} - elsewhere
    for name in query.keys() - known:
        raise SettingError(
            f"DATABASE_URL says {name}, which PostgreSQL's connections do not know there. Known are such as sslmode, "
            "sslrootcert, connect_timeout and options."
        )


def secret_key(var: Path) -> str:
    """SECRET_KEY, or one made on the first start and kept in `var` for this machine alone."""
    given = os.environ.get("SECRET_KEY", "")
    if given:
        if len(given) < 32:
            raise SettingError("SECRET_KEY is shorter than 32 characters. Make a longer one.")
        return given
    file = var / "secret_key"
    if not file.exists():
        import secrets

        var.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as handle:
            handle.write(secrets.token_urlsafe(48))
    return file.read_text().strip()
