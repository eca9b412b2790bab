"""Everything that the program may need of its own folder, read before the first page.

An update changes that folder. What is read when it is first needed would then be half old and half new: a page of the
new version in the code of the old one fails. So a server reads it all at its start, and runs as it began.
"""

import os
import pkgutil
import shutil
import socket
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import kulturspejl

NOT_FOR_A_SERVER = (
    "kulturspejl.cli", "kulturspejl.__main__", "kulturspejl.records.migrations",
    "kulturspejl.library.slides.closed_in", "kulturspejl.live.postgres",
)  # fmt: skip
"""Of commands; a program that is started by itself, with the libraries that strangers' pictures are read by; and the
bell of another store, with that store's library: where it is this server's, it has been read already (web/apps)."""


def fetch() -> None:
    """Modules, addresses, templates' texts, content, words in both languages, and a copy of the layouts of PDFs."""
    from django.conf import settings
    from django.urls import get_resolver
    from django.utils import translation

    from kulturspejl.library import crew, policies, sources, words
    from kulturspejl.reports import press
    from kulturspejl.values.the_library import the_library
    from kulturspejl.web import template_texts

    for name in _modules():
        import_module(name)
    _ = get_resolver().url_patterns
    the_library()
    sources.forget()
    for version in policies.versions():
        policies.load_policy(version)
    nothing = ""
    for language, _name in settings.LANGUAGES:
        crew.crew_in(language)
        words.words_in(language)
        with translation.override(language):
            translation.gettext(nothing)
    press.use(_copy_of_layouts())
    template_texts.read_all()


def _copy_of_layouts() -> Path:
    """The typesetter reads files by itself each time: it gets its own, one a process, gone with the next start."""
    from django.conf import settings

    from kulturspejl.reports import press

    copy = Path(settings.KULTURSPEJL_VAR) / "layouts" / f"{socket.gethostname()}.{os.getpid()}"
    shutil.rmtree(copy, ignore_errors=True)
    # Without the modes of where they come from: whatever lies in the folder is its owner's alone.
    shutil.copytree(press.LAYOUTS, copy, copy_function=shutil.copyfile)
    copy.chmod(0o700)
    return copy


def tidy() -> None:
    """Throw away what servers of this machine have copied that are no more; others may share the folder."""
    from django.conf import settings

    for copy in (Path(settings.KULTURSPEJL_VAR) / "layouts").glob(f"{socket.gethostname()}.*"):
        number = copy.name.rpartition(".")[2]
        if not Path(f"/proc/{number}").exists():
            shutil.rmtree(copy, ignore_errors=True)


def _modules() -> Iterator[str]:
    """All of ours by name that a server calls."""
    for found in pkgutil.walk_packages(kulturspejl.__path__, "kulturspejl."):
        if not found.name.startswith(NOT_FOR_A_SERVER):
            yield found.name
