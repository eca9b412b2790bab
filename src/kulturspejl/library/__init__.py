"""Reads folders of content from disk and keeps the validated library."""
