import django.db.models.deletion
from django.db import migrations, models

import kulturspejl.records.clean
import kulturspejl.records.ids


class Migration(migrations.Migration):
    """The trait that somebody brings into a room for their own team, and the numbers that outlive a class."""

    dependencies = [
        ("records", "0020_room_slides"),
    ]

    operations = [
        migrations.AddField(
            model_name="room",
            name="trait",
            field=kulturspejl.records.clean.OneLine(blank=True, default="", max_length=300),
        ),
        migrations.CreateModel(
            name="CourseNumbers",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kulturspejl.records.ids.random_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("programme", models.CharField(max_length=60)),
                ("day", models.DateField()),
                ("came", models.PositiveIntegerField()),
                ("numbers", models.JSONField(default=list)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="course_numbers",
                        to="records.organisation",
                    ),
                ),
            ],
        ),
    ]
