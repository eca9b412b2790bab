"""A unit's TRIO: focus, agreement, meetings with minutes, matters for the yearly discussion."""

import django.db.models.deletion
import kulturspejl.records.ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0033_local_help"),
    ]

    operations = [
        migrations.CreateModel(
            name="AnnualMatter",
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
                ("words", models.CharField(max_length=500)),
                ("added_on", models.DateField()),
                (
                    "added_by",
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
                        related_name="annual_matters",
                        to="records.unit",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="TrioAgreement",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kulturspejl.records.ids.random_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("fields", models.JSONField(default=dict)),
                ("version", models.PositiveIntegerField(default=1)),
                ("changed_on", models.DateField()),
                (
                    "changed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "unit",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="trio_agreement",
                        to="records.unit",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="TrioMeeting",
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
                ("day", models.DateField()),
                ("starts", models.TimeField(null=True)),
                ("place", models.CharField(blank=True, default="", max_length=120)),
                ("minutes", models.JSONField(default=dict)),
                ("months", models.PositiveSmallIntegerField(default=12)),
                ("kept_until", models.DateField(null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "planned_by",
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
                        related_name="trio_meetings",
                        to="records.unit",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="TrioFocus",
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
                ("words", models.CharField(max_length=300)),
                ("chosen_on", models.DateField()),
                ("is_current", models.BooleanField(default=True)),
                (
                    "chosen_by",
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
                        related_name="trio_focuses",
                        to="records.unit",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_current", True)), fields=("unit",), name="one_focus_at_a_time"
                    )
                ],
            },
        ),
    ]
