"""Whose tables the store has: those of a newer version are left alone, and this one's name is put on its own."""

import sys
from datetime import UTC, datetime

import kulturspejl


def refuse_newer() -> None:
    """End with a sentence if a newer version has changed the tables. Nothing is written."""
    from kulturspejl.cli.archive import schema

    known = schema.known()
    unknown = [name for name in schema.applied() if name not in known]
    if unknown:
        sys.exit(_newer(unknown, last_writer() or "a later version"))


def last_writer() -> str | None:
    """The version that has last changed or opened the tables; None before 0.2.0."""
    from django.db import connection

    from kulturspejl.records.models import WrittenBy

    with connection.cursor() as cursor:
        if WrittenBy._meta.db_table not in connection.introspection.table_names(cursor):
            return None
    # By name alone: a newer version may have more columns.
    return WrittenBy.objects.order_by("-since").values_list("version", flat=True).first()


def sign() -> None:
    """Note that from now on this version writes here."""
    from kulturspejl.records.models import WrittenBy

    mine = kulturspejl.__version__
    if last_writer() != mine:
        WrittenBy.objects.update_or_create(version=mine, defaults={"since": datetime.now(UTC)})


def _newer(unknown: list[str], writer: str) -> str:
    mine, more = kulturspejl.__version__, f" and {len(unknown) - 1} more" if len(unknown) > 1 else ""
    return (
        f"This store belongs to a newer Kulturspejl: {writer} has written to it, and this is {mine}, which does not "
        f"know its tables ({unknown[0]}{more}). Nothing has been changed.\n"
        f"Forward: start {writer} again, or a version after it.\n"
        f"Back: give {mine} an empty place (another KULTURSPEJL_VAR and KULTURSPEJL_KEYS, or an empty database in "
        f"DATABASE_URL) and restore a backup there that was made before the update. See docs/en/running.md, Going back."
    )
