"""One unit's part of a release in a row of its own (migration 0011 fills them), and the step that a close has come to."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0009_written_by")]

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
    ]
