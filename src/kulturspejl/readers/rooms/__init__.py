"""The three faces of a room, the page that prepares one, and the list of rooms."""

from kulturspejl.readers.rooms.at_desk import desk
from kulturspejl.readers.rooms.at_door import Door, Plate, door, is_in, may_hear, may_hear_desk, plate
from kulturspejl.readers.rooms.lending import desk_link, lent, minutes_lent, room_of_desk, scan
from kulturspejl.readers.rooms.listing import cards, programmes
from kulturspejl.readers.rooms.on_phone import phone
from kulturspejl.readers.rooms.on_wall import wall
from kulturspejl.readers.rooms.phones import Phones, phones
from kulturspejl.readers.rooms.preparing import again, change, prepare
from kulturspejl.readers.rooms.sealed import sealed_notes
from kulturspejl.readers.rooms.slides import own_slides, slide_image

__all__ = [
    "Door",
    "Phones",
    "Plate",
    "again",
    "cards",
    "change",
    "desk",
    "desk_link",
    "door",
    "is_in",
    "lent",
    "may_hear",
    "may_hear_desk",
    "minutes_lent",
    "own_slides",
    "phone",
    "phones",
    "plate",
    "prepare",
    "programmes",
    "room_of_desk",
    "scan",
    "sealed_notes",
    "slide_image",
    "wall",
]
