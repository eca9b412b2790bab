"""Ended grants and shares taken back stay, with the moment; from the list of changes, what was already gone."""

from typing import Any

from django.conf import settings
from django.db import migrations, models


def recover(apps: Any, schema_editor: object) -> None:
    """Shares that were taken back before this, and the moments of all, stand in the list of changes alone.

    Grants that were ended before this are gone.
    """
    shares, entries = apps.get_model("records", "ResultShare"), apps.get_model("records", "AuditEntry")
    units = {str(id): id for id in apps.get_model("records", "RoundUnit").objects.values_list("id", flat=True)}
    lasting = {row.round_unit_id: row for row in shares.objects.all()}
    open_since: dict[Any, Any] = {}
    for entry in entries.objects.filter(verb__in=("result.share", "result.unshare")).order_by("at", "id"):
        unit = units.get(entry.about)
        if unit is None:
            continue
        if entry.verb == "result.share":
            open_since.setdefault(unit, entry)
        elif unit in open_since:
            begun = open_since.pop(unit)
            shares.objects.create(
                round_unit_id=unit, shared_by_id=begun.actor_id, shared_on=begun.at.date(), shared_at=begun.at,
                taken_back_at=entry.at,
            )  # fmt: skip
    for unit, begun in open_since.items():
        if unit in lasting:
            lasting[unit].shared_at = begun.at
            lasting[unit].save(update_fields=["shared_at"])
    rounds = apps.get_model("records", "Round")
    for entry in entries.objects.filter(verb="round.released"):
        rounds.objects.filter(id=entry.about).update(released_at=entry.at)


class Migration(migrations.Migration):

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("records", "0006_sheets"),
    ]

    operations = [
        migrations.AddField("grant", "given_at", models.DateTimeField(blank=True, null=True)),
        migrations.AddField("grant", "ended_at", models.DateTimeField(blank=True, null=True)),
        migrations.AddField("unitversion", "since_at", models.DateTimeField(blank=True, null=True)),
        migrations.AddField("unitversion", "until_at", models.DateTimeField(blank=True, null=True)),
        migrations.AddField("round", "released_at", models.DateTimeField(null=True)),
        migrations.AddField("resultshare", "shared_at", models.DateTimeField(blank=True, null=True)),
        migrations.AddField("resultshare", "taken_back_at", models.DateTimeField(blank=True, null=True)),
        migrations.AlterField(
            "resultshare", "round_unit",
            models.ForeignKey(
                on_delete=models.deletion.CASCADE, related_name="shares", to="records.roundunit"
            ),
        ),
        migrations.AddConstraint(
            "resultshare",
            models.UniqueConstraint(
                condition=models.Q(("taken_back_at__isnull", True)), fields=("round_unit",),
                name="one_open_share_a_unit",
            ),
        ),
        # Last: PostgreSQL alters no table that has rows waiting for their foreign keys.
        migrations.RunPython(recover, migrations.RunPython.noop),
    ]
