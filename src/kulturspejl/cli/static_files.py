"""Pictures, styles and scripts, gathered and compressed once for each version of them."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

MARK = ".gathered"


def collect() -> bool:
    """Gather what the faces bring into var/static unless it is there already; returns whether it was done."""
    from django.conf import settings
    from django.core.management import call_command

    mark = Path(settings.STATIC_ROOT) / MARK
    wanted = _fingerprint()
    if mark.is_file() and mark.read_text() == wanted:
        return False
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    mark.write_text(wanted)
    return True


def _fingerprint() -> str:
    from django.conf import settings

    lines = [settings.STORAGES["staticfiles"]["BACKEND"], *sorted(_sources())]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _sources() -> Iterator[str]:
    from django.contrib.staticfiles.finders import get_finders

    for finder in get_finders():
        for path, storage in finder.list([]):
            file = Path(storage.path(path)).stat()
            yield f"{path} {file.st_size} {file.st_mtime_ns}"
