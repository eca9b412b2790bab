"""Saying which letters one wants. Nobody else is told; a restore brings no letter back that was switched off."""

from datetime import datetime

from kulturspejl.access.letters_off import may_refuse, off_id
from kulturspejl.access.own_plan import Person, held_by, table_of
from kulturspejl.access.permission import day_of
from kulturspejl.actions.deciding import deciding
from kulturspejl.core.errors import Refused
from kulturspejl.core.text import Text
from kulturspejl.records.models import LetterOff
from kulturspejl.vault import ledger

NOT_THIS_ONE = Text(da="Det brev kan ikke slås fra.", en="That letter cannot be switched off.")


def choose_letter(*, by: Person, kind: str, is_wanted: bool, now: datetime) -> None:
    """Switch one kind of letter off, or on again. Repeating does no harm. Raises Refused for one that nobody may."""
    if kind not in may_refuse(by):
        raise Refused(NOT_THIS_ONE)
    with deciding(table_of(by), by.id):
        id = off_id(by.id, kind)
        if LetterOff.objects.filter(id=id).exists() != is_wanted:
            return
        what = ledger.LETTERS_ON if is_wanted else ledger.LETTERS_OFF
        ledger.note(what=what, round_id=id, on=day_of(now))
        if is_wanted:
            LetterOff.objects.filter(id=id).delete()
        else:
            LetterOff.objects.create(id=id, **held_by(by), kind=kind)
