"""A form that makes something carries an id of its own, so that it makes one thing however often it is pressed.

The id is asked for under the lock that the action holds, and kept in the transaction of what was made: of two presses
at once the second waits and then finds the first. Whoever sends another person's id is told nothing by it, because who
sent a form is part of what it is kept under.
"""

import hmac
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.conf import settings

from kulturspejl.access.permission import day_of
from kulturspejl.access.room_access import DeskKey
from kulturspejl.core.errors import NotThere
from kulturspejl.records.models import SentForm, User

KEPT = timedelta(days=14)
"""As long as somebody stays signed in."""
Sender = User | DeskKey | None
"""Who pressed; None where nobody needs to say who they are."""


def made_before(form: uuid.UUID | None, by: Sender) -> str | None:
    """What this form has made for this person; None where it has made nothing yet, or is no such form."""
    if form is None:
        return None
    return SentForm.objects.filter(id=_kept_under(form, by)).values_list("made", flat=True).first()


def id_before(form: uuid.UUID | None, by: Sender) -> uuid.UUID | None:
    """The same as an id."""
    made = made_before(form, by)
    return uuid.UUID(made) if made else None


def keep(form: uuid.UUID | None, by: Sender, made: object, now: datetime) -> None:
    """Remember what the form has made, in the caller's transaction."""
    if form is not None:
        SentForm.objects.create(id=_kept_under(form, by), made=str(made), on=day_of(now))


@contextmanager
def may_be_gone(form: uuid.UUID | None, by: Sender) -> Iterator[None]:
    """Around what takes a thing away: that it is not there is no fault where this very form has taken it away."""
    try:
        yield
    except NotThere:
        if made_before(form, by) is None:
            raise


def forget(*made: uuid.UUID) -> None:
    """These things are deleted, and nothing shall point at where they were."""
    SentForm.objects.filter(made__in=[str(one) for one in made]).delete()


def forget_old(*, now: datetime) -> None:
    """What was sent long ago; a page that has been open for so long makes something new."""
    SentForm.objects.filter(on__lt=day_of(now) - KEPT).delete()


def secret_of(form: uuid.UUID) -> bytes:
    """32 bytes that belong to this form and that nobody can foresee: what is shown once is shown again by them."""
    key = hmac.digest(settings.SECRET_KEY.encode(), b"kulturspejl.forms", "sha256")
    return hmac.digest(key, form.bytes, "sha256")


def _kept_under(form: uuid.UUID, by: Sender) -> uuid.UUID:
    who = by.key if isinstance(by, DeskKey) else str(by.pk) if by else ""
    return uuid.uuid5(form, who)
