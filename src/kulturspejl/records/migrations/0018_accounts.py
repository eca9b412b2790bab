from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.utils import timezone

import kulturspejl.records.ids
from kulturspejl.records.erased import NOBODY, number_of


def number_the_erased(apps: Any, schema_editor: Any) -> None:
    """People whom the ledger has erased out of a backup from before there were numbers."""
    for user in apps.get_model("records", "User").objects.filter(email__endswith=f"@{NOBODY}"):
        user.number, user.erased_on = number_of(user.id), timezone.localdate()
        user.save(update_fields=["number", "erased_on"])


class Migration(migrations.Migration):
    """Where people are signed in, what happened to their accounts, and what is left of an erased one."""

    dependencies = [
        ("records", "0017_seen"),
    ]

    operations = [
        migrations.AddField(
            model_name='user',
            name='erased_on',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='user',
            name='number',
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.CreateModel(
            name='OpenSession',
            fields=[
                ('id', models.UUIDField(default=kulturspejl.records.ids.random_id, editable=False, primary_key=True, serialize=False)),
                ('session_key', models.CharField(max_length=40, unique=True)),
                ('browser', models.CharField(blank=True, max_length=60)),
                ('began_at', models.DateTimeField()),
                ('used_at', models.DateTimeField()),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='open_sessions', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='SignInLink',
            fields=[
                ('token_hash', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('expires_at', models.DateTimeField()),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='SecurityEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('kind', models.CharField(max_length=40)),
                ('about', models.CharField(blank=True, max_length=100)),
                ('times', models.PositiveIntegerField(default=1)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='security_events', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['user', 'at'], name='events_of_a_person')],
            },
        ),
        migrations.RunPython(number_the_erased, migrations.RunPython.noop),
    ]
