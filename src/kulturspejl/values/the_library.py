"""The content library of this instance, read once."""

from functools import lru_cache

from django.conf import settings

from kulturspejl import library


@lru_cache(maxsize=1)
def the_library() -> library.Library:
    """The package's own content and the folders of KULTURSPEJL_CONTENT; raises ContentError with every fault."""
    return library.load(settings.KULTURSPEJL_CONTENT)
