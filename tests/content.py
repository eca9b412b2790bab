"""The package's own content, read once a process for all tests that only look at it."""

from functools import cache

from kulturspejl import library


@cache
def content() -> library.Library:
    """As an instance without folders of its own has it."""
    return library.load()
