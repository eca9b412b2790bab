"""Who sees what somebody writes: the one scale that every piece of content stands on (domain 0.1)."""

from enum import StrEnum


class Visibility(StrEnum):
    """The levels; the value stands in TOML as `visibility`."""

    PRIVATE = "V0"  # the person alone: on the device, or sealed with a key that the server never has
    NAMED = "V1"  # people the owner has picked; can be withdrawn
    TEAM = "V2"  # the team, unsigned unless the person signs
    AGGREGATE = "V3"  # a combined result of enough answers, after the close
    ORGANISATION = "V4"  # combined over several units that have let it go
    SCREEN = "VP"  # shown in plenary by a deliberate act


def fits_a_round(visibility: Visibility) -> bool:
    """An anonymous round keeps no owner and no single answer, so only what is seen combined may go into one."""
    return visibility is Visibility.AGGREGATE
