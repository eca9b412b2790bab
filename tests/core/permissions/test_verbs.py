"""Who may what: the whole table, said a second time and asked of every set of roles."""

from itertools import combinations

import pytest

from kulturspejl.core.permissions import REPRESENTATIVES, Role, Verb, may, may_keep, may_release
from kulturspejl.core.permissions.roles import COVERS_SUBTREE

S, H, F, L, A, T = Role.STEWARD, Role.HR, Role.FACILITATOR, Role.LEADER, Role.AMR, Role.TR
SETS = [frozenset(roles) for size in range(len(Role) + 1) for roles in combinations(Role, size)]
WHO = {
    "round.create": {L, S},
    "round.create_branch": {S},
    "round.read": {L, A, T, S},
    "round.close": {L, S},
    "result.read": {L, A, T},
    "result.share": {L, A, T},
    "line.draw": {L},
    "plan.read": {L, A, T},
    "plan.edit": {L, A, T},
    "trio.read": {L, A, T},
    "trio.edit": {L, A, T},
    "picture.read": {S, H, L},
    "organisation.edit": {S},
    "people.grant": {S},
    "room.run": {F, S},
    "course.counts": {F, S, H},
}


def test_every_verb_is_in_the_table_and_no_other() -> None:
    assert {verb.value for verb in Verb} == set(WHO)


@pytest.mark.parametrize("verb", Verb)
def test_somebody_may_when_one_of_the_roles_may_and_never_else(verb: Verb) -> None:
    assert [roles for roles in SETS if may(verb, roles) != any(role in WHO[verb.value] for role in roles)] == []


def test_neither_steward_nor_hr_opens_the_result_of_a_unit() -> None:
    results, plans = (Verb.RESULT_READ, Verb.RESULT_SHARE, Verb.LINE_DRAW), (Verb.PLAN_READ, Verb.PLAN_EDIT)
    for verb in (*results, *plans, Verb.TRIO_READ, Verb.TRIO_EDIT):
        assert not may(verb, {S, H, F}), verb


def test_roles_are_stored_by_these_words() -> None:
    assert [role.value for role in Role] == ["steward", "hr", "facilitator", "leader", "amr", "tr"]
    assert {A, T} == REPRESENTATIVES
    assert set(Role) - {L} == COVERS_SUBTREE


@pytest.mark.parametrize("representatives", [0, 1, 2])
def test_amr_or_tr_release_and_the_steward_only_where_there_is_neither_and_never_a_leader(representatives: int) -> None:
    for roles in SETS:
        allowed = L not in roles and (bool(roles & {A, T}) or (S in roles and representatives == 0))
        assert may_release(roles, representatives=representatives) is allowed, roles


@pytest.mark.parametrize("representatives", [0, 1, 2])
def test_amr_or_tr_take_a_meeting_over_and_the_leader_only_where_there_is_neither(representatives: int) -> None:
    for roles in SETS:
        allowed = (L not in roles and bool(roles & {A, T})) if representatives else L in roles
        assert may_keep(roles, representatives=representatives) is allowed, roles
