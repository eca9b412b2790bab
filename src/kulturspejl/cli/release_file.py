"""A release as a JSON file."""

import json
from pathlib import Path

from kulturspejl.cli.bad_file import BadFile
from kulturspejl.core.disclosure.released import Released


def read_release(path: Path) -> Released:
    """What the file holds. BadFile where it cannot be opened, or is no release."""
    try:
        return Released.from_json(json.loads(path.read_text(encoding="utf-8-sig")))
    except OSError as error:
        raise BadFile(f"{path} kan ikke åbnes.", f"{path} cannot be opened.") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BadFile(
            f"{path.name} er ikke en udgivelse: {error}.", f"{path.name} is no release: {error}."
        ) from error
