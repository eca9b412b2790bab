from typing import Any

from django.db import migrations, models

from kulturspejl.core.tables.mailbox import is_mailbox, mailbox


def in_one_form(apps: Any, _schema_editor: Any) -> None:
    """Addresses of accounts as they are looked up from now on.

    One with a sign that nobody sees could never be signed in with. Where the plain address has an account already, the
    other stays as it is, to be found and ended by a person.
    """
    users = apps.get_model("records", "User").objects
    for key, email in users.values_list("pk", "email"):
        plain = mailbox(email) if is_mailbox(email) else email
        if plain != email and not users.filter(email=plain).exists():
            users.filter(pk=key).update(email=plain)


class Migration(migrations.Migration):
    """What headings of an organisation's lists mean is asked once; an address stands in one form."""

    dependencies = [
        ("records", "0014_result_letters"),
    ]

    operations = [
        migrations.AddField(
            model_name="organisation", name="headings", field=models.JSONField(blank=True, default=dict)
        ),
        migrations.RunPython(in_one_form, migrations.RunPython.noop),
    ]
