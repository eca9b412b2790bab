"""What a unit keeps of its team's meeting, the offer of a borrowed room, and what such a room brings along."""

import django.db.models.deletion
import kulturspejl.records.ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('records', '0039_one_plan'),
    ]

    operations = [
        migrations.AddField(
            model_name='room',
            name='before',
            field=models.JSONField(default=list),
        ),
        migrations.CreateModel(
            name='KeptMeeting',
            fields=[
                ('id', models.UUIDField(default=kulturspejl.records.ids.random_id, editable=False, primary_key=True, serialize=False)),
                ('programme', models.CharField(max_length=60)),
                ('name', models.JSONField()),
                ('day', models.DateField()),
                ('parts', models.JSONField(default=list)),
                ('role', models.CharField(max_length=20)),
                ('taken_on', models.DateField()),
                ('kept_until', models.DateField()),
                ('action', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='records.action')),
                ('taken_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='kept_meetings', to='records.unit')),
            ],
        ),
        migrations.CreateModel(
            name='RoomOffer',
            fields=[
                ('room', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='offer', serialize=False, to='records.room')),
                ('unit_name', models.CharField(blank=True, default='', max_length=200)),
                ('role', models.CharField(blank=True, default='', max_length=20)),
                ('offered_at', models.DateTimeField()),
                ('taken_at', models.DateTimeField(null=True)),
                ('kept', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='records.keptmeeting')),
                ('taken_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='records.unit')),
            ],
        ),
        migrations.AddIndex(
            model_name='keptmeeting',
            index=models.Index(fields=['unit', 'day'], name='kept_meeting_of_unit'),
        ),
    ]
