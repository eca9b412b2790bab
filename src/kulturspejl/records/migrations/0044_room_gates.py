"""A part's gate gets a table of its own: it was written anew with the answers, which are a hundred times as long."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from kulturspejl.records.samples import forget_samples


def keep_no_samples(apps: Any, schema_editor: Any) -> None:
    """Before a row stands there: PostgreSQL alters no table whose new rows it has still to check."""
    forget_samples(schema_editor.connection, [("records_roomgate", "sealed")])


def carry_over(apps: Any, schema_editor: Any) -> None:
    """Parts that are open just now stay open: whoever has a voucher has it still."""
    gates, boxes = (apps.get_model("records", name)._base_manager for name in ("RoomGate", "RoomBox"))
    for id, room, part, gate in boxes.values_list("id", "room_id", "part", "gate").iterator(chunk_size=50):
        gates.create(id=id, room_id=room, part=part, sealed=gate)


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0042_told_days_and_groups"),
    ]

    operations = [
        migrations.CreateModel(
            name="RoomGate",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("part", models.CharField(max_length=120)),
                ("sealed", models.BinaryField()),
                (
                    "room",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="records.room"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("room", "part"), name="a_gate_once_a_part"),
                ],
            },
        ),
        migrations.RunPython(keep_no_samples, migrations.RunPython.noop),
        migrations.RunPython(carry_over, migrations.RunPython.noop),
        migrations.RemoveField(model_name="roombox", name="gate"),
    ]
