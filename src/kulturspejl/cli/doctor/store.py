"""The store: reached, of this version, of the right kind, taking what is written; its clock and its last backup."""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.db import DatabaseError, connection
from django.utils import timezone

from kulturspejl.actions import proof
from kulturspejl.cli import at_work, instance, start_checks
from kulturspejl.cli.archive import schema
from kulturspejl.cli.doctor.finding import Finding, fault, ok, warning
from kulturspejl.core.errors import Unready
from kulturspejl.readers import troubles
from kulturspejl.records.models import Organisation


def reached() -> Iterator[Finding]:
    """It answers, keeps Danish letters, and is no newer version's."""
    if (said := _refusal(instance.reach_store)) is not None:
        yield fault("store", said, "")
        return
    serves = "a" if at_work.is_served(settings.KULTURSPEJL_VAR) else "no"
    yield ok("store", f"{instance.store()} answers; {serves} server is at work on it.")


def tables() -> Iterator[Finding]:
    """They are those of this version."""
    behind = sorted(schema.known() - set(schema.applied()))
    if behind and not schema.applied():
        yield warning("tables", "there are none yet.", "`kulturspejl serve` makes them.")
    elif waiting := [name for name in behind if name in _own_leaves()]:
        said = f"they are an earlier version's ({waiting[0]} is missing)."
        yield warning("tables", said, "Make a backup, then start the server.")
    else:
        yield ok("tables", "they are this version's.")


def _own_leaves() -> set[str]:
    from django.db.migrations.loader import MigrationLoader

    graph = MigrationLoader(connection).graph
    return {".".join(node) for node in graph.nodes}


def kind() -> Iterator[Finding]:
    """A demo's store or a real one, and the settings that fit it."""
    if (said := _refusal(start_checks.refuse_other_kind)) is not None:
        yield fault("settings", said, "")
        return
    url = settings.KULTURSPEJL_BASE_URL
    if Organisation.objects.filter(is_demo=False).exists() and not url.startswith("https://"):
        yield warning(
            "settings", f"links in letters begin with {url or 'the address that is served'}.",
            "Set KULTURSPEJL_BASE_URL to the https address that phones open.",
        )  # fmt: skip
    else:
        yield ok("settings", f"KULTURSPEJL_BASE_URL={url}" if url else "nothing contradicts the store.")


def keeps() -> Iterator[Finding]:
    """Something real is stored."""
    try:
        proof.store_something(timezone.now())
    except (Unready, DatabaseError, OSError) as error:
        said = error.text.en if isinstance(error, Unready) else f"{type(error).__name__}"
        yield fault("storing", f"nothing can be stored: {said}.", "See the disk and the store's own log.")
    else:
        yield ok("storing", "a row and a key were written and read back.")


def clock() -> Iterator[Finding]:
    """Believed, or held."""
    held = troubles.clock_held()
    now = f"{timezone.localtime():%Y-%m-%d %H:%M} ({settings.TIME_ZONE})"
    if held is not None:
        yield fault(
            "clock", f"it jumped ({held.text}): rounds are not closed and nothing is deleted. Now: {now}.",
            "Set it right, or if it is right: kulturspejl doctor --clock-is-right",
        )  # fmt: skip
    else:
        yield ok("clock", now)


def backup() -> Iterator[Finding]:
    """When the last one came through, and whether the one after it failed."""
    now = timezone.now()
    found = troubles.backup_state(now)
    if found.failed is not None:
        yield fault(
            "backup", f"the one of {_day(found.failed.at)} failed ({found.failed.text}).",
            "Try one by hand: kulturspejl backup FILE. With systemd: systemctl status kulturspejl-backup",
        )  # fmt: skip
    elif found.last is not None and not found.is_late:
        yield ok("backup", f"the last is of {_day(found.last.at)}, in {found.last.text}")
    elif found.is_late:
        last = f"the last is of {_day(found.last.at)}" if found.last else "there has been none"
        yield fault("backup", f"{last}.", "Have one made every night: docs/en/running.md, Backup.")
    else:
        yield ok("backup", "none yet, and none is needed before there is an organisation and a night has passed.")


def _day(moment: datetime) -> str:
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}"


def _refusal(ask: object) -> str | None:
    """The sentence with which a start would end; None where it would go on."""
    try:
        ask()  # type: ignore[operator]
    except SystemExit as stop:
        return str(stop.code)
    return None
