"""How people meet about an exercise: where the room is, whose turn it is, who sits with whom, and when."""

from kulturspejl.core.choreography.commands import Command
from kulturspejl.core.choreography.script import Script, Station
from kulturspejl.core.choreography.state import Clock, Divisions, RoomState, Walk, WallMode
from kulturspejl.core.choreography.steps import Event, step

__all__ = [
    "Clock",
    "Command",
    "Divisions",
    "Event",
    "RoomState",
    "Script",
    "Station",
    "Walk",
    "WallMode",
    "step",
]
