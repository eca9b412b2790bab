"""When somebody was told of a grant or a move, who stands in the list of changes, and letters about changes that wait."""

import re
import uuid
from datetime import datetime, time
from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.utils import timezone

import kulturspejl.records.ids


def count_as_told(apps: Any, schema_editor: object) -> None:
    """What was given or moved before this opened earlier results from the next day; so it does after it too."""
    for table, day, moment in (("Grant", "starts", "given_at"), ("UnitVersion", "valid_from", "since_at")):
        rows = apps.get_model("records", table).objects.filter(told_at=None)
        changed = []
        for row in rows.only("id", day, moment).iterator():
            at = getattr(row, moment)
            first = timezone.localdate(at) if at is not None else getattr(row, day)
            row.told_at = timezone.make_aware(datetime.combine(first, time()))
            changed.append(row)
        rows.model.objects.bulk_update(changed, ["told_at"], batch_size=500)


def say_of_old_lines(apps: Any, schema_editor: object) -> None:
    """What can still be found of lines from before: units by the names they had, whose grant it was, how many."""
    entries, units = apps.get_model("records", "AuditEntry"), _Units(apps)
    grants = apps.get_model("records", "Grant").objects.in_bulk()
    rounds = dict(apps.get_model("records", "Round").objects.values_list("id", "root_id"))
    parts = apps.get_model("records", "RoundUnit").objects.values_list("id", "unit_id", "name")
    by_part = {id: (unit, name) for id, unit, name in parts}
    traits = dict(apps.get_model("records", "Trait").objects.values_list("id", "unit_id"))
    actions = dict(apps.get_model("records", "Action").objects.values_list("id", "trait__unit_id"))
    rooms = dict(apps.get_model("records", "Room").objects.values_list("id", "name"))
    changed = []
    for entry in entries.objects.all().iterator():
        about, kind = _id(entry.about), entry.verb.partition(".")[0]
        unit = {"unit": about, "round": rounds.get(about), "trait": traits.get(about), "action": actions.get(about)}
        if kind in ("grant", "factors") and about in grants:
            row = grants[about]
            entry.unit_id, entry.person_id = row.unit_id, row.user_id
            entry.person_number = _number(row.user_id)
            entry.said = {"unit": units.name(row.unit_id, entry.at), "role": row.role}
        elif kind in ("result", "line") and about in by_part:
            entry.unit_id, entry.said = by_part[about][0], {"unit": by_part[about][1]}
        elif units.has(unit.get(kind)):
            entry.unit_id, entry.said = unit[kind], {"unit": units.name(unit[kind], entry.at)}
            entry.said |= units.changes(about, entry.at) if kind == "unit" else {}
        elif about in rooms:
            entry.said = {"room": rooms[about]}
        elif entry.verb in ("unit.import", "organisation.change"):
            entry.said = _numbers(entry.verb, entry.about)
        entry.actor_number = _number(entry.actor_id)
        changed.append(entry)
    fields = ["unit", "person", "person_number", "actor_number", "said"]
    entries.objects.bulk_update(changed, fields, batch_size=500)


class _Units:
    """What units were called and held, by the moment."""

    def __init__(self, apps: Any) -> None:
        self._versions: dict[Any, list[Any]] = {}
        for row in apps.get_model("records", "UnitVersion").objects.order_by("valid_from", "id"):
            self._versions.setdefault(row.unit_id, []).append(row)

    def has(self, unit: Any) -> bool:
        return unit in self._versions

    def name(self, unit: Any, at: datetime) -> str:
        rows = self._versions.get(unit, [])
        before = [row for row in rows if _since(row) <= at]
        return (before or rows)[-1 if before else 0].name if rows else ""

    def changes(self, unit: Any, at: datetime) -> dict[str, Any]:
        """From what to what, where the version that began just then, and the one before it, still stand there."""
        rows = self._versions[unit]
        place = next((number for number, row in enumerate(rows) if row.since_at == at), 0)
        if not place:
            return {}
        was, to = rows[place - 1], rows[place]
        pairs = {"name": [was.name, to.name], "headcount": [was.headcount, to.headcount]}
        return {"unit": was.name} | {field: pair for field, pair in pairs.items() if pair[0] != pair[1]}


def _since(row: Any) -> datetime:
    return row.since_at or timezone.make_aware(datetime.combine(row.valid_from, time()))


def _id(about: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(about)
    except ValueError:
        return None


def _number(person: uuid.UUID | None) -> int | None:
    return None if person is None else 10_000 + person.int % 90_000


def _numbers(verb: str, about: str) -> dict[str, Any]:
    found = [int(number) for number in re.findall(r"\d+", about)]
    if verb == "unit.import":
        return dict(zip(("made", "changed"), found, strict=False))
    return {"minimum": [None, found[0]]} if found else {}


class Migration(migrations.Migration):

    dependencies = [
        ("records", "0016_units"),
    ]

    operations = [
        migrations.AddField("grant", "told_at", models.DateTimeField(blank=True, null=True)),
        migrations.AddField("grant", "told_from", models.DateTimeField(blank=True, null=True)),
        migrations.AddField("unitversion", "told_at", models.DateTimeField(blank=True, null=True)),
        migrations.AddField("unitversion", "told_from", models.DateTimeField(blank=True, null=True)),
        migrations.AddField(
            "auditentry", "unit",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="records.unit"
            ),
        ),
        migrations.AddField(
            "auditentry", "person",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField("auditentry", "actor_number", models.PositiveIntegerField(null=True)),
        migrations.AddField("auditentry", "person_number", models.PositiveIntegerField(null=True)),
        migrations.AddField("auditentry", "said", models.JSONField(default=dict)),
        migrations.AddIndex(
            "auditentry", models.Index(fields=["organisation", "-at"], name="records_audit_newest_idx")
        ),
        migrations.CreateModel(
            "ChangeNotice",
            [
                (
                    "id",
                    models.UUIDField(
                        default=kulturspejl.records.ids.random_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("vouches", models.BooleanField(default=False)),
                ("knows_from", models.DateTimeField(null=True)),
                ("letter", models.BigIntegerField(db_index=True, null=True)),
                ("gathered_at", models.DateTimeField(db_index=True, null=True)),
                ("is_done", models.BooleanField(default=False)),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="notices", to="records.auditentry"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="notices",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "grant",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="notices",
                        to="records.grant",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="notices",
                        to="records.unitversion",
                    ),
                ),
            ],
        ),
        migrations.AddField("room", "is_locked", models.BooleanField(default=False)),
        migrations.AddField("participant", "came_at", models.DateTimeField(null=True)),
        migrations.RunPython(count_as_told, migrations.RunPython.noop),
        migrations.RunPython(say_of_old_lines, migrations.RunPython.noop),
    ]
