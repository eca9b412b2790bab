"""A person's own development plan: its locked copy, the line they share, the letter each week."""

from kulturspejl.actions.own_plan.reminding import remind, stop_by_link, stop_reminding, tell_due
from kulturspejl.actions.own_plan.sealing import begin_in_room, forget_old_plans, seal_plan, throw_away_plan
from kulturspejl.actions.own_plan.sharing import forget_old_lines, share_line, take_line_back

__all__ = [
    "begin_in_room",
    "forget_old_lines",
    "forget_old_plans",
    "remind",
    "seal_plan",
    "share_line",
    "stop_by_link",
    "stop_reminding",
    "take_line_back",
    "tell_due",
    "throw_away_plan",
]
