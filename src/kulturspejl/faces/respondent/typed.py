"""What came in with the plain form: numbers as they were typed, and the two hidden numbers of the page."""

import re
import secrets
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict

from kulturspejl.faces.respondent.screens import Screen

LONGEST = 12
_SECRET = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Hidden:
    """Made with the page and sent back by it, so that the same form sent twice counts once."""

    secret: str
    retry_id: str

    @property
    def blinded(self) -> bytes:
        """The secret as the 32 bytes that admit takes."""
        return bytes.fromhex(self.secret)


def new_hidden() -> Hidden:
    """For a fresh page."""
    return Hidden(secrets.token_hex(32), str(uuid.uuid4()))


def hidden_of(data: QueryDict) -> Hidden:
    """What the page brought back; new ones where it brought nonsense."""
    fresh = new_hidden()
    secret, retry_id = data.get("secret", ""), data.get("retry_id", "")
    return Hidden(
        secret if _SECRET.fullmatch(secret) else fresh.secret, retry_id if _is_uuid(retry_id) else fresh.retry_id
    )


def _is_uuid(text: str) -> bool:
    try:
        return str(uuid.UUID(text)) == text.lower()
    except ValueError:
        return False


def typed_of(data: QueryDict, names: Iterable[str]) -> dict[str, str]:
    """The fields as they were typed, at most `LONGEST` signs of each."""
    return {name: data.get(name, "").strip()[:LONGEST] for name in names}


def answers_of(typed: Mapping[str, str], screens: Sequence[Screen]) -> dict[str, object]:
    """Answers to be checked. A line left empty means none, once the others have used up the points."""
    answers: dict[str, object] = {}
    for screen in screens:
        of_screen = [typed.get(line.name, "") for line in screen.lines]
        is_full = any(of_screen) and sum(int(text) for text in of_screen if text.isdecimal()) == screen.total
        for line, text in zip(screen.lines, of_screen, strict=True):
            answers[line.name] = _number("0" if is_full and not text else text)
    return answers


def steps_of(typed: Mapping[str, str], names: Iterable[str]) -> dict[str, object]:
    """The same where one step is chosen for each: what was not chosen is none."""
    return {name: _number(typed.get(name, "")) for name in names}


def _number(text: str) -> object:
    return int(text) if text.isascii() and text.isdecimal() else text or None
