from django.db import migrations, models


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
    ]
