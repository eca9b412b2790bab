"""The instruments that this instance asks with."""

from kulturspejl.core.content.instrument import AllocationInstrument
from kulturspejl.values.the_library import the_library

CULTURE_PROFILE = "culture_profile"


def culture_profile() -> AllocationInstrument:
    """The culture profile as this instance words it. Asked by anybody: the text is no secret."""
    return the_library().instruments[CULTURE_PROFILE]
