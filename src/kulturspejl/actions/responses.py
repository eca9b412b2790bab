"""Taking in an answer. Knows a voucher, never a code or a person; opens no transaction of its own."""

import uuid
from collections.abc import Mapping
from datetime import datetime

from kulturspejl.actions import open_rounds, vouchers, writer
from kulturspejl.actions.ballots import Ballot, Dropped, drop_all
from kulturspejl.core.errors import Conflict, Faulty, Gone, NotThere
from kulturspejl.core.text import Text
from kulturspejl.vault import keys

__all__ = ["Dropped", "submit"]

CLOSED = Text(
    da="Målingen er lukket, så svaret kan ikke tælle med. Dine tal ligger stadig på din telefon eller computer.",
    en="The round is closed, so the answer cannot count. Your numbers are still on your own device.",
)
USED = Text(
    da="Der er allerede gemt et svar med den kode.", en="An answer with that code has already been stored."
)
NO_VOUCHER = Text(
    da="Adgangen til at svare mangler. Åbn linket fra din indbydelse igen.",
    en="The permission to answer is missing. Open the link in your invitation again.",
)
MEND = Text(
    da="Nogle tal skal rettes, før svaret kan sendes.", en="Some numbers must be corrected before sending."
)


def submit(*, voucher: str, retry_id: uuid.UUID, answers: Mapping[str, object], now: datetime) -> Dropped:
    """Store a complete answer once; returns STORED or AGAIN when it is on disk.

    Raises Faulty with a sentence for each field, NotThere for a voucher that is none, Conflict when the
    voucher has been used for another answer, Gone when the round is closed.
    """
    return writer.fulfil(submission(voucher=voucher, retry_id=retry_id, answers=answers, now=now))


def submission(
    *, voucher: str, retry_id: uuid.UUID, answers: Mapping[str, object], now: datetime
) -> writer.Order[Dropped]:
    """What `submit` asks of the writer, after every rule of its own. Raises as `submit`."""
    given = vouchers.read(voucher)
    unit = open_rounds.find(given.place) if given else None
    if given is None:
        raise NotThere(NO_VOUCHER)
    if unit is None or now >= unit.closes_at:
        raise Gone(CLOSED)
    _believe(unit.round_id, given)
    checked = unit.sheet.check(answers)
    if checked.values is None:
        raise Faulty(MEND, checked.faults)
    ballot = Ballot(
        unit.round_id, unit.round_unit, unit.shards, given.category, given.serial, retry_id,
        tuple(checked.values.values()),
    )  # fmt: skip
    return writer.Order(drop_all, ballot, _tell)


def _believe(round_id: uuid.UUID, given: vouchers.Voucher) -> None:
    try:
        key = keys.get(round_id)
    except keys.KeyGone as error:
        raise Gone(CLOSED) from error
    if not vouchers.is_genuine(key, given):
        raise NotThere(NO_VOUCHER)


def _tell(outcome: Dropped) -> Dropped:
    if outcome is Dropped.CLOSED:
        raise Gone(CLOSED)
    if outcome is Dropped.VOUCHER_USED:
        raise Conflict(USED)
    return outcome
