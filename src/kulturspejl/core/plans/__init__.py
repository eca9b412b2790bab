"""The rules of traits, actions and follow-ups."""

from kulturspejl.core.plans.action import ActionDraft
from kulturspejl.core.plans.follow_up import FollowUpDraft
from kulturspejl.core.plans.states import IN_HAND, STATES, State
from kulturspejl.core.plans.status import StatusDraft, StatusLine
from kulturspejl.core.plans.trait import TraitDraft

__all__ = ["IN_HAND", "STATES", "ActionDraft", "FollowUpDraft", "State", "StatusDraft", "StatusLine", "TraitDraft"]
