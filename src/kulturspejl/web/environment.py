"""Settings come from the environment alone; nonsense is refused with a sentence that says what to write."""

import os
import re
import zoneinfo
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import urlsplit

from kulturspejl.core.tables.mailbox import is_mailbox
from kulturspejl.core.text import Text
from kulturspejl.web import private

_SENDER = re.compile(r"[^<>\r\n]*<([^<>\s,]+)>|([^<>\s,]+)")


class SettingError(ValueError):
    """An environment variable holds something that cannot be used; said in English, and in Danish where `da` is."""

    def __init__(self, en: str, da: str = "") -> None:
        super().__init__(en)
        self.text = Text(da=da or en, en=en)


def env_bool(name: str, default: bool = False) -> bool:
    """True or False from 1/0, true/false, yes/no, on/off."""
    raw = os.environ.get(name, "").strip().lower()
    if not raw:
        return default
    if raw in {"1", "true", "yes", "on"}:
        return True
    if raw in {"0", "false", "no", "off"}:
        return False
    raise SettingError(
        f"{name}={raw!r} is neither yes nor no. Write 1 or 0.",
        f"{name}={raw!r} er hverken ja eller nej. Skriv 1 eller 0.",
    )


def env_int(name: str, default: int, least: int, most: int) -> int:
    """A whole number from `least` to `most`."""
    raw = os.environ.get(name, "").strip()
    try:
        found = int(raw) if raw else default
    except ValueError as error:
        raise SettingError(f"{name}={raw!r} is not a whole number.", f"{name}={raw!r} er ikke et helt tal.") from error
    if not least <= found <= most:
        raise SettingError(
            f"{name}={raw} is not a number from {least} to {most}.",
            f"{name}={raw} er ikke et tal fra {least} til {most}.",
        )
    return found


def env_list(name: str) -> list[str]:
    """Words between commas."""
    return [word.strip() for word in os.environ.get(name, "").split(",") if word.strip()]


def own_folder(name: str, default: Path) -> Path:
    """A folder that is the instance's alone."""
    folder = Path(os.environ.get(name) or default).resolve()
    if private.is_everybodys(folder):
        raise SettingError(
            f"{name}={folder} is a folder that others use too. Name one that is this instance's alone, "
            f"such as {folder / 'kulturspejl'}.",
            f"{name}={folder} er en mappe, som andre også bruger. Nævn en, der kun er til dette, "
            f"for eksempel {folder / 'kulturspejl'}.",
        )
    return folder


def base_url() -> str:
    """The whole address that stands in letters, without a slash at the end; "" when none is named."""
    raw = os.environ.get("KULTURSPEJL_BASE_URL", "").strip().rstrip("/")
    parts = urlsplit(raw)
    if raw and (parts.scheme not in {"http", "https"} or not parts.hostname):
        raise SettingError(
            f"KULTURSPEJL_BASE_URL={raw!r} is not an address. Write the whole of it, e.g. https://kultur.example.dk",
            f"KULTURSPEJL_BASE_URL={raw!r} er ikke en adresse. Skriv den hele, fx https://kultur.example.dk",
        )
    if not raw.isascii():
        raise SettingError(
            f"KULTURSPEJL_BASE_URL={raw!r}: browsers call that name {in_ascii(parts.netloc)}. Write "
            f"{parts.scheme}://{in_ascii(parts.netloc)}",
            f"KULTURSPEJL_BASE_URL={raw!r}: Browsere kalder det navn {in_ascii(parts.netloc)}. Skriv "
            f"{parts.scheme}://{in_ascii(parts.netloc)}",
        )
    if parts.path or parts.query or parts.fragment:
        raise SettingError(
            f"KULTURSPEJL_BASE_URL={raw!r} has something after the name. The program needs a name of its own, e.g. "
            f"{parts.scheme}://{parts.netloc}",
            f"KULTURSPEJL_BASE_URL={raw!r} har noget efter navnet. Programmet skal have et navn for sig selv, fx "
            f"{parts.scheme}://{parts.netloc}",
        )
    return raw


