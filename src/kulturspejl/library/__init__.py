"""Reads folders of content from disk and keeps the validated library."""

from kulturspejl.core.content.faults import ContentError
from kulturspejl.library.load import Library, Source, load

__all__ = ["ContentError", "Library", "Source", "load"]
