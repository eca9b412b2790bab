"""A round inside a transaction, in a state that allows what is about to happen."""

import uuid

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.core.errors import Conflict, NotThere
from kulturspejl.core.text import Text
from kulturspejl.live import bell
from kulturspejl.records.models import Round, RoundState

MOVED_ON = Text(
    da="Det er der allerede taget stilling til. Målingens side viser, hvor den er nu.",
    en="That has been decided already. The round’s page shows where it is now.",
)


def lock_round(round_id: uuid.UUID, *states: RoundState) -> Round:
    """The round, locked, in one of the states: for the steps of a close, which nobody decides."""
    found = Round.objects.select_for_update().filter(id=round_id).first()
    if found is None:
        raise NotThere(NOTHING_HERE)
    require_state(found, *states)
    return found


def require_state(found: Round, *states: RoundState) -> None:
    """Conflict when somebody has already moved the round on."""
    if found.state not in states:
        raise Conflict(MOVED_ON)


def ring(round_id: uuid.UUID) -> None:
    """Tell the round's pages, once the transaction is through, that there is news."""
    bell.ring_on_commit(f"round:{round_id}")
