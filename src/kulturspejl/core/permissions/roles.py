"""The roles that a grant can give. Roles are per place: a leader here is an employee there."""

from enum import StrEnum


class Role(StrEnum):
    """What a grant makes of a person, in its scope and until its end."""

    STEWARD = "steward"
    HR = "hr"
    FACILITATOR = "facilitator"
    LEADER = "leader"
    AMR = "amr"
    TR = "tr"


REPRESENTATIVES = frozenset({Role.AMR, Role.TR})
COVERS_SUBTREE = frozenset({Role.STEWARD, Role.HR, Role.FACILITATOR, Role.AMR, Role.TR})
"""These roles reach the units below the one they were given for; a leader has the own unit alone."""
