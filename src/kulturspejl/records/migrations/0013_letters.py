import unicodedata
from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

NAMES = ("UnitVersion", "RoundUnit", "Organisation", "User")
"""Tables with a `name` that people have written, and that a letter's subject or sender may hold."""


def one_line(words: str) -> str:
    """As core.writing.line.one_line was when this was written: a name on one line, without signs that nobody sees."""
    kept = (
        " " if mark.isspace() else mark
        for mark in words
        if mark.isspace() or mark in "\u200c\u200d" or unicodedata.category(mark) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}
    )
    return " ".join("".join(kept).split())


def cure_names(apps: Any, schema_editor: Any) -> None:
    """A line break in a name stopped every letter of the instance (units taken in from a table could have one)."""
    for table in NAMES:
        rows = apps.get_model("records", table).objects.using(schema_editor.connection.alias)
        for key, name in list(rows.values_list("pk", "name").iterator()):
            if one_line(name) != name:
                rows.filter(pk=key).update(name=one_line(name) or ("" if table == "User" else "…"))


class Migration(migrations.Migration):
    """Letters at the hand-overs, what the mail server says, and rows that a job cannot get past."""

    dependencies = [
        ("records", "0012_box_before"),
    ]

    operations = [
        migrations.CreateModel(
            name="Letter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=40)),
                ("path", models.CharField(max_length=300)),
                ("values", models.JSONField(default=dict)),
                ("address", models.EmailField(blank=True, max_length=254)),
                ("at_once", models.BooleanField(default=False)),
                ("once", models.CharField(max_length=200, null=True, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "not sent yet"),
                            ("sent", "taken by the mail server"),
                            ("refused", "the mail server has said no for good"),
                            ("unwritable", "no letter can be made of it"),
                        ],
                        db_index=True,
                        default="waiting",
                        max_length=12,
                    ),
                ),
                ("done_on", models.DateField(null=True)),
                (
                    "ask",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="letters",
                        to="records.round",
                    ),
                ),
                (
                    "to",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="letters",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="records.unit",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="MailServer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("away_since", models.DateTimeField(null=True)),
                ("fault", models.CharField(blank=True, max_length=60)),
            ],
        ),
        migrations.CreateModel(
            name="Stuck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("job", models.CharField(max_length=40)),
                ("about", models.CharField(max_length=100)),
                ("fault", models.CharField(max_length=60)),
                ("since", models.DateTimeField()),
                ("times", models.PositiveIntegerField(default=1)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("job", "about"), name="a_row_is_stuck_once_a_job"),
                ],
            },
        ),
        migrations.AddField(
            model_name="round",
            name="reminded_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="invitation",
            name="undeliverable",
            field=models.CharField(blank=True, default="", max_length=12),
            preserve_default=False,
        ),
        migrations.RunPython(cure_names, migrations.RunPython.noop),
    ]
