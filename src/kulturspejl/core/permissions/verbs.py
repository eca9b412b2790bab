"""What each role may do to a unit, as a table."""

from collections.abc import Set
from enum import StrEnum

from kulturspejl.core.permissions.roles import REPRESENTATIVES, Role


class Verb(StrEnum):
    """Everything that asks for a permission."""

    ROUND_CREATE = "round.create"
    ROUND_CREATE_BRANCH = "round.create_branch"
    ROUND_READ = "round.read"
    ROUND_CLOSE = "round.close"
    RESULT_READ = "result.read"
    RESULT_SHARE = "result.share"
    LINE_DRAW = "line.draw"
    PLAN_READ = "plan.read"
    PLAN_EDIT = "plan.edit"
    TRIO_READ = "trio.read"
    TRIO_EDIT = "trio.edit"
    PICTURE_READ = "picture.read"
    ORGANISATION_EDIT = "organisation.edit"
    PEOPLE_GRANT = "people.grant"
    ROOM_RUN = "room.run"
    COURSE_COUNTS = "course.counts"


_TEAM = frozenset({Role.LEADER, Role.AMR, Role.TR})
_TABLE: dict[Verb, frozenset[Role]] = {
    Verb.ROUND_CREATE: frozenset({Role.LEADER, Role.STEWARD}),
    Verb.ROUND_CREATE_BRANCH: frozenset({Role.STEWARD}),
    Verb.ROUND_READ: _TEAM | {Role.STEWARD},
    Verb.ROUND_CLOSE: frozenset({Role.LEADER, Role.STEWARD}),
    Verb.RESULT_READ: _TEAM,
    Verb.RESULT_SHARE: _TEAM,
    Verb.LINE_DRAW: frozenset({Role.LEADER}),
    Verb.PLAN_READ: _TEAM,
    Verb.PLAN_EDIT: _TEAM,
    Verb.TRIO_READ: _TEAM,
    Verb.TRIO_EDIT: _TEAM,
    Verb.PICTURE_READ: frozenset({Role.STEWARD, Role.HR, Role.LEADER}),
    Verb.ORGANISATION_EDIT: frozenset({Role.STEWARD}),
    Verb.PEOPLE_GRANT: frozenset({Role.STEWARD}),
    Verb.ROOM_RUN: frozenset({Role.FACILITATOR, Role.STEWARD}),
    Verb.COURSE_COUNTS: frozenset({Role.FACILITATOR, Role.STEWARD, Role.HR}),
}


def may(verb: Verb, roles: Set[Role]) -> bool:
    """Whether somebody with these roles at a unit may do this there.

    Only the unit's own team opens the unit's result: steward and HR do not stand in that row of the table.
    """
    return not _TABLE[verb].isdisjoint(roles)


def may_release(roles: Set[Role], *, representatives: int) -> bool:
    """Whether somebody may release the sending of an anonymous round (science.md 2.9).

    AMR or TR of the round's root unit; where there are none (`representatives` = 0) the steward. The
    leader never does, also not one who holds another role: who chooses who is counted must not be measured.
    """
    if Role.LEADER in roles:
        return False
    if not REPRESENTATIVES.isdisjoint(roles):
        return True
    return representatives == 0 and Role.STEWARD in roles


def may_keep(roles: Set[Role], *, representatives: int) -> bool:
    """Whether somebody may take over for a unit what its team's room hands over, and take it off again.

    AMR or TR of the unit, so that what a team said of itself is not the leader's to collect; the leader neither where
    they hold another role. Where nobody represents the unit (`representatives` = 0) its leader, and the room is told.
    """
    if representatives:
        return Role.LEADER not in roles and not REPRESENTATIVES.isdisjoint(roles)
    return Role.LEADER in roles
