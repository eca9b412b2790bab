"""One plan for a unit: where a trait or action came from, a trait's own history, and stock that is taken of the plan."""

from typing import Any

import django.db.models.deletion
import kulturspejl.records.ids
from django.conf import settings
from django.db import migrations, models


def carry_over(apps: Any, _schema_editor: Any) -> None:
    """What is known already: a trait that points at a result, an action that names the programme of a team's room."""
    apps.get_model("records", "Trait").objects.exclude(stems_from=None).update(origin="result")
    apps.get_model("records", "Action").objects.exclude(tool="").update(origin="room")


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0038_own_plan"),
    ]

    operations = [
        migrations.AddField(
            model_name="action",
            name="origin",
            field=models.CharField(blank=True, default="", max_length=10),
        ),
        migrations.AddField(
            model_name="action",
            name="origin_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="trait",
            name="origin",
            field=models.CharField(blank=True, default="", max_length=10),
        ),
        migrations.AddField(
            model_name="trait",
            name="origin_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="trait",
            name="outcome",
            field=models.CharField(blank=True, default="", max_length=10),
        ),
        migrations.AddField(
            model_name="trait",
            name="version",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.CreateModel(
            name="PlanStatus",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kulturspejl.records.ids.random_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("on", models.DateField()),
                ("at", models.DateTimeField()),
                ("lines", models.JSONField(default=list)),
                ("learnt", models.CharField(blank=True, default="", max_length=500)),
                ("line", models.CharField(blank=True, default="", max_length=300)),
                ("again", models.DateField(null=True)),
                ("undone_at", models.DateTimeField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="plan_statuses",
                        to="records.unit",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="TraitEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("did", models.CharField(max_length=20)),
                ("at", models.DateTimeField()),
                ("changed", models.JSONField(default=dict)),
                ("said", models.JSONField(default=dict)),
                ("undone_at", models.DateTimeField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "trait",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="events", to="records.trait"
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.RunPython(carry_over, migrations.RunPython.noop),
    ]
