from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from kulturspejl.records.samples import forget_samples

FORGOTTEN = (("records_resultletters", "sealed"), ("records_resultletters", "before"))


def keep_no_samples(apps: Any, schema_editor: Any) -> None:
    forget_samples(schema_editor.connection, FORGOTTEN)


class Migration(migrations.Migration):
    """Letters about the result, refused letters that are mended, and a close before the day that takes a yes."""

    dependencies = [
        ('records', '0013_letters'),
    ]

    operations = [
        migrations.AddField('invitation', 'own_card', models.PositiveSmallIntegerField(default=0)),
        migrations.AddField('round', 'close_asked_by', models.ForeignKey(
            null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='rounds_asked_to_close',
            to=settings.AUTH_USER_MODEL,
        )),
        migrations.AddField('round', 'close_asked_on', models.DateField(null=True)),
        migrations.AddField('round', 'close_reason', models.TextField(blank=True, default=''), preserve_default=False),
        migrations.AddField('round', 'close_declined_on', models.DateField(null=True)),
        migrations.AddField('round', 'refusals_told', models.PositiveIntegerField(default=0)),
        migrations.AddField('round', 'refusals_told_on', models.DateField(null=True)),
        migrations.AddField('round', 'result_letters_lost', models.PositiveIntegerField(default=0)),
        migrations.CreateModel(
            name='ResultLetters',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slot', models.PositiveIntegerField()),
                ('size', models.PositiveSmallIntegerField()),
                ('sealed', models.BinaryField()),
                ('before', models.BinaryField(default=bytes)),
                ('round', models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE, related_name='+', to='records.round',
                )),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('round', 'slot'), name='a_list_once_a_slot')],
            },
        ),
        migrations.RunPython(keep_no_samples, migrations.RunPython.noop),
    ]
