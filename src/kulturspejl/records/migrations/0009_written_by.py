from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("records", "0008_sent_forms"),
    ]

    operations = [
        migrations.CreateModel(
            name="WrittenBy",
            fields=[
                ("version", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("since", models.DateTimeField()),
            ],
            options={"db_table": "records_writtenby"},
        ),
    ]
