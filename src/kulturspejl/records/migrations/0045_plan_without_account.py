"""A development plan without an account, by the own address of a course or one of its own; each with an id of its own.

The two tables whose key was the account are made anew and their rows brought over. A plan's id follows from its owner
then: so the ledger still knows the plan in a backup of version 0.7.0, where it had none.
"""

import uuid
from datetime import date
from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

import kulturspejl.records.ids


def bring_over(apps: Any, _editor: Any) -> None:
    before, after = (apps.get_model("records", name) for name in ("SealedPlanBefore", "SealedPlan"))
    after.objects.bulk_create(
        after(id=uuid.uuid5(row.owner_id, "own plan"), owner_id=row.owner_id, sealed=row.sealed)
        for row in before.objects.all()
    )
    before, after = (apps.get_model("records", name) for name in ("SharedLineBefore", "SharedLine"))
    after.objects.bulk_create(
        after(owner_id=row.owner_id, words=row.words, key_hash=row.key_hash, ends_on=row.ends_on)
        for row in before.objects.all()
    )


def first_of_each(apps: Any, _editor: Any) -> None:
    reminders = apps.get_model("records", "PlanReminder")
    for row in reminders.objects.all():
        row.first = date.fromisoformat(row.days[0])
        row.save(update_fields=["first"])


def one_to_one(to: str, name: str) -> Any:
    return models.OneToOneField(
        null=True, on_delete=django.db.models.deletion.CASCADE, related_name=name, to=to
    )


def own(to: str) -> Any:
    return models.ForeignKey(
        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="letters_off", to=to
    )


def an_id() -> Any:
    return models.UUIDField(
        default=kulturspejl.records.ids.random_id, editable=False, primary_key=True, serialize=False
    )


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0044_room_gates"),
    ]

    operations = [
        migrations.RenameModel("SealedPlan", "SealedPlanBefore"),
        migrations.RenameModel("SharedLine", "SharedLineBefore"),
        migrations.AlterField(
            model_name="sealedplanbefore",
            name="owner",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                primary_key=True,
                related_name="+",
                serialize=False,
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField(
            model_name="sharedlinebefore",
            name="owner",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                primary_key=True,
                related_name="+",
                serialize=False,
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.CreateModel(
            name="SealedPlan",
            fields=[
                ("id", an_id()),
                ("owner", one_to_one(settings.AUTH_USER_MODEL, "sealed_plan")),
                ("member", one_to_one("records.membership", "sealed_plan")),
                ("key_hash", models.CharField(max_length=64, null=True, unique=True)),
                ("ends_on", models.DateField(null=True)),
                ("sealed", models.TextField(blank=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(owner__isnull=False, member=None, key_hash=None)
                        | Q(owner=None, member__isnull=False, key_hash=None)
                        | Q(owner=None, member=None, key_hash__isnull=False, ends_on__isnull=False),
                        name="a_plan_is_ones_own",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SharedLine",
            fields=[
                ("id", an_id()),
                ("owner", one_to_one(settings.AUTH_USER_MODEL, "shared_line")),
                ("member", one_to_one("records.membership", "shared_line")),
                ("words", models.CharField(max_length=300)),
                ("key_hash", models.CharField(max_length=64, unique=True)),
                ("ends_on", models.DateField()),
            ],
        ),
        migrations.RunPython(bring_over, migrations.RunPython.noop),
        migrations.DeleteModel("SealedPlanBefore"),
        migrations.DeleteModel("SharedLineBefore"),
        migrations.CreateModel(
            name="LetterOff",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=40)),
                ("owner", own(settings.AUTH_USER_MODEL)),
                ("member", own("records.membership")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(owner__isnull=False, member=None) | Q(owner=None, member__isnull=False),
                        name="a_letter_off_is_ones_own",
                    )
                ],
            },
        ),
        migrations.AlterField(
            model_name="letter",
            name="state",
            field=models.CharField(
                choices=[
                    ("waiting", "not sent yet"),
                    ("sent", "taken by the mail server"),
                    ("refused", "the mail server has said no for good"),
                    ("unwritable", "no letter can be made of it"),
                    ("unwanted", "its receiver has switched this kind off"),
                ],
                db_index=True,
                default="waiting",
                max_length=12,
            ),
        ),
        migrations.AddField("planreminder", "first", models.DateField(null=True)),
        migrations.RunPython(first_of_each, migrations.RunPython.noop),
        migrations.AlterField("planreminder", "first", models.DateField()),
        migrations.RemoveField("planreminder", "days"),
        migrations.AlterField(
            "planreminder", "owner", one_to_one(settings.AUTH_USER_MODEL, "plan_reminder")
        ),
        migrations.AddField("planreminder", "member", one_to_one("records.membership", "plan_reminder")),
    ]
