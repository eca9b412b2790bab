"""Two bells a room: one for everybody, one for the desk alone, so that nobody's tap makes every phone ask."""

from kulturspejl.access.room_access import bell_of, desk_bell_of
from kulturspejl.live import bell
from kulturspejl.records.models import Room


def ring_all(room: Room) -> None:
    """The room has moved on: phones, wall and desk ask again once the transaction is through."""
    bell.ring_on_commit(bell_of(room))
    ring_desk(room)


def ring_desk(room: Room) -> None:
    """Somebody has come, or is done: the desk counts again."""
    bell.ring_on_commit(desk_bell_of(room))
