"""Rows, settings and content read back as core's values, for whoever does and whoever asks."""
