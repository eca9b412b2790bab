"""Mail addresses pasted or taken from a file: what can be used, and line by line what cannot."""

import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from kulturspejl.core.content.text import Text

LANGUAGES = ("da", "en")


@dataclass(frozen=True)
class Addresses:
    """`good` = (address, language or ""), in the order given; `faults` = (line number from 1, what to do)."""

    good: list[tuple[str, str]]
    faults: list[tuple[int, Text]]


def read_addresses(text: str) -> Addresses:
    """Read addresses one a line, or between commas and semicolons; `name <address>` and `address;en` are understood.

    An address that stands twice counts once, and is said; `anna+svar@` and `anna@` are the same mailbox.
    """
    good: list[tuple[str, str]] = []
    faults: list[tuple[int, Text]] = []
    seen: set[str] = set()
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), start=1):
        language = ""
        for word in reversed([part.strip() for part in re.split(r"[;,\t]", line) if part.strip()]):
            if word.lower() in LANGUAGES:
                language = word.lower()
                continue
            _take(word, language, number, good, faults, seen)
    return Addresses(good=good, faults=sorted(faults, key=lambda fault: fault[0]))


def mailbox(address: str) -> str:
    """Where the mail ends up: without capitals, and without what stands after a plus."""
    local, _at, place = address.strip().lower().rpartition("@")
    return f"{local.split('+')[0] or local}@{place}"


def _take(
    word: str,
    language: str,
    number: int,
    good: list[tuple[str, str]],
    faults: list[tuple[int, Text]],
    seen: set[str],
) -> None:
    match = re.search(r"<([^<>]*)>", word)
    address = (match.group(1) if match else word).strip().lower()
    try:
        validate_email(address)
    except ValidationError:
        faults.append((number, _not_an_address(word)))
        return
    if mailbox(address) in seen:
        faults.append((number, twice(address)))
        return
    seen.add(mailbox(address))
    good.append((address, language))


def _not_an_address(word: str) -> Text:
    shown = word[:60]
    return Text(
        da=f"»{shown}« er ikke en mailadresse. Ret den, eller slet linjen.",
        en=f"“{shown}” is not a mail address. Correct it or delete the line.",
    )


def twice(address: str) -> Text:
    """What is said of the second of two addresses that lead to the same person."""
    return Text(
        da=f"{address} går til en postkasse, der står her i forvejen. Hver person får én kode, så slet den ene.",
        en=f"{address} goes to a mailbox that stands here already. Each person gets one code, so delete one of them.",
    )
