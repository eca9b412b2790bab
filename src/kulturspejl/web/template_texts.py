"""Templates as they stood when the server began; what draws a page is made of one when it is first asked for.

Made of all, they take 14 MB, and most pages of an instance are never asked for between two starts; their texts take
less than one. Whoever has called `read_all` gets no other text of ours from the disk, whatever an update puts there.
"""

from collections.abc import Iterator
from pathlib import Path

from django.template import Origin, TemplateDoesNotExist
from django.template.loaders import app_directories
from django.template.utils import get_app_template_dirs

import kulturspejl

OURS = Path(kulturspejl.__file__).parent
_texts: dict[str, bytes] = {}
"""By path: bytes, for as text the half of them would take two a letter."""


def read_all() -> None:
    """Every template of our own apps; those of libraries do not change under us."""
    _texts.update((str(file), file.read_bytes()) for file in _files())


class Loader(app_directories.Loader):
    """Django's, which finds templates in the apps' folders, but for what has been read already."""

    def get_contents(self, origin: Origin) -> str:
        """The text of one; raises TemplateDoesNotExist, also for one of ours that has come since."""
        kept = _texts.get(origin.name)
        if kept is not None:
            return kept.decode(self.engine.file_charset)
        if _texts and Path(origin.name).is_relative_to(OURS):
            raise TemplateDoesNotExist(origin)
        return super().get_contents(origin)


def _files() -> Iterator[Path]:
    for folder in get_app_template_dirs("templates"):
        if Path(folder).is_relative_to(OURS):
            yield from (file for file in Path(folder).rglob("*") if file.is_file())
