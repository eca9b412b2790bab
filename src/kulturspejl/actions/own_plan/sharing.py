"""One line of a plan under a secret address: shared by its owner, taken back by its owner, gone after ninety days."""

import uuid
from datetime import datetime

from kulturspejl.access.permission import day_of
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.sent import keep, made_before, secret_of
from kulturspejl.core.own_plan.shared_line import SHARED_FOR, line_of
from kulturspejl.records.models import SharedLine, User
from kulturspejl.vault import codes


def share_line(*, by: User, words: str, form: uuid.UUID | None = None, now: datetime) -> str:
    """The secret of its address, shown once; a line shared before is no longer read. Raises Faulty."""
    clean = line_of(words)
    secret = codes.long_from(secret_of(form)) if form else codes.make_long()
    with deciding(User, by.id) as owner:
        if made_before(form, by) is None:
            SharedLine.objects.update_or_create(
                owner=owner,
                defaults={
                    "words": clean, "key_hash": codes.fingerprint(secret), "ends_on": day_of(now) + SHARED_FOR,
                },
            )  # fmt: skip
            keep(form, by, owner.id, now)
    return secret


def take_line_back(*, by: User) -> None:
    """Nobody reads it from now on. Nothing where none is shared."""
    with deciding(User, by.id) as owner:
        SharedLine.objects.filter(owner=owner).delete()


def forget_old_lines(*, now: datetime) -> None:
    """Those whose ninety days are over."""
    SharedLine.objects.filter(ends_on__lt=day_of(now)).delete()
