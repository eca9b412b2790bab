"""In which language a command speaks: the terminal's, where that is Danish, else English."""

import os


def language() -> str:
    """da or en."""
    told = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "da" if told.lower().startswith("da") else "en"
