import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Boxes of rooms are sealed from now on. Answers without a name that wait in a room just now are thrown away."""

    dependencies = [
        ('records', '0004_room_plan'),
    ]

    operations = [
        migrations.DeleteModel(name='RoomBox'),
        migrations.CreateModel(
            name='RoomBox',
            fields=[
                ('id', models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ('part', models.CharField(max_length=120)),
                ('gate', models.BinaryField()),
                ('sealed', models.BinaryField()),
                ('room', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='records.room')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('room', 'part'), name='a_box_once_a_part')],
            },
        ),
    ]
