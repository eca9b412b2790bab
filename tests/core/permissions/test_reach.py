"""What a grant reaches: its unit, those below where the role covers them, or everything."""

from kulturspejl.core.permissions import Role
from kulturspejl.core.permissions.reach import roles_on

LINE = ["team", "area", "top"]


def roles(given_for, role):
    return roles_on({given_for: frozenset({role})}, LINE)


def test_a_leader_has_the_own_unit_alone():
    assert roles("team", Role.LEADER) == {Role.LEADER}
    assert roles("area", Role.LEADER) == frozenset()


def test_a_representative_reaches_the_units_below():
    for above in LINE:
        assert roles(above, Role.AMR) == {Role.AMR}
    assert roles("beside", Role.AMR) == frozenset()


def test_what_is_given_for_everything_counts_everywhere_whatever_the_role():
    assert {roles(None, role) for role in Role} == {frozenset({role}) for role in Role}
