"""One unit's part of a release in a row of its own, and the step that a close has come to."""

import uuid
from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from kulturspejl.core.disclosure.parts import parts

AT_ONCE = 200


def cut_releases(apps: Any, _schema: Any) -> None:
    """Releases that are there already get their parts."""
    kept = apps.get_model("records", "ReleasedUnit").objects
    for whole in apps.get_model("records", "Release").objects.values_list("released", flat=True).iterator(1):
        rows = [
            kept.model(round_unit_id=uuid.UUID(one.unit), hidden=one.hidden or "", answers=one.n, part=one.released)
            for one in parts(whole)
        ]
        kept.bulk_create(rows, batch_size=AT_ONCE)


class Migration(migrations.Migration):
    dependencies = [("records", "0006_sheets")]

    operations = [
        migrations.AddField(
            model_name="round",
            name="closing_step",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.CreateModel(
            name="ReleasedUnit",
            fields=[
                (
                    "round_unit",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="records.roundunit",
                    ),
                ),
                ("hidden", models.CharField(blank=True, max_length=20)),
                ("answers", models.PositiveIntegerField(null=True)),
                ("part", models.JSONField()),
            ],
        ),
        migrations.RunPython(cut_releases, migrations.RunPython.noop),
    ]
