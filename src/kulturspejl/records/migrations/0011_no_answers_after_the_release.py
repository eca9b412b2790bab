"""No answer outlives its release: every result is made anew from the kept answers, then these are gone.

Not one transaction: SQLite's VACUUM and PostgreSQL's VACUUM FULL stand outside any. Killed anywhere it begins again;
each step looks at what is there, and the table goes only when every release has been made and kept.
"""

import uuid
from typing import Any

from django.db import migrations

from kulturspejl.core.disclosure.parts import parts
from kulturspejl.records.old_matrices import remade
from kulturspejl.records.samples import forget_samples

MATRICES = "records_sealedmatrix"
RELEASES = "records_release"
AT_ONCE = 200
FORGOTTEN = (
    ("records_box", "sealed"),
    ("records_gate", "sealed"),
    ("records_invitation", "address"),
    ("records_invitation", "code_sealed"),
    ("records_door", "entry"),
)
"""What a close deletes: people, and sealed lists whose length tells how many have answered."""


def make_releases_anew(apps: Any, schema_editor: Any) -> None:
    if MATRICES not in schema_editor.connection.introspection.table_names():
        return
    matrices = apps.get_model("records", "SealedMatrix").objects.select_related("round")
    count = 0
    # One at a time: PostgreSQL would write a long list of them into a file of its own.
    for id in matrices.order_by("id").values_list("id", flat=True):
        matrix = matrices.get(id=id)
        units = apps.get_model("records", "RoundUnit").objects.filter(round_id=matrix.round_id)
        released = remade(
            matrix.round, units, width=matrix.width, blocks=matrix.blocks, rows=bytes(matrix.rows)
        )
        apps.get_model("records", "Release").objects.update_or_create(
            round_id=matrix.round_id, defaults={"released": released}
        )
        count += 1
    if count:
        print(f"{count} result(s) were made anew by the rules of this version; the single answers are now deleted.")


def cut_releases(apps: Any, _schema_editor: Any) -> None:
    """Every release gets its parts, one for each unit; what an earlier try has cut is cut anew."""
    kept = apps.get_model("records", "ReleasedUnit").objects
    kept.all().delete()
    for whole in apps.get_model("records", "Release").objects.values_list("released", flat=True).iterator(1):
        rows = [
            kept.model(round_unit_id=uuid.UUID(one.unit), hidden=one.hidden or "", answers=one.n, part=one.released)
            for one in parts(whole)
        ]
        kept.bulk_create(rows, batch_size=AT_ONCE)


def keep_no_samples(apps: Any, schema_editor: Any) -> None:
    forget_samples(schema_editor.connection, FORGOTTEN)


def sweep(apps: Any, schema_editor: Any) -> None:
    """Overwrite what the dropped table, and the releases as they were, left on the disk."""
    connection = schema_editor.connection
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            # A dropped table's file is gone by itself.
            cursor.execute(f"VACUUM (FULL) {RELEASES}")


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ('records', '0010_parts_of_releases'),
    ]

    operations = [
        migrations.RunPython(make_releases_anew),
        migrations.RunPython(cut_releases),
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(f"DROP TABLE IF EXISTS {MATRICES}")],
            state_operations=[migrations.DeleteModel(name='SealedMatrix')],
        ),
        migrations.RunPython(keep_no_samples),
        migrations.RunPython(sweep),
    ]
