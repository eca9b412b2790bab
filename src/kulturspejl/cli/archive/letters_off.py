"""What somebody had switched off when the server was lost, and the backup does not know, is off again."""

from collections.abc import Iterable

from kulturspejl.access.letters_off import COURSE_KINDS, off_id
from kulturspejl.cli.archive.schema import Schema
from kulturspejl.core.letter_choice import MAY_REFUSE
from kulturspejl.vault import ledger


def switch_again(entries: Iterable[ledger.Deletion], now: Schema) -> None:
    """The last word of each counts. The ledger tells neither whose it is nor of what, so both are tried."""
    last = {one.round_id: one.what for one in entries if one.what in (ledger.LETTERS_OFF, ledger.LETTERS_ON)}
    table = now.find("records.LetterOff")
    if table is None or not last:
        return
    rows = table._base_manager
    rows.filter(id__in=list(last)).delete()
    for column, people, kinds in (
        ("owner_id", now.rows("User"), MAY_REFUSE.keys() - COURSE_KINDS),
        ("member_id", now.rows("Membership"), COURSE_KINDS),
    ):
        for who in people.values_list("id", flat=True):
            off = [kind for kind in sorted(kinds) if last.get(off_id(who, kind)) == ledger.LETTERS_OFF]
            rows.bulk_create([table(id=off_id(who, kind), kind=kind, **{column: who}) for kind in off])
