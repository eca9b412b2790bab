"""The rules of traits, actions and follow-ups."""

from kulturspejl.core.plans.action import STATES, ActionDraft
from kulturspejl.core.plans.trait import TraitDraft

__all__ = ["STATES", "ActionDraft", "TraitDraft"]
