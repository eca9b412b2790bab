"""The one Django app with tables and migrations."""
