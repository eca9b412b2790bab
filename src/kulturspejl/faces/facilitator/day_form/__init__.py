"""A day while it is being prepared: as it was typed, moved about, and made into a programme."""
