"""What PostgreSQL's planner keeps of columns whose rows are deleted on purpose: nothing."""

from collections.abc import Iterable
from typing import Any

from django.db import connection as default

UNSAMPLED = (
    ("account_emailaddress", "email"),
    ("django_session", "session_data"),
    ("records_annualmatter", "words"),
    ("records_box", "sealed"),
    ("records_box", "before"),
    ("records_coursegroup", "workplace"),
    ("records_courseletter", "said"),
    ("records_door", "entry"),
    ("records_gate", "sealed"),
    ("records_invitation", "address"),
    ("records_invitation", "code_sealed"),
    ("records_keptmeeting", "parts"),
    ("records_leaderline", "values"),
    ("records_letter", "address"),
    ("records_letter", "path"),
    ("records_letter", "values"),
    ("records_membership", "address"),
    ("records_membership", "name"),
    ("records_participant", "name"),
    ("records_participant", "workplace"),
    ("records_release", "released"),
    ("records_releasedunit", "part"),
    ("records_resultletters", "sealed"),
    ("records_resultletters", "before"),
    ("records_room", "agreed"),
    ("records_room", "before"),
    ("records_room", "trait"),
    ("records_roombox", "sealed"),
    ("records_roombox", "before"),
    ("records_roomgate", "sealed"),
    ("records_roomnote", "values"),
    ("records_roompicture", "picture"),
    ("records_sealednotes", "sealed"),
    ("records_sealedplan", "sealed"),
    ("records_securityevent", "about"),
    ("records_sharedline", "words"),
    ("records_triomeeting", "minutes"),
    ("records_triomeeting", "place"),
    ("records_user", "email"),
    ("records_user", "name"),
)
"""What a close, the showing of a part, the end of a day, its last day, its owner, or an erasure deletes."""


def keep_none() -> None:
    """No samples of any of these. A restore makes the tables anew, without what a migration has said of a column."""
    if default.vendor != "postgresql":
        return
    with default.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname, a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid "
            "WHERE a.attstattarget = 0 AND c.oid = to_regclass(c.relname)"
        )
        settled = set(cursor.fetchall())
    forget_samples(default, [one for one in UNSAMPLED if one not in settled])


def forget_samples(connection: Any, columns: Iterable[tuple[str, str]]) -> None:
    """No samples of these (table, column) any more; elsewhere than on PostgreSQL there are none.

    The planner keeps samples of a column's values, and keeps them when the rows are gone. To set a column's type, also
    to the one it has, throws away the samples that there are.
    """
    if connection.vendor != "postgresql":
        return
    name = connection.ops.quote_name
    with connection.cursor() as cursor:
        for table, column in columns:
            cursor.execute(
                "SELECT format_type(atttypid, atttypmod) FROM pg_attribute "
                "WHERE attrelid = to_regclass(%s) AND attname = %s AND NOT attisdropped",
                [table, column],
            )
            for (kind,) in cursor.fetchall():
                cursor.execute(f"ALTER TABLE {table} ALTER COLUMN {name(column)} SET STATISTICS 0")
                cursor.execute(f"ALTER TABLE {table} ALTER COLUMN {name(column)} TYPE {kind}")
