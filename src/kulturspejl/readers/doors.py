"""From a code to the unit whose page it opens."""

from kulturspejl.records.models import Door
from kulturspejl.vault import codes


def find_door(code: str) -> Door | None:
    """The door of a code, typed or from a link; None for an unknown one."""
    doors = Door.objects.select_related("round_unit__round").defer("round_unit__round__content")
    return doors.filter(code_hash=codes.fingerprint(code)).first()


def is_short(code: str) -> bool:
    """Whether it has the length of a typed code: only those can be guessed, so only those are slowed."""
    return len(codes.normalise(code)) <= codes.SHORT + 4
