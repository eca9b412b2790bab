from django.db import migrations

import kulturspejl.records.clean


class Migration(migrations.Migration):
    """The trait that somebody brings into a room for their own team."""

    dependencies = [
        ("records", "0019_operation"),
    ]

    operations = [
        migrations.AddField(
            model_name="room",
            name="trait",
            field=kulturspejl.records.clean.OneLine(blank=True, default="", max_length=300),
        ),
    ]
