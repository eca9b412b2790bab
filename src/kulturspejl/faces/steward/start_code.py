"""The code that lets somebody make the first organisation: shown in the terminal, needed on the page.

Whoever can reach a new instance over the network must not be able to take it over. An exception for this
machine's own address would be none: behind a proxy every visitor comes from there.
"""

import hmac
import os
import secrets
from pathlib import Path

from django.conf import settings

from kulturspejl.readers import organisation


def current() -> str | None:
    """The code, made on first use and kept beside the store; None once there is an organisation."""
    if not organisation.is_empty():
        _file().unlink(missing_ok=True)
        return None
    file = _file()
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as handle:
            handle.write(secrets.token_urlsafe(12))
    return file.read_text().strip()


def is_right(given: str) -> bool:
    """Whether this is the code of this instance."""
    code = current()
    return code is not None and hmac.compare_digest(code.encode(), given.strip().encode())


def _file() -> Path:
    return Path(settings.KULTURSPEJL_VAR) / "start_code"
