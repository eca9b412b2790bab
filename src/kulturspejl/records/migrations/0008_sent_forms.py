from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('records', '0007_persons'),
    ]

    operations = [
        migrations.CreateModel(
            name='SentForm',
            fields=[
                ('id', models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ('made', models.CharField(blank=True, max_length=200)),
                ('on', models.DateField(db_index=True)),
            ],
        ),
    ]
