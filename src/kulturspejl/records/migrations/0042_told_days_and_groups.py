"""What a letter of a course has told of its day; and who came into a room from one group of a course."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0040_kept_meetings"),
    ]

    operations = [
        migrations.AddField(
            model_name="courseletter",
            name="said",
            field=models.CharField(blank=True, default="", max_length=260),
        ),
        migrations.AlterField(
            model_name="courseletter",
            name="about",
            field=models.CharField(max_length=80),
        ),
        migrations.AddField(
            model_name="participant",
            name="group_mark",
            field=models.CharField(blank=True, default="", max_length=32),
        ),
    ]
