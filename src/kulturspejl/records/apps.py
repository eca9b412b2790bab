"""The one app that owns tables."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """Tables and migrations of Kulturspejl."""

    name = "kulturspejl.records"
    label = "records"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Kulturspejl"

    def ready(self) -> None:
        """SQLite gets its pragmas on every new connection."""
        from kulturspejl.records import sqlite_pragmas

        sqlite_pragmas.connect()