def in_ascii(name: str) -> str:
    """A name with letters such as æ as it crosses the net; as it stands where it is no name."""
    try:
        return name.encode("idna").decode("ascii")
    except UnicodeError:
        return name


def hosts() -> list[str]:
    """The names that it answers to; any, when none is named."""
    found = [in_ascii(name) for name in env_list("KULTURSPEJL_HOSTS")]
    for name in found:
        if "/" in name or (":" in name and not name.startswith("[")) or " " in name:
            raise SettingError(
                f"KULTURSPEJL_HOSTS: {name!r} is not a name. Write names alone, e.g. kultur.example.dk,127.0.0.1",
                f"KULTURSPEJL_HOSTS: {name!r} er ikke et navn. Skriv kun navne, fx kultur.example.dk,127.0.0.1",
            )
    return found or ["*"]


def time_zone() -> str:
    """A zone that this machine knows."""
    name = os.environ.get("KULTURSPEJL_TIME_ZONE", "").strip() or "Europe/Copenhagen"
    try:
        zoneinfo.ZoneInfo(name)
    except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError) as error:
        near = get_close_matches(name, sorted(zoneinfo.available_timezones()), n=1) or ["Europe/Copenhagen"]
        raise SettingError(
            f"KULTURSPEJL_TIME_ZONE={name!r} is no time zone. Write a name such as {near[0]}.",
            f"KULTURSPEJL_TIME_ZONE={name!r} er ikke en tidszone. Skriv et navn som {near[0]}.",
        ) from error
    return name


def sender() -> str:
    """Who letters come from: an address, or a name with an address in angle brackets."""
    raw = os.environ.get("KULTURSPEJL_MAIL_FROM", "").strip() or "kulturspejl@localhost"
    found = _SENDER.fullmatch(raw)
    if found is None or not is_mailbox(found[1] or found[2]):
        raise SettingError(
            f"KULTURSPEJL_MAIL_FROM={raw!r} is no sender. Write kultur@example.dk, or Kulturspejl <kultur@example.dk>",
            f"KULTURSPEJL_MAIL_FROM={raw!r} er ingen afsender. Skriv kultur@example.dk, eller "
            "Kulturspejl <kultur@example.dk>",
        )
    return raw


def is_public(url: str) -> bool:
    """Whether the address is a name of its own, and neither this machine's nor a number."""
    host = urlsplit(url).hostname or ""
    return "." in host and not host.rsplit(".", 1)[-1].isdecimal() and not host.endswith((".local", ".localhost"))


def is_own_name(url: str) -> bool:
    """Whether the address is one below somebody's domain (kultur.kommune.dk), so that what is below it is ours."""
    return is_public(url) and (urlsplit(url).hostname or "").count(".") >= 2


def secret_key(var: Path) -> str:
    """SECRET_KEY, or one made on the first start and kept in `var` for this machine alone."""
    given = os.environ.get("SECRET_KEY", "")
    if given:
        if len(given) < 32:
            raise SettingError(
                "SECRET_KEY is shorter than 32 characters. Make a longer one.",
                "SECRET_KEY er kortere end 32 tegn. Lav en længere.",
            )
        return given
    file = var / "secret_key"
    try:
        return _kept(file)
    except OSError as error:
        raise SettingError(
            f"KULTURSPEJL_VAR={var} cannot be used: {error.strerror} ({file.name}). Name a folder in which this user "
            "may write.",
            f"KULTURSPEJL_VAR={var} kan ikke bruges: {error.strerror} ({file.name}). Nævn en mappe, hvor denne bruger "
            "må skrive.",
        ) from error


def _kept(file: Path) -> str:
    if not file.exists():
        import secrets

        file.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as handle:
            handle.write(secrets.token_urlsafe(48))
    kept = file.read_text().strip()
    if len(kept) < 32:
        raise SettingError(
            f"{file} is empty or cut short. Put the copy that you keep in its place: a new one ends all codes.",
            f"{file} er tom eller skåret over. Læg din kopi på dens plads; en ny gør alle koder ugyldige.",
        )
    return kept
