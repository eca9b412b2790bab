"""Addresses for a whole branch: whose unit each line names, wherever in the line it stands."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, TypeVar

from kulturspejl.core.tables.addresses import Seen, addresses_in, names_in, said_language, without_address
from kulturspejl.core.tables.list_lines import ListLine, lines_of
from kulturspejl.core.tables.row import Told
from kulturspejl.core.tables.signs import plain
from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import cited, either, filled

Key = TypeVar("Key")
MOST_PARTS = 12
"""A line of more parts is a table; its cells are not put together to a name."""
_QUOTES = re.compile("[\"'\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a]")
_SEPARATOR = re.compile(r"\s*[;,\t|]\s*")
_ON_A_WAY = re.compile(r"\s*[>\u203a\u2192/:]\s*")
"""Between a unit and the one below it, as intranets write where somebody works; and between a unit and its people."""


@dataclass(frozen=True, slots=True)
class BranchUnit(Generic[Key]):
    """A unit that a line may name: by `name`, or by any of its `ids`; `parent` is None at the top of the branch."""

    key: Key
    name: str
    ids: tuple[str, ...]
    parent: Key | None


@dataclass
class BranchList(Generic[Key]):
    """`by_unit` = unit -> (address, language or ""); `faults` must be mended first, `told` must be read."""

    by_unit: dict[Key, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    faults: list[Told] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)


def read_branch(text: str, units: Sequence[BranchUnit[Key]]) -> BranchList[Key]:
    """Read lines that name a unit and one or more addresses, in any order; a unit's name may hold a comma.

    Of a unit and one above it, the lower one is meant. Where no line names both a unit and an address, a line with a
    unit alone is the heading of those below it. An address that stands twice counts once, and is said.
    """
    read: BranchList[Key] = BranchList()
    lines, read.told = lines_of(text)
    names = _Names(units)
    named = [(line, names.unit_of(line), *addresses_in(line)) for line in lines]
    has_headings = not any(found and isinstance(unit, _Unit) for _line, unit, found, _faults in named)
    seen = Seen()
    heading: _Unit[Key] | None = None
    for line, unit, found, faults in named:
        read.faults += faults
        if not found:
            heading = unit if has_headings and isinstance(unit, _Unit) else heading
            if not faults and not (has_headings and isinstance(unit, _Unit)):
                read.told.append(without_address(line))
            continue
        mine = unit or heading or _no_unit(line)
        if isinstance(mine, Text):
            read.faults.append(Told(line.line, mine))
            continue
        new = [one for one in found if seen.is_new(one.address, line.line, read.told)]
        read.by_unit[mine.key] += [(one.address, one.language) for one in new]
    return read


@dataclass(frozen=True, slots=True)
class _Unit(Generic[Key]):
    """The unit that a line names."""

    key: Key


class _Names(Generic[Key]):
    """The units of the branch by all that they may be called."""

    def __init__(self, units: Sequence[BranchUnit[Key]]) -> None:
        self.parents: Mapping[Key, Key | None] = {unit.key: unit.parent for unit in units}
        self.called: dict[str, list[Key]] = defaultdict(list)
        for unit in units:
            for word in dict.fromkeys(_alike(word) for word in (unit.name, *unit.ids) if word):
                self.called[word].append(unit.key)

    def unit_of(self, line: ListLine) -> _Unit[Key] | Text | None:
        """The unit that the line names; a sentence where it names several, None where it names none."""
        parts = self._split(_words(line))
        named = {words: self.called[_alike(words)] for words in self._spans(parts)}
        if not named:
            return None
        sure = {keys[0] for keys in named.values() if len(keys) == 1}
        for words, keys in named.items():
            near = self._nearest(keys, sure)
            if len(near) > 1:
                return _several(words)
            sure.add(near[0])
        lowest = sure - {above for key in sure for above in self._above(key)}
        return _Unit(next(iter(lowest))) if len(lowest) == 1 else _two(list(named))

    def _nearest(self, keys: Sequence[Key], sure: Set[Key]) -> list[Key]:
        """Those of units with one name that have most of the units that are certain above them."""
        above = {key: len(sure & set(self._above(key))) for key in keys}
        return [key for key in keys if above[key] == max(above.values())]

    def _split(self, parts: Sequence[str]) -> list[str]:
        """What is no unit's name is cut where a way through the organisation goes on."""
        return [
            word
            for part in parts
            for word in ([part] if _alike(part) in self.called else filter(None, _ON_A_WAY.split(part)))
        ]

    def _spans(self, parts: Sequence[str]) -> Iterator[str]:
        """Parts, and runs of parts, that are what a unit is called; the longest first, none within another."""
        most = len(parts) if len(parts) <= MOST_PARTS else 1
        taken: set[int] = set()
        for length in range(most, 0, -1):
            for at in range(len(parts) - length + 1):
                words = ", ".join(parts[at : at + length])
                if taken.isdisjoint(range(at, at + length)) and _alike(words) in self.called:
                    taken.update(range(at, at + length))
                    yield words

    def _above(self, key: Key) -> Iterator[Key]:
        above = self.parents.get(key)
        while above is not None:
            yield above
            above = self.parents.get(above)


@lru_cache(maxsize=10_000)
def _alike(words: str) -> str:
    """A name as it is compared: capitals, spaces, quotes, & and the kind of separator tell no two units apart."""
    bare = _QUOTES.sub("", _SEPARATOR.sub(",", plain(words).casefold().replace("&", " og "))).rstrip(": ")
    return " ".join(bare.split())


def _words(line: ListLine) -> list[str]:
    """What stands on the line beside addresses and their language."""
    words = (names_in(part) if "@" in part else part for part in line.parts if not said_language(part))
    return [word for word in words if word]


def _no_unit(line: ListLine) -> Text:
    """Why nobody knows whose address it is."""
    words = [part[:60] for part in _words(line) if any(map(str.isalpha, part))][:3]
    if not words:
        return Text(
            da="Linjen siger ikke, hvilken enhed det er. Skriv: enhed;mailadresse.",
            en="The line does not say which unit it is. Write: unit;mail address.",
        )
    return filled(
        Text(
            da="Ingen enhed i grenen hedder {words}. Skriv: enhed;mailadresse.",
            en="No unit of the branch is called {words}. Write: unit;mail address.",
        ),
        words=either([cited(word) for word in words]),
    )


def _several(words: str) -> Text:
    return filled(
        Text(
            da="Flere enheder hedder »{words}«. Skriv enhedens id i stedet.",
            en="Several units are called “{words}”. Write the unit’s id instead.",
        ),
        words=words[:60],
    )


def _two(words: Sequence[str]) -> Text:
    return filled(
        Text(
            da="Linjen nævner flere enheder: {words}. Lad kun den ene stå.",
            en="The line names several units: {words}. Leave only one of them.",
        ),
        words=[cited(word[:60]) for word in words[:3]],
    )
