"""Settings come from the environment alone; nonsense is refused with a sentence that says what to write."""

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit


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


def is_public(url: str) -> bool:
    """Whether the address is a name of its own, and neither this machine's nor a number."""
    host = urlsplit(url).hostname or ""
    return "." in host and not host.rsplit(".", 1)[-1].isdecimal() and not host.endswith((".local", ".localhost"))


def database(url: str, var: Path) -> dict[str, object]:
    """Django's database setting: SQLite in `var` when `url` is empty, else postgresql://user:word@host:port/name."""
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(var / "kulturspejl.sqlite3"),
            "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20},
            "TEST": {"NAME": str(var / "test.sqlite3")},
        }
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise SettingError(
            f"DATABASE_URL begins with {parts.scheme!r}. Write postgresql://user:password@host:port/name, "
            "or leave it out to use the embedded store."
        )
    query = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or "kulturspejl",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(query.get("host", parts.hostname or "")),
        "PORT": str(parts.port or query.get("port", "")),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


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
