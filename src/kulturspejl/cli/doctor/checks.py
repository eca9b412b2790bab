"""The checks in their order. One that cannot be made says so; it hides no other."""

from collections.abc import Callable, Iterator

from django.db import Error

import kulturspejl
from kulturspejl.cli.doctor import files, mail, rounds, store
from kulturspejl.cli.doctor.finding import Finding, fault, ok
from kulturspejl.web import faults

Check = Callable[[], Iterator[Finding]]
WITHOUT_STORE: tuple[Check, ...] = (files.folders, files.space, files.slides, store.reached)
WITH_STORE: tuple[Check, ...] = (
    store.tables, store.kind, store.keeps, rounds.secret, rounds.keys, store.clock, store.backup, mail.letters,
    rounds.jobs,
)  # fmt: skip


def all_findings() -> list[Finding]:
    """What there is to say. Without a store that answers, what is asked of it is left out."""
    found = [ok("version", f"Kulturspejl {kulturspejl.__version__}")]
    for check in (*WITHOUT_STORE, mail.server):
        found += _made(check)
    if any(one.is_fault and one.about == "store" for one in found):
        return found
    for check in WITH_STORE:
        found += _made(check)
    return found


def _made(check: Check) -> list[Finding]:
    name = check.__name__
    try:
        return list(check())
    except (Error, OSError) as error:
        said = f"it could not be looked at ({type(error).__name__}: {faults.in_short(error)})."
        return [fault(name, said, "See the lines above and below, and the program's log.")]
