"""A course over half a year: made, dated, filled with people, told of by letter, and deleted on its day."""

from kulturspejl.actions.courses.days import DayWish, change_days, count_came, tell_called_off, tell_moved
from kulturspejl.actions.courses.ending import delete_class, delete_due
from kulturspejl.actions.courses.keys import let_it_open
from kulturspejl.actions.courses.letters import send_waiting, tell_due
from kulturspejl.actions.courses.making import CourseWish, add_class, change_course, create_course
from kulturspejl.actions.courses.people import add_people, change_member, remove_member, renew_key
from kulturspejl.actions.courses.rooms import open_room, say_present
from kulturspejl.actions.courses.signing_up import ask_link, close_sign_up, confirm, open_sign_up, sign_up

__all__ = [
    "CourseWish",
    "DayWish",
    "add_class",
    "add_people",
    "ask_link",
    "change_course",
    "change_days",
    "change_member",
    "close_sign_up",
    "confirm",
    "count_came",
    "create_course",
    "delete_class",
    "delete_due",
    "let_it_open",
    "open_room",
    "open_sign_up",
    "remove_member",
    "renew_key",
    "say_present",
    "send_waiting",
    "sign_up",
    "tell_called_off",
    "tell_due",
    "tell_moved",
]
