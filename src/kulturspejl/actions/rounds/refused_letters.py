"""A letter that the mail server refused for good: its address is put right, or a card is made in its place.

The old code is dead, and the new one leads to the same entry of the gate. So it is still one person and one answer:
where the entry is spent, the new code is told so as any used code is, to whoever holds it and to nobody else. The gate
is neither read nor written here; nothing that is shown, kept or logged depends on whether it is spent.
"""

import uuid
from datetime import datetime

from kulturspejl.access.permission import day_of
from kulturspejl.actions import gates
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.mailing import open_codes
from kulturspejl.actions.rounds.create import leaders_among
from kulturspejl.actions.rounds.finding import require_state, ring
from kulturspejl.actions.rounds.giving_codes import give_code, unused_shorts
from kulturspejl.actions.rounds.release_sending import require_release
from kulturspejl.actions.sent import keep, made_before
from kulturspejl.core.errors import Conflict, Refused
from kulturspejl.core.tables.addresses import read_addresses
from kulturspejl.core.tables.mailbox import inbox
from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled
from kulturspejl.records.models import Door, Invitation, Round, RoundState, User
from kulturspejl.vault import codes, keys

MENDED = Text(
    da="Det brev er der allerede taget hånd om.",
    en="That letter has been seen to already.",
)


def mend_address(
    *, by: User, round_id: uuid.UUID, invitation: uuid.UUID, address: str, form: uuid.UUID | None = None,
    now: datetime,
) -> None:  # fmt: skip
    """The letter goes to `address` instead, with a code of its own; the rules are those of the list.

    Raises Refused with a sentence for an address that is none, stands on the list or is the leader's, and Conflict
    where somebody has been there first.
    """
    with deciding(Round, round_id) as found:
        require_release(by, found, now)
        if made_before(form, by) is not None:
            return
        require_state(found, RoundState.OPEN)
        one = _refused(found, invitation)
        one.address, language = _read(address)
        one.language = language or one.language
        _refuse(found, one, now)
        one.undeliverable, one.mails_sent = "", 0
        _exchange_code(found, one)
        _noted(found, by, "round.mend_address", form, now)


def card_instead(
    *, by: User, round_id: uuid.UUID, invitation: uuid.UUID, form: uuid.UUID | None = None, now: datetime
) -> None:
    """The person has a card instead of a letter, with a code of its own; it is printed by itself."""
    with deciding(Round, round_id) as found:
        require_release(by, found, now)
        if made_before(form, by) is not None:
            return
        require_state(found, RoundState.OPEN)
        one = _refused(found, invitation)
        made = Invitation.objects.filter(round_unit__round=found, own_card__gt=0).count()
        one.address, one.undeliverable, one.own_card = "", "", made + 1
        _exchange_code(found, one)
        _noted(found, by, "round.card_instead", form, now)


def _refused(found: Round, invitation: uuid.UUID) -> Invitation:
    rows = Invitation.objects.select_related("round_unit").filter(round_unit__round=found, id=invitation)
    one = rows.exclude(undeliverable="").first()
    if one is None:
        raise Conflict(MENDED)
    return one


def _read(address: str) -> tuple[str, str]:
    """The one address that was written, in its normal form, and the language behind it."""
    read = read_addresses(address)
    if read.faults:
        raise Refused(read.faults[0].text)
    if len(read.good) != 1:
        raise Refused(Text(da="Skriv én mailadresse.", en="Write one mail address."))
    return read.good[0]


def _refuse(found: Round, one: Invitation, now: datetime) -> None:
    unit = one.round_unit
    if [*leaders_among([(unit.unit_id, unit.name, [one.address])], day_of(now))]:
        raise Refused(
            filled(
                Text(
                    da="{address} leder {name} og tæller ikke med der. Skriv medarbejderens egen adresse.",
                    en="{address} leads {name} and is not counted there. Write the employee’s own address.",
                ),
                address=one.address, name=unit.name,
            )
        )
    others = Invitation.objects.filter(round_unit__round=found).exclude(id=one.id).exclude(address="")
    if inbox(one.address) in {inbox(other) for other in others.values_list("address", flat=True)}:
        raise Refused(
            filled(
                Text(
                    da="{address} går til en postkasse, der er på listen i forvejen. Hver person får én kode.",
                    en="{address} goes to a mailbox that is on the list already. Each person gets one code.",
                ),
                address=one.address,
            )
        )


def _exchange_code(found: Round, one: Invitation) -> None:
    """New doors to the old entry; the old doors go."""
    old = Door.objects.filter(code_hash__in=[codes.fingerprint(code) for code in open_codes(found.id, one)])
    entry = bytes(old.values_list("entry", flat=True)[0] or b"")
    if len(entry) != gates.ENTRY:
        raise ValueError("an open round's code leads to no entry")
    old.delete()
    (short,) = unused_shorts(1)
    Door.objects.bulk_create(give_code(keys.get(found.id), one, one.round_unit, entry, short))
    one.save(update_fields=["address", "language", "undeliverable", "mails_sent", "own_card", "code_sealed"])


def _noted(found: Round, by: User, verb: str, form: uuid.UUID | None, now: datetime) -> None:
    found.refusals_told = max(0, found.refusals_told - 1)
    found.save(update_fields=["refusals_told"])
    note(by=by, organisation_id=found.organisation_id, verb=verb, about=found.id, now=now)
    keep(form, by, found.id, now)
    ring(found.id)
