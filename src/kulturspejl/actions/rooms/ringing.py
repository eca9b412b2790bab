"""Two bells a room: one for everybody, one for the desk alone, so that nobody's tap makes every phone ask."""

from django.db import transaction

from kulturspejl.live import bell
from kulturspejl.records.models import Room


def ring_all(room: Room) -> None:
    """The room has moved on: phones, wall and desk ask again once the transaction is through."""
    topic = f"room:{room.id}"
    transaction.on_commit(lambda: bell.ring(topic))
    ring_desk(room)


def ring_desk(room: Room) -> None:
    """Somebody has come, or is done: the desk counts again."""
    topic = f"desk:{room.id}"
    transaction.on_commit(lambda: bell.ring(topic))
