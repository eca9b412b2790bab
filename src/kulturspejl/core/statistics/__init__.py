"""Numbers that a leader of eight can trust, one concept a file."""
