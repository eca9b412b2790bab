"""What a unit does about its culture: a trait, actions from an idea to what came of them, and the days of them."""

from kulturspejl.actions.plans.changing import change_action, move
from kulturspejl.actions.plans.consenting import consent
from kulturspejl.actions.plans.feeds import end_feed, make_feed
from kulturspejl.actions.plans.following import follow_up
from kulturspejl.actions.plans.making import agree_action, send_idea
from kulturspejl.actions.plans.status import take_stock, undo_stock
from kulturspejl.actions.plans.traits import change_trait, choose_trait
from kulturspejl.actions.plans.undoing import undo, undo_trait

__all__ = [
    "agree_action",
    "change_action",
    "change_trait",
    "choose_trait",
    "consent",
    "end_feed",
    "follow_up",
    "make_feed",
    "move",
    "send_idea",
    "take_stock",
    "undo",
    "undo_stock",
    "undo_trait",
]
