"""Whom people sit with while they do something: alone, in pairs, in groups, with those they came with, all together."""

from enum import StrEnum


class Gathering(StrEnum):
    """Whom a person sits with at a station."""

    ALONE = "alone"
    PAIRS = "pairs"
    GROUPS = "groups"
    TRIO = "trio"  # those of one workplace: a leader with the representatives who came along
    PLENARY = "plenary"


DIVIDED = (Gathering.PAIRS, Gathering.GROUPS, Gathering.TRIO)
