from datetime import datetime, time
from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.utils import timezone

import kulturspejl.records.clean

OF_OUTCOMES = ("keep", "redo", "drop")


def carry_over(apps: Any, schema_editor: Any) -> None:
    """Each action gets its unit, and a history of what can still be found: agreed, moved, and by whom.

    What had an outcome, or stood under a trait that was laid aside, was not looked at again; so its day goes into the
    history, and nobody is reminded of it now.
    """
    actions, events = apps.get_model("records", "Action"), apps.get_model("records", "ActionEvent")
    noted = _noted(apps)
    for action in actions.objects.select_related("trait").iterator():
        action.unit_id = action.trait.unit_id
        lines = _lines(action, noted.get(str(action.id), []))
        is_over = action.state in OF_OUTCOMES or not action.trait.is_current
        if is_over:
            lines[-1]["changed"]["follow_up"] = [action.follow_up.isoformat(), None]
            action.follow_up = None
        action.save(update_fields=["unit", "follow_up"])
        events.objects.bulk_create([events(action=action, **line) for line in lines])
    if schema_editor.connection.vendor == "postgresql":
        # Keys that are still to be checked at the end would forbid the change of the column that follows.
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        schema_editor.execute("SET CONSTRAINTS ALL DEFERRED")


def _noted(apps: Any) -> dict[str, list[tuple[str, datetime, Any]]]:
    rows = apps.get_model("records", "AuditEntry").objects.filter(verb__startswith="action.").order_by("at", "id")
    found: dict[str, list[tuple[str, datetime, Any]]] = {}
    for about, verb, at, actor in rows.values_list("about", "verb", "at", "actor_id"):
        found.setdefault(about, []).append((verb.partition(".")[2], at, actor))
    return found


def _lines(action: Any, noted: list[tuple[str, datetime, Any]]) -> list[dict[str, Any]]:
    began = timezone.make_aware(datetime.combine(action.agreed_on, time()))
    made = next(((at, actor) for verb, at, actor in noted if verb == "agree"), (began, None))
    lines = [{"did": "made", "at": made[0], "by_id": made[1], "said": {"state": "agreed"}, "changed": {}}]
    state = "agreed"
    for verb, at, actor in noted:
        if verb != "agree" and verb != state:
            lines.append({"did": "moved", "at": at, "by_id": actor, "said": {}, "changed": {"state": [state, verb]}})
            state = verb
    if state != action.state:
        change = {"state": [state, action.state]}
        lines.append({"did": "moved", "at": lines[-1]["at"], "by_id": None, "said": {}, "changed": change})
    return lines


class Migration(migrations.Migration):
    """An action is a row of its unit, has more words, a history, and calendars that read its days."""

    dependencies = [
        ("records", "0023_own_things"),
    ]

    operations = [
        migrations.AddField(
            model_name="action",
            name="unit",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="actions", to="records.unit"
            ),
        ),
        *(
            migrations.AddField(
                model_name="action",
                name=name,
                field=kulturspejl.records.clean.OneLine(blank=True, default="", max_length=length),
            )
            for name, length in (("why", 500), ("sign", 500), ("partner", 200), ("stop_doing", 500))
        ),
        *(
            migrations.AddField(
                model_name="action", name=name, field=models.CharField(blank=True, default="", max_length=length)
            )
            for name, length in (("influence", 30), ("directed", 10), ("tool", 60))
        ),
        migrations.AddField(model_name="action", name="version", field=models.PositiveIntegerField(default=1)),
        migrations.AlterField(model_name="action", name="agreed_on", field=models.DateField(null=True)),
        migrations.AlterField(model_name="action", name="due", field=models.DateField(null=True)),
        migrations.AlterField(model_name="action", name="follow_up", field=models.DateField(null=True)),
        migrations.AlterField(
            model_name="action",
            name="trait",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="actions", to="records.trait"
            ),
        ),
        migrations.AlterField(
            model_name="action", name="who", field=kulturspejl.records.clean.OneLine(blank=True, max_length=200)
        ),
        migrations.CreateModel(
            name="ActionEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("did", models.CharField(max_length=20)),
                ("at", models.DateTimeField()),
                ("changed", models.JSONField(default=dict)),
                ("said", models.JSONField(default=dict)),
                ("undone_at", models.DateTimeField(null=True)),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="events", to="records.action"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CalendarFeed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                ("made_on", models.DateField()),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="calendar_feeds", to="records.unit"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="calendar_feeds",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("user", "unit"), name="a_calendar_once_a_person_and_unit")
                ],
            },
        ),
        migrations.RunPython(carry_over, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="action",
            name="unit",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="actions", to="records.unit"
            ),
        ),
    ]
