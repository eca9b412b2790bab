"""What the wall shows, drawn for a screen that lies down and is read from ten metres."""
