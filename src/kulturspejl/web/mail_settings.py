"""Which mail server, and whether the way to it is encrypted: in clear to this machine alone, or where that was said."""

import os
from dataclasses import dataclass
from ipaddress import ip_address

from kulturspejl.web.environment import SettingError, env_bool, env_int

THIS_MACHINE = "localhost"


@dataclass(frozen=True)
class Mail:
    """What the mail backend is given."""

    host: str
    port: int
    user: str
    password: str
    starttls: bool
    tls: bool


def mail() -> Mail:
    """From KULTURSPEJL_SMTP_*. Codes that sign somebody in do not cross a net in clear because a line was forgotten."""
    host = os.environ.get("KULTURSPEJL_SMTP_HOST", "").strip() or THIS_MACHINE
    _refuse_address(host)
    tls = env_bool("KULTURSPEJL_SMTP_TLS")
    starttls = env_bool("KULTURSPEJL_SMTP_STARTTLS", default=not tls and not is_this_machine(host))
    if tls and starttls:
        raise SettingError(
            "KULTURSPEJL_SMTP_STARTTLS and KULTURSPEJL_SMTP_TLS are both 1. Write one of them: TLS for port 465, "
            "STARTTLS for port 587 or 25.",
            "KULTURSPEJL_SMTP_STARTTLS og KULTURSPEJL_SMTP_TLS er begge 1. Skriv kun den ene: TLS til port 465, "
            "STARTTLS til port 587 eller 25.",
        )
    port = env_int("KULTURSPEJL_SMTP_PORT", 465 if tls else 25, 1, 65_535)
    user, password = (os.environ.get(f"KULTURSPEJL_SMTP_{name}", "") for name in ("USER", "PASSWORD"))
    return Mail(host, port, user, password, starttls, tls)


def is_this_machine(host: str) -> bool:
    """Whether what is said to it never leaves the machine."""
    if host.lower() == THIS_MACHINE or host.lower().endswith(".localhost"):
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _refuse_address(host: str) -> None:
    is_number = host.count(":") > 1
    if "/" in host or " " in host or (":" in host and not is_number):
        raise SettingError(
            f"KULTURSPEJL_SMTP_HOST={host!r} is not a name. Write the name alone, the port in KULTURSPEJL_SMTP_PORT.",
            f"KULTURSPEJL_SMTP_HOST={host!r} er ikke et navn. Skriv kun navnet, og porten i KULTURSPEJL_SMTP_PORT.",
        )
