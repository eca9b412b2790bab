"""A person who was erased after the backup was made, and came back with it, is erased again."""

from kulturspejl.cli.archive.schema import Schema
from kulturspejl.cli.archive.tables import columns
from kulturspejl.records.erased import address_of, number_of
from kulturspejl.vault.ledger import Deletion

OWNED = (
    ("mfa.Authenticator", "user_id"), ("account.EmailAddress", "user_id"), ("records.SecurityEvent", "user_id"),
    ("records.LeaderLine", "owner_id"), ("records.Letter", "to_id"),
)  # fmt: skip


def erase_again(entry: Deletion, now: Schema) -> int:
    """Take everything off the account that says who it was; 1 when there was something to take."""
    found = now.find("records.User")
    rows = now.rows("User").filter(id=entry.round_id)
    if found is None or not rows.values_list("id")[:1]:
        return 0
    said = {
        "name": "", "email": address_of(entry.round_id), "username": entry.round_id.hex, "password": "!",
        "first_name": "", "last_name": "", "is_active": False, "last_login": None,
        "number": number_of(entry.round_id), "erased_on": entry.on,
    }  # fmt: skip
    known = {field.attname for field in columns(found)}
    rows.update(**{name: value for name, value in said.items() if name in known})
    for name, column in OWNED:
        model = now.find(name)
        if model is not None:
            model._base_manager.filter(**{column: entry.round_id}).delete()
    now.rows("Grant").filter(user_id=entry.round_id, ends__isnull=True).update(ends=entry.on)
    return 1
