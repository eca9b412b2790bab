"""Parsed TOML, asked key by key: whatever is wrong is noted with its file, its key and what to do."""
