import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kulturspejl.records.ids


class Migration(migrations.Migration):
    """Units keep the organisation's own ids, and a list of them is looked at before it is taken in."""

    dependencies = [
        ("records", "0015_tables"),
    ]

    operations = [
        migrations.AddField(
            model_name="unit",
            name="external_id",
            field=models.CharField(blank=True, default="", max_length=100),
        ),
        migrations.AddIndex(
            model_name="unit",
            index=models.Index(fields=["organisation", "external_id"], name="unit_by_own_id"),
        ),
        migrations.CreateModel(
            name="UnitList",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kulturspejl.records.ids.random_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField()),
                ("lines", models.JSONField(default=list)),
                ("people", models.JSONField(default=list)),
                ("roles", models.JSONField(default=list)),
                ("answers", models.JSONField(default=dict)),
                ("told", models.JSONField(default=list)),
                ("taken_at", models.DateTimeField(null=True)),
                ("counts", models.JSONField(default=dict)),
                ("before", models.JSONField(default=list)),
                ("given", models.JSONField(default=list)),
                ("ended", models.JSONField(default=list)),
                ("undone_at", models.DateTimeField(null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="unit_lists",
                        to="records.organisation",
                    ),
                ),
            ],
        ),
    ]
