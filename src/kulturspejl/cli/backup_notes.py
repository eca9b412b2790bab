"""When the instance was last backed up, or that it failed: noted in the store, where pages and `doctor` find it."""

from pathlib import Path

from django.db import DatabaseError
from django.utils import timezone


def done(file: Path) -> None:
    """A backup stands under its name."""
    from kulturspejl.actions import instance_facts
    from kulturspejl.values.instance_facts import BACKUP, BACKUP_FAILED

    if _has_place():
        instance_facts.keep(BACKUP, str(file.absolute()), timezone.now())
        instance_facts.forget(BACKUP_FAILED)


def failed(why: str) -> None:
    """It did not come through. Where not even this can be noted, the command's own words must do."""
    from kulturspejl.actions import instance_facts
    from kulturspejl.values.instance_facts import BACKUP_FAILED

    try:
        if _has_place():
            instance_facts.keep(BACKUP_FAILED, why, timezone.now())
    except DatabaseError:
        return


def _has_place() -> bool:
    """A store that this version has not opened yet has no table for it: the way back is made before the update."""
    from django.db import connection

    from kulturspejl.records.models import InstanceFact

    return InstanceFact._meta.db_table in connection.introspection.table_names()
