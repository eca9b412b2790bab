"""The names that the environment may use: a misspelt one is refused with the nearest, not passed over."""

import os
from collections.abc import Mapping
from difflib import get_close_matches

from kulturspejl.web.environment import SettingError

PREFIX = "KULTURSPEJL_"
OURS = frozenset(
    PREFIX + name
    for name in (
        "VAR", "KEYS", "CONTENT", "BASE_URL", "HOSTS", "BEHIND_PROXY", "SMTP_HOST", "SMTP_PORT", "SMTP_STARTTLS",
        "SMTP_TLS", "SMTP_USER", "SMTP_PASSWORD", "MAIL_FROM", "QUIET_HOURS", "SLIDES_MB", "HSTS_SUBDOMAINS",
        "TIME_ZONE", "DEMO", "DEBUG", "CHECK_LINKS", "CLOCK_OFFSET_DAYS", "CLOCK_FILE", "PLAIN_STATIC",
    )
)  # fmt: skip
OF_OTHERS = frozenset(PREFIX + name for name in ("HOST", "AT", "CHROMIUM", "PICTURES"))
"""What the proxy, the tests and the scripts read; they may stand in the same environment."""
OF_TESTS = PREFIX + "TEST_"


def refuse_unknown(environment: Mapping[str, str] = os.environ) -> None:
    """Raise SettingError for the first name that begins like ours and is none."""
    for name in sorted(environment):
        if _is_meant_for_us(name) and name not in OURS | OF_OTHERS and not name.startswith(OF_TESTS):
            raise _unknown(name)


def _is_meant_for_us(name: str) -> bool:
    """Also with small letters, or where the program's own name is misspelt."""
    first, _line, rest = name.upper().replace("-", "_").partition("_")
    return bool(rest) and bool(get_close_matches(first, [PREFIX[:-1]], cutoff=0.8))


def _unknown(name: str) -> SettingError:
    near = get_close_matches(name.upper(), sorted(OURS), n=1, cutoff=0.6)
    meant = f"Did you mean {near[0]}?" if near else "Take it away, or see docs/en/settings.md."
    ment = f"Mente du {near[0]}?" if near else "Fjern den, eller se docs/da/settings.md."
    return SettingError(f"{name} is no setting. {meant}", f"{name} er ingen indstilling. {ment}")
