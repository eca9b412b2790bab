"""What desk, wall and phone of a room may see."""
