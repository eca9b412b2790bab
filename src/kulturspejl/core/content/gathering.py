"""Whom people sit with while they do something: alone, in pairs, in groups, all together."""

from enum import StrEnum


class Gathering(StrEnum):
    """Whom a person sits with at a station."""

    ALONE = "alone"
    PAIRS = "pairs"
    GROUPS = "groups"
    PLENARY = "plenary"


DIVIDED = (Gathering.PAIRS, Gathering.GROUPS)
