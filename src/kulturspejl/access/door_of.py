"""The quick way from a code's fingerprint to its door: this is asked once for every answer."""

import uuid

from django.db import connection

_STATEMENT = "SELECT round_unit_id, entry FROM records_door WHERE code_hash = %s"


def entry_of(code_hash: str) -> tuple[uuid.UUID, bytes] | None:
    """(round unit, entry) of an open round's code; None for an unknown code and after the close."""
    with connection.cursor() as cursor:
        cursor.execute(_STATEMENT, [code_hash])
        row = cursor.fetchone()
    if row is None or row[1] is None:
        return None
    unit = row[0] if isinstance(row[0], uuid.UUID) else uuid.UUID(str(row[0]))
    return unit, bytes(row[1])
