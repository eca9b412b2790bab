"""Open rounds and rooms: are their keys there, and do their codes belong to this SECRET_KEY?"""

from collections.abc import Iterator

from django.utils import timezone

from kulturspejl.actions import key_keeping
from kulturspejl.actions.closing import lost
from kulturspejl.cli import start_checks
from kulturspejl.cli.doctor.finding import Finding, fault, ok, warning
from kulturspejl.records.models import Round, RoundState, Stuck
from kulturspejl.values.instance_facts import SECRET_BEFORE, fact


def secret() -> Iterator[Finding]:
    """The one that the store's codes and seeds were made with."""
    before = fact(SECRET_BEFORE)
    if start_checks.secret_is_another():
        yield fault(
            "secret", "SECRET_KEY is another one than the store's codes were made with.",
            "Put the earlier one back: in SECRET_KEY, or as secret_key in KULTURSPEJL_VAR from your copy.",
        )  # fmt: skip
    elif before is not None:
        yield warning(
            "secret", f"SECRET_KEY was another one until {timezone.localtime(before.at):%Y-%m-%d}: cards and apps from "
            "before it open nothing.", "Put it back if you have it; else give people codes by mail (forget-factors).",
        )  # fmt: skip
    else:
        yield ok("secret", "SECRET_KEY is the one that the store knows.")


def keys() -> Iterator[Finding]:
    """Of every open round, and of every part of a room that somebody has filled in."""
    found = lost.cannot_go_on(secret_is_another=start_checks.secret_is_another())
    for one in found:
        yield fault(
            "round", f"{one.round_id} ({one.name}, {one.asked} asked) cannot go on: {start_checks.why(one.why)}.",
            f"Put it back, or with the server stopped: kulturspejl doctor --give-up {one.round_id}",
        )  # fmt: skip
    rooms = key_keeping.rooms_without_keys()
    if rooms:
        yield fault(
            "rooms", f"{rooms} part(s) that people have filled in have lost their keys: nothing opens them.",
            "Put the keys' folder back. Else tell the room: they can say it aloud, or fill in once more in a new one.",
        )  # fmt: skip
    if not found and not rooms:
        count = Round.objects.filter(state=RoundState.OPEN).count()
        yield ok("keys", f"{count} open round(s), each with its keys.")


def jobs() -> Iterator[Finding]:
    """What a job of the server could not get past."""
    rows = list(Stuck.objects.order_by("since"))
    for row in rows:
        yield fault(
            "jobs", f"{row.job} cannot get past {row.about} since {timezone.localtime(row.since):%Y-%m-%d %H:%M} "
            f"({row.fault}, tried {row.times} times).", "The program's log says more. The others go on.",
        )  # fmt: skip
    if not rows:
        yield ok("jobs", "none is stuck.")
