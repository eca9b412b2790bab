"""The rules of traits, actions and follow-ups."""

from kulturspejl.core.plans.action import IN_HAND, STATES, ActionDraft
from kulturspejl.core.plans.trait import TraitDraft

__all__ = ["IN_HAND", "STATES", "ActionDraft", "TraitDraft"]
