from django.db import migrations, models


class Migration(migrations.Migration):
    """What the instance knows of itself, and what a round that could not go on was lost by."""

    dependencies = [
        ("records", "0018_accounts"),
    ]

    operations = [
        migrations.CreateModel(
            name="InstanceFact",
            fields=[
                ("name", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("text", models.CharField(blank=True, max_length=500)),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.AddField(model_name="round", name="lost_on", field=models.DateField(null=True)),
        migrations.AddField(
            model_name="round",
            name="lost_by",
            field=models.CharField(
                blank=True,
                choices=[
                    ("restore", "the store was restored from a backup"),
                    ("keys", "the keys of the round are lost"),
                    ("secret", "the instance's secret is another one"),
                ],
                max_length=10,
            ),
        ),
    ]
