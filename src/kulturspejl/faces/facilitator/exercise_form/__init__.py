"""An exercise while it is being made in a form: the data of its file, as it was typed, moved about, and drawn."""
