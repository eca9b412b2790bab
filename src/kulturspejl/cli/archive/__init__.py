"""The instance as one file: a zip of JSON lines, one file a table, the same for SQLite and PostgreSQL."""
