"""Mail addresses as they are pasted: from Outlook, an intranet, a spreadsheet; and what was passed over.

Only what holds an @ and is no address is a fault. Names, headings, telephone numbers and quotes are passed over; a line
without any address is told.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kulturspejl.core.errors import Refused
from kulturspejl.core.tables.list_lines import LANGUAGES, ListLine, lines_of
from kulturspejl.core.tables.mailbox import inbox, mailbox
from kulturspejl.core.tables.row import Told
from kulturspejl.core.tables.signs import plain
from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled

_BETWEEN = re.compile(r"[\s<>()\[\]{}\",;:|]+")
_QUOTES = "'\u2019\u2018\u201a\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a`\u00b4*\u2022\u00b7.!-\u2010\u2011\u2013\u2014"
_AFTER = re.compile(r"[?/#&]")
"""What ends the place."""
_RECEIVERS = {"", "to", "cc", "bcc"}
_AT = re.compile("%40")
"""An @ in a link (`mailto:anna%40x.dk`, also within a guard's)."""
_SAYS_IT = re.compile(r"(e-?mail|mail|smtp)=", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Address:
    """One mailbox of a list; `language` is "" where the list does not say."""

    line: int
    address: str
    language: str


@dataclass
class Addresses:
    """`found` in the order given; `faults` must be mended, `told` must be read, both by line."""

    found: list[Address] = field(default_factory=list)
    faults: list[Told] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)

    @property
    def good(self) -> list[tuple[str, str]]:
        """Address and language of each."""
        return [(one.address, one.language) for one in self.found]


@dataclass
class Seen:
    """Mailboxes of a list, with the line each stood on first."""

    lines: dict[str, int] = field(default_factory=dict)

    def is_new(self, address: str, line: int, told: list[Told]) -> bool:
        """Whether nobody has it yet; the second of two counts no more, and that is said."""
        key = inbox(address)
        if key in self.lines:
            told.append(Told(line, twice(address, self.lines[key])))
            return False
        self.lines[key] = line
        return True


def read_addresses(text: str) -> Addresses:
    """Every address of a pasted list. `address;en` says the language of the letter.

    An address that stands twice counts once, and is said; `anna+svar@` and `anna@` are the same mailbox.
    """
    read = Addresses()
    seen = Seen()
    lines, read.told = lines_of(text)
    for line in lines:
        found, faults = addresses_in(line)
        read.faults += faults
        read.found += [one for one in found if seen.is_new(one.address, line.line, read.told)]
        if not found and not faults:
            read.told.append(without_address(line))
    return read


def addresses_in(line: ListLine) -> tuple[list[Address], list[Told]]:
    """The addresses of one line, with the language that is said after them, and a fault for what is almost one."""
    found: list[Address] = []
    faults: list[Told] = []
    language = ""
    for part in reversed(line.parts):
        if said := said_language(part):
            language = said
            continue
        for word in reversed(list(almost(part))):
            try:
                found.append(Address(line.line, mailbox(word), language))
            except Refused as refusal:
                faults.append(Told(line.line, refusal.text))
    return _without_echo(found[::-1]), faults[::-1]


def said_language(part: str) -> str:
    """The code of the language that a part of a line says and nothing else; "" where it says none."""
    return LANGUAGES.get(part.strip(" ().").lower(), "")


def almost(text: str) -> Iterator[str]:
    """Every word that holds an @, without what people and programs put around it."""
    for word in _BETWEEN.split(_AT.sub("@", plain(text))):
        if "@" in word:
            yield from (piece.strip(_QUOTES) for piece in _pieces(word))


def _pieces(word: str) -> Iterator[str]:
    """`anna@x.dk/bo@x.dk` is two addresses, and so is `anna@x.dk?subject=hej&cc=bo@x.dk`, the link of a mail."""
    local, _at, rest = _SAYS_IT.sub("", word.rpartition("mailto%3A")[2], count=1).partition("@")
    place, *more = _AFTER.split(rest)
    yield f"{local}@{place}"
    for piece in more:
        field_of, _is, value = piece.rpartition("=")
        if "@" in value and field_of.lower() in _RECEIVERS:
            yield value


def names_in(text: str) -> str:
    """What stands in a cell beside its addresses: the name."""
    words = [word for word in _BETWEEN.split(text) if "@" not in word and word.lower() != "mailto"]
    return " ".join(word for word in words if word)


def _without_echo(found: Sequence[Address]) -> list[Address]:
    """`anna@x.dk <mailto:anna@x.dk>` is one address, as mail programs copy it."""
    return [one for at, one in enumerate(found) if not at or one.address != found[at - 1].address]


def without_address(line: ListLine) -> Told:
    """Said of a line that gives nobody a letter."""
    words = " · ".join(line.parts)[:60]
    return Told(
        line.line,
        filled(
            Text(
                da="»{words}« har ingen mailadresse og er sprunget over.",
                en="“{words}” has no address: passed over.",
            ),
            words=words,
        ),
    )


def twice(address: str, line: int) -> Text:
    """Said of the second of two addresses that lead to the same person."""
    return filled(
        Text(
            da="{address} går til samme postkasse som linje {line} og tæller én gang.",
            en="{address} goes to the same mailbox as line {line} and counts once.",
        ),
        address=address, line=line,
    )


