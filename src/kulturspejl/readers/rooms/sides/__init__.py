"""The sides of the wall at a station: what is shown of it, in pages that → turns, the same on every wall."""

from kulturspejl.readers.rooms.sides.seats import groups_of as groups_of
from kulturspejl.readers.rooms.sides.walk import sides_of as sides_of
from kulturspejl.readers.rooms.sides.walk import turned as turned
from kulturspejl.readers.rooms.wall_side import Head as Head
from kulturspejl.readers.rooms.wall_side import WallSide as WallSide
