"""A person who was erased after the backup was made, and came back with it, is erased again."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

from kulturspejl.cli.archive.schema import Schema
from kulturspejl.cli.archive.tables import columns
from kulturspejl.records.erased import address_of, number_of
from kulturspejl.vault.ledger import Deletion

OWNED = (
    ("mfa.Authenticator", "user_id"), ("account.EmailAddress", "user_id"), ("records.SecurityEvent", "user_id"),
    ("records.LeaderLine", "owner_id"), ("records.Letter", "to_id"), ("records.CalendarFeed", "user_id"),
    ("records.OwnExercise", "owner_id"), ("records.OwnLogo", "owner_id"), ("records.SealedPlan", "owner_id"),
    ("records.PlanReminder", "owner_id"), ("records.LetterOff", "owner_id"),
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
    # Those with a last day of their own as well: else somebody who is nobody would be the AMR that a round waits for.
    end_again(now.rows("Grant").filter(user_id=entry.round_id), entry, now)
    return 1


def end_again(grants: Any, entry: Deletion, now: Schema) -> int:
    """End these permissions once more, as of the day; in a store without the moment of the end by their last day."""
    table = now.find("records.Grant")
    if table is not None and any(field.attname == "ended_at" for field in columns(table)):
        return int(grants.filter(ended_at=None).update(ended_at=datetime.combine(entry.on, time(), UTC)))
    return int(grants.update(ends=entry.on - timedelta(days=1)))
