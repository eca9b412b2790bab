"""Stock that is taken of a town's plan."""

import uuid
from datetime import timedelta

from kulturspejl.actions import plans
from kulturspejl.core.plans import StatusDraft, StatusLine
from kulturspejl.faces.shared import clock
from kulturspejl.records.models import Action, Trait

AGAIN = timedelta(weeks=12)


def of_trait(trait: uuid.UUID, answer: str = "goes_on", **said) -> StatusLine:
    """A line about it as it stands."""
    return StatusLine(trait, Trait.objects.get(id=trait).version, answer, **{"came": "Vi spørger selv"} | said)


def of_action(action: uuid.UUID, answer: str = "everyday", **said) -> StatusLine:
    """A line about it as it stands, looked at again in twelve weeks."""
    usual = {"came": "Hver dag nu", "learnt": "Fem minutter er nok", "who": "Tove", "again": clock.today() + AGAIN}
    return StatusLine(action, Action.objects.get(id=action).version, answer, **usual | said)


def take(where, *, by=None, now=None, traits=(), actions=(), **whole) -> uuid.UUID:
    """The whole, written by the AMR."""
    draft = StatusDraft(traits=tuple(traits), actions=tuple(actions), **whole)
    return plans.take_stock(by=by or where.amr, unit_id=where.unit, draft=draft, now=now or clock.now())
