"""The rules of a round, read back from its row."""

from kulturspejl.core.disclosure.policy import Policy
from kulturspejl.library.policies import load_policy
from kulturspejl.records.models import Round


def policy_of(found: Round) -> Policy:
    """The rules in force for the round: those of its own time, with the minimum it was made with."""
    return load_policy(found.policy_version).raised_to(found.minimum)
