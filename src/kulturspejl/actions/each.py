"""A job's walk through its rows: what one of them throws stops no other, and stands where an administrator sees it."""

import logging
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime, timedelta
from typing import TypeVar

from django.db.models import F

from kulturspejl.actions.patience import Patience
from kulturspejl.records.models import Stuck

Row = TypeVar("Row")
log = logging.getLogger(__name__)
WAITING = Patience(longest=timedelta(minutes=10))
"""How long a row that has just failed is left alone."""


def each(
    job: str, rows: Iterable[Row], *, now: datetime, passing: tuple[type[Exception], ...] = ()
) -> Iterator[AbstractContextManager[Row]]:
    """`for one in each("close", ids, now=now): with one as id: …`: each row behind a fence of its own.

    What a row throws is told in one line of the log, without the row's words, and kept in `Stuck` until it goes well;
    meanwhile the row is tried less and less often. `passing` is no row's own: it ends the walk, as does a store that
    cannot keep the note.
    """
    known = set(Stuck.objects.filter(job=job).values_list("about", flat=True))
    for row in rows:
        if WAITING.may_try((job, str(row)), now):
            yield _fenced(job, row, known, now, passing)


@contextmanager
def _fenced(
    job: str, row: Row, known: set[str], now: datetime, passing: tuple[type[Exception], ...]
) -> Iterator[Row]:
    try:
        yield row
    except passing:
        raise
    except Exception as fault:
        _note(job, str(row), type(fault).__name__, now, is_new=str(row) not in known)
        return
    WAITING.done((job, str(row)))
    if str(row) in known:
        Stuck.objects.filter(job=job, about=str(row)).delete()


def _note(job: str, about: str, fault: str, now: datetime, *, is_new: bool) -> None:
    WAITING.failed((job, about), now)
    if is_new:
        Stuck.objects.create(job=job, about=about, fault=fault, since=now)
        log.exception("The job %r cannot deal with one row; it goes on with the others and tries again.", job)
    else:
        Stuck.objects.filter(job=job, about=about).update(fault=fault, times=F("times") + 1)
