import django.db.models.deletion
from django.db import migrations, models

import kulturspejl.records.ids


class Migration(migrations.Migration):
    """Slides of a facilitator's own."""

    dependencies = [
        ("records", "0019_operation"),
    ]

    operations = [
        migrations.CreateModel(
            name="RoomSlide",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kulturspejl.records.ids.random_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("station", models.CharField(max_length=120)),
                ("place", models.PositiveSmallIntegerField()),
                ("form", models.CharField(max_length=4)),
                ("width", models.PositiveSmallIntegerField()),
                ("height", models.PositiveSmallIntegerField()),
                ("words", models.CharField(blank=True, max_length=1200)),
                ("size", models.PositiveIntegerField()),
                ("image", models.BinaryField()),
                (
                    "room",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="slides", to="records.room"
                    ),
                ),
            ],
            options={
                "ordering": ("station", "place", "id"),
                "indexes": [models.Index(fields=["room", "station", "place"], name="slides_of_a_station")],
            },
        ),
    ]
