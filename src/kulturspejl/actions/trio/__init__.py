"""What leader, AMR and TR of a unit do together between the modules: focus, agreement, meetings, the yearly sheet."""

from kulturspejl.actions.trio.agreeing import change_agreement, choose_focus
from kulturspejl.actions.trio.ending import delete_due
from kulturspejl.actions.trio.matters import put_on_sheet, take_off_sheet
from kulturspejl.actions.trio.meetings import call_off, change_meeting, plan_meeting
from kulturspejl.actions.trio.minutes import delete_meeting, write_minutes

__all__ = [
    "call_off",
    "change_agreement",
    "change_meeting",
    "choose_focus",
    "delete_due",
    "delete_meeting",
    "plan_meeting",
    "put_on_sheet",
    "take_off_sheet",
    "write_minutes",
]
