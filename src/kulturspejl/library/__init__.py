"""Reads folders of content from disk and keeps the validated library."""

from kulturspejl.core.toml.faults import ContentError
from kulturspejl.library.load import Library, load
from kulturspejl.library.sources import Source, folders_named

__all__ = ["ContentError", "Library", "Source", "folders_named", "load"]
