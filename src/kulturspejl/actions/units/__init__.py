"""Lists of units: looked at, taken in, and taken back."""

from kulturspejl.actions.units.headings import explain
from kulturspejl.actions.units.listing import answer, begin, forget_old
from kulturspejl.actions.units.taking import take
from kulturspejl.actions.units.undoing import undo

__all__ = ["answer", "begin", "explain", "forget_old", "take", "undo"]
