"""Who may what, when: pure rules on small values."""

from kulturspejl.core.permissions.roles import REPRESENTATIVES, Role
from kulturspejl.core.permissions.verbs import Verb, may, may_keep, may_release

__all__ = ["REPRESENTATIVES", "Role", "Verb", "may", "may_keep", "may_release"]
