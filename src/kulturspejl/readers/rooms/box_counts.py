"""How many boxes a room has, and how many answers lie in one, told by its length. Never what is in it."""

from django.db.models.functions import Length

from kulturspejl.core.kinds.base.part import Part
from kulturspejl.records.models import Room
from kulturspejl.records.room_boxes import RoomBox
from kulturspejl.vault.room_answers import how_many


def boxes_of(room: Room) -> int:
    """One for each part that somebody has handed in to, and that is not shown yet."""
    return RoomBox.objects.filter(room=room).count()


def answers_in(room: Room, key: str, part: Part) -> int:
    """How many have handed in to the part at this station."""
    length = RoomBox.objects.filter(room=room, part=key).values_list(Length("sealed"), flat=True).first()
    return how_many(length, part) if length else 0
