"""Which letters somebody does not want, and the address that says so by one tap."""

import hmac
import re
import uuid

from kulturspejl.access.own_plan import Person, held_by
from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.core.errors import NotThere
from kulturspejl.core.letter_choice import MAY_REFUSE, OF_COURSES
from kulturspejl.records.models import LetterOff, Membership, User
from kulturspejl.values import links
from kulturspejl.vault import codes

KEY = re.compile(r"(?P<who>[0-9a-f]{32})-(?P<kind>[a-z_]{1,40})-(?P<mark>[0-9A-Z]{27})", re.ASCII)
COURSE_KINDS = frozenset(one.id for one in OF_COURSES)


def off_id(who: uuid.UUID, kind: str) -> uuid.UUID:
    """The id of somebody's no to a kind: it tells neither whose it is nor of what."""
    return uuid.uuid5(who, f"letters {kind}")


def may_refuse(person: Person) -> frozenset[str]:
    """The kinds that somebody may do without."""
    return COURSE_KINDS if isinstance(person, Membership) else frozenset(MAY_REFUSE.keys() - COURSE_KINDS)


def is_off(who: uuid.UUID, kind: str) -> bool:
    """Whether somebody does not want letters of this kind."""
    return kind in MAY_REFUSE and LetterOff.objects.filter(id=off_id(who, kind)).exists()


def kinds_off(person: Person) -> frozenset[str]:
    """All the kinds that somebody does not want."""
    return frozenset(LetterOff.objects.filter(**held_by(person)).values_list("kind", flat=True))


def stop_address(who: uuid.UUID, kind: str) -> str:
    """The whole address under which one tap stops letters of this kind; "" where nobody may do without them."""
    return f"{links.base_url()}/letters/{who.hex}-{kind}-{_mark(who, kind)}" if kind in MAY_REFUSE else ""


def behind(key: str) -> tuple[Person, str]:
    """Whose address it is, and of which kind; NotThere for one that this instance has not made."""
    made = KEY.fullmatch(key)
    if made is None:
        raise NotThere(NOTHING_HERE)
    who, kind = uuid.UUID(made["who"]), made["kind"]
    found: Person | None = None
    if kind in MAY_REFUSE and hmac.compare_digest(_mark(who, kind), made["mark"]):
        found = Membership.objects.filter(id=who).first() if kind in COURSE_KINDS else _active(who)
    if found is None:
        raise NotThere(NOTHING_HERE)
    return found, kind


def _active(who: uuid.UUID) -> User | None:
    return User.objects.filter(id=who, is_active=True).first()


def _mark(who: uuid.UUID, kind: str) -> str:
    return codes.long_again(b"letters", who.bytes + kind.encode())
