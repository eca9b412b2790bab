"""A kind as a form asks for it: what it is called, what may become of what is filled in, and its fields.

A form makes rows of TOML from it and knows no kind by name. A kind without one is written in a file.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import Text


@dataclass(frozen=True)
class Words:
    """A text in languages; `is_long` for more than a line, `may_lack` where it may be left out."""

    name: str
    asked: Text
    longest: int = 160
    is_long: bool = False
    may_lack: bool = False
    hint: Text | None = None


@dataclass(frozen=True)
class Number:
    """A whole number; the file's reader says which there may be. A row begins with `first`."""

    name: str
    asked: Text
    first: int


@dataclass(frozen=True)
class Pick:
    """One of some words; the first is where it begins. Without `options` the house knows them, by its `name`."""

    name: str
    asked: Text
    options: tuple[tuple[str, Text], ...] = ()


@dataclass(frozen=True)
class Lines:
    """A list of texts, one a line; it may be left out."""

    name: str
    asked: Text
    longest: int
    hint: Text | None = None


Asked = Words | Number | Pick | Lines


@dataclass(frozen=True)
class Rows:
    """Rows of their own, at least `least`; `add` stands on the button for another, `called` before each.

    `fixed`: as many as there are of these, each with values that nobody types. `by` is what a fault calls a row by.
    """

    name: str
    called: Text
    fields: tuple[Asked, ...]
    add: Text | None = None
    least: int = 1
    by: str = "id"
    fixed: tuple[tuple[Text, Mapping[str, str]], ...] = ()


@dataclass(frozen=True)
class Group:
    """A table in the part, with fields of its own."""

    name: str
    called: Text
    fields: tuple[Asked, ...]


@dataclass(frozen=True)
class Way:
    """What may become of what is filled in: at which level, and shown as which picture ("" for none)."""

    level: Visibility
    picture: str
    said: Text


@dataclass(frozen=True)
class KindForm:
    """`called` and `says` tell a facilitator what it is for; the first of `ways` is where a part begins."""

    called: Text
    says: Text
    ways: tuple[Way, ...]
    fields: tuple[Asked, ...] = ()
    groups: tuple[Group, ...] = ()
    rows: tuple[Rows, ...] = ()


STAYS = Way(Visibility.PRIVATE, "", Text(da="Bliver på egen telefon", en="Stays on one’s own phone"))
LABEL = Words("label", Text(da="Tekst", en="Text"))
SAYS = Words("says", Text(da="Forklaring (kan udelades)", en="Explanation (may be left out)"), 300, may_lack=True)
STATEMENTS = Rows(
    "item", Text(da="Udsagn", en="Statement"), (LABEL,), Text(da="Et udsagn mere", en="Another statement")
)  # fmt: skip
QUESTIONS = Rows(
    "item", Text(da="Spørgsmål", en="Question"), (LABEL,), Text(da="Et spørgsmål mere", en="Another question")
)  # fmt: skip
SKIP = Words(
    "skip", Text(da="Svar til den, der ikke ved det (kan udelades)", en="Answer for whoever does not know (optional)"),
    60, may_lack=True,
)  # fmt: skip
SAME_PLACE = Text(
    da="For folk, der beskriver den samme arbejdsplads.", en="For people who describe the same place of work."
)
