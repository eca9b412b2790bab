"""Rooms: from a planned day to the deletions that were promised."""

from kulturspejl.actions.rooms.borrowing import Borrowed, agree, borrow
from kulturspejl.actions.rooms.changing import change_class
from kulturspejl.actions.rooms.contributing import (
    buy_voucher,
    contribute,
    mark_done,
    require_voucher,
    take_back,
    withdraw,
)
from kulturspejl.actions.rooms.ending import delete_due, delete_now, finish
from kulturspejl.actions.rooms.here import add_on_paper, lock_door, remove, remove_since
from kulturspejl.actions.rooms.joining import Joined, come_back, join
from kulturspejl.actions.rooms.keeping import delete_old_meetings, take_off, take_over
from kulturspejl.actions.rooms.making import create_class
from kulturspejl.actions.rooms.offering import offer, take_back_offer
from kulturspejl.actions.rooms.on_phone import claim, group_step, say_number
from kulturspejl.actions.rooms.practising import move_robots, practise, practise_programme
from kulturspejl.actions.rooms.revealing import show_all
from kulturspejl.actions.rooms.running import run
from kulturspejl.actions.rooms.sealing import seal, unseal
from kulturspejl.actions.rooms.seating import count_to, divide, groups_from_count
from kulturspejl.actions.rooms.sheets import stop_sheet
from kulturspejl.actions.rooms.slides import (
    add_slides,
    describe_slide,
    move_slide,
    remove_slide,
    remove_slides,
)

__all__ = [
    "Borrowed",
    "Joined",
    "add_on_paper",
    "add_slides",
    "agree",
    "borrow",
    "buy_voucher",
    "change_class",
    "claim",
    "come_back",
    "contribute",
    "count_to",
    "create_class",
    "delete_due",
    "delete_now",
    "delete_old_meetings",
    "describe_slide",
    "divide",
    "finish",
    "group_step",
    "groups_from_count",
    "join",
    "lock_door",
    "mark_done",
    "move_robots",
    "move_slide",
    "offer",
    "practise",
    "practise_programme",
    "remove",
    "remove_since",
    "remove_slide",
    "remove_slides",
    "require_voucher",
    "run",
    "say_number",
    "seal",
    "show_all",
    "stop_sheet",
    "take_back",
    "take_back_offer",
    "take_off",
    "take_over",
    "unseal",
    "withdraw",
]
