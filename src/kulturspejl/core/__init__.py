"""Pure Python and numpy: no Django, no clock, no disk, no chance."""
