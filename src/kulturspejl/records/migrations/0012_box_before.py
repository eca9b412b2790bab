from typing import Any

from django.db import migrations, models

from kulturspejl.records.samples import forget_samples

FORGOTTEN = (
    ("records_box", "before"),
    ("records_roombox", "gate"),
    ("records_roombox", "sealed"),
    ("records_roombox", "before"),
    ("records_roomnote", "values"),
    ("records_sealednotes", "sealed"),
)
"""What the showing of a part, or the end of a day, deletes."""


def keep_no_samples(apps: Any, schema_editor: Any) -> None:
    forget_samples(schema_editor.connection, FORGOTTEN)


class Migration(migrations.Migration):
    """A box's row keeps what is in force beside what is new, so that one key at a time is enough (vault.turn)."""

    dependencies = [
        ('records', '0011_no_answers_after_the_release'),
    ]

    operations = [
        migrations.AddField(
            model_name='box',
            name='before',
            field=models.BinaryField(default=bytes),
        ),
        migrations.AddField(
            model_name='roombox',
            name='before',
            field=models.BinaryField(default=bytes),
        ),
        migrations.RunPython(keep_no_samples, migrations.RunPython.noop),
    ]
