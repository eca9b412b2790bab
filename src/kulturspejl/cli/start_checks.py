"""What a server asks before its first page: is this the store it is meant for, and can every open round go on?

Whatever would lose answers, or show real people's mails to a visitor, ends the program with a sentence.
"""

import sys
import uuid
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kulturspejl.actions.closing.lost import Lost

GIVE_UP = "--give-up"


def refuse_other_kind() -> None:
    """End unless a demo's store is served as a demo, and a real one as what it is. Nothing is written."""
    from django.conf import settings

    from kulturspejl.cli.archive import schema

    kinds = list(schema.of_store().rows("Organisation").values_list("is_demo", flat=True))
    if True in kinds and not settings.KULTURSPEJL_DEMO:
        sys.exit(
            f"The store in {settings.KULTURSPEJL_VAR} is a demo's, with made-up people. `kulturspejl demo` serves it; "
            "for real people set KULTURSPEJL_VAR to an empty folder."
        )
    if False not in kinds:
        return
    for name, is_set, does in (
        ("KULTURSPEJL_DEMO", settings.KULTURSPEJL_DEMO, "shows everybody's mails and sign-in codes to any visitor"),
        ("KULTURSPEJL_DEBUG", settings.DEBUG, "shows settings and answers on their way to any visitor"),
        (
            "KULTURSPEJL_CLOCK_OFFSET_DAYS", settings.KULTURSPEJL_CLOCK_OFFSET_DAYS,
            "closes rounds and deletes before their day",
        ),
    ):  # fmt: skip
        if is_set:
            sys.exit(
                f"{name} is set, and {settings.KULTURSPEJL_VAR} already holds an organisation, a real one: it {does}. "
                "Take it away, or set KULTURSPEJL_VAR to another folder (`kulturspejl demo` sets KULTURSPEJL_DEMO)."
            )


def begin(words: Sequence[str] = ()) -> None:
    """Look at secret, keys and clock; give up what somebody has said is given up, and end if something else is lost."""
    from django.conf import settings
    from django.utils import timezone

    from kulturspejl.actions import clock_guard
    from kulturspejl.actions.closing import lost

    now = timezone.now()
    _refuse_keys_folder()
    is_another = secret_is_another()
    give_up(words)
    if still := lost.cannot_go_on(secret_is_another=is_another):
        sys.exit(_told(still, is_another))
    keep_secret(is_another)
    if not settings.KULTURSPEJL_DEMO and not clock_guard.at_start(now):
        print(_JUMPED, file=sys.stderr, flush=True)


def _refuse_keys_folder() -> None:
    """A round could be asked for and not be let out, and nobody would know before."""
    from django.conf import settings

    from kulturspejl.vault import proof

    try:
        proof.write_one()
    except OSError as error:
        sys.exit(
            f"KULTURSPEJL_KEYS={settings.KULTURSPEJL_KEYS} cannot be used: {error.strerror or error}. Name a folder in "
            "which this user may write, and that is kept out of every backup."
        )


def give_up(words: Sequence[str]) -> None:
    """Give up the rounds of these ids, if they cannot go on; no other round is touched."""
    from django.utils import timezone

    from kulturspejl.actions.closing import lost

    found = lost.cannot_go_on(secret_is_another=secret_is_another())
    wanted = _ids(words, found)
    for one in found:
        if one.round_id in wanted:
            lost.give_up(round_id=one.round_id, why=one.why, now=timezone.now())
            said = f"Given up: {one.name} ({one.asked} asked). Its pages say what happened."
            print(said, file=sys.stderr, flush=True)


def secret_is_another() -> bool:
    """Whether codes and seeds in the store belong to another SECRET_KEY than the one here."""
    from kulturspejl.values.instance_facts import SECRET, fact
    from kulturspejl.vault.secret_mark import secret_mark

    known = fact(SECRET)
    return known is not None and known.text != secret_mark()


def keep_secret(is_another: bool) -> None:
    """Put this secret's mark on the store; of another one before it the mark stays, so that its return is noticed."""
    from django.utils import timezone

    from kulturspejl.actions import instance_facts
    from kulturspejl.values.instance_facts import SECRET, SECRET_BEFORE, fact
    from kulturspejl.vault.secret_mark import secret_mark

    now, known, before = timezone.now(), fact(SECRET), fact(SECRET_BEFORE)
    if known is None:
        instance_facts.keep(SECRET, secret_mark(), now)
    elif is_another:
        instance_facts.keep(SECRET, secret_mark(), now)
        if before is not None and before.text == secret_mark():
            instance_facts.forget(SECRET_BEFORE)
        else:
            instance_facts.keep(SECRET_BEFORE, known.text, now)
            print(_OTHER_SECRET, file=sys.stderr, flush=True)


def _ids(words: Sequence[str], found: "Sequence[Lost]") -> set[uuid.UUID]:
    lost = {str(one.round_id): one.round_id for one in found}
    for word in words:
        if word not in lost:
            sys.exit(f"{GIVE_UP} {word}: no round of that id has lost its keys or codes. Nothing has been changed.")
    return {lost[word] for word in words}


def _told(still: "Sequence[Lost]", is_another: bool) -> str:
    from django.conf import settings

    lines = ["These open rounds cannot go on, and a start would only hide it:"]
    lines += [f"  {one.round_id}  {one.name}, {one.asked} asked: {why(one.why)}" for one in still]
    if is_another:
        lines.append(
            "SECRET_KEY is another one than the store's codes were made with. Put the earlier one back: in SECRET_KEY, "
            f"or as {settings.KULTURSPEJL_VAR}/secret_key from your copy."
        )
    if any(one.why == "keys" for one in still):
        lines.append(f"Keys are looked for in KULTURSPEJL_KEYS={settings.KULTURSPEJL_KEYS}. Put that folder back.")
    words = " ".join(f"{GIVE_UP} {one.round_id}" for one in still)
    lines += [
        "If they are gone for good, give the rounds up; their people are told on the pages, and they are asked anew:",
        f"  kulturspejl doctor {words}",
        "Nothing has been changed.",
    ]
    return "\n".join(lines)


def why(lost_by: str) -> str:
    """In words."""
    return "its keys are missing, so its answers cannot be opened" if lost_by == "keys" else "its codes let nobody in"


_JUMPED = (
    "The clock is days away from when this instance was last seen. Rounds are not closed and nothing is deleted until "
    "you have looked: `date`, and if that is right, `kulturspejl doctor --clock-is-right`."
)
_OTHER_SECRET = (
    "SECRET_KEY is another one than before: cards from before do not open their results, and apps and recovery codes "
    "sign nobody in. Put the earlier one back if you have it."
)
