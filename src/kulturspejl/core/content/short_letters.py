"""A short letter as content: a subject and a few lines with named places, one link, in Danish and English."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter

from kulturspejl.core.text import REQUIRED, Text, in_common, written
from kulturspejl.core.writing.line import one_line

PLACES = frozenset({
    "unit", "organisation", "link", "contact", "closes", "when", "date", "asked_by", "invited", "who", "role",
    "address", "todo", "count", "what", "deleted",
})  # fmt: skip
"""What a letter may name. A line with a place that is empty is left out."""
LONGEST_SUBJECT = 60
ROOM_FOR_A_UNIT = 20
"""Signs that a subject leaves for the unit's name, so that a shortened one can still be told from others."""
MOST_LINES = 6
GREETING = Text(da="Kære {name}", en="Dear {name}")
CLOSING = Text(da="Venlig hilsen\nKulturspejl, {organisation}", en="Kind regards\nKulturspejl, {organisation}")


@dataclass(frozen=True)
class ShortLetter:
    """The words of one kind of letter."""

    id: str
    subject: Text
    body: Text

    def write(self, places: Mapping[str, str], *, name: str, language: str) -> tuple[str, str]:
        """Subject (at most 60 signs) and body. `places` are in the receiver's language already.

        Raises KeyError for a place that is missing altogether.
        """
        lines = [_filled(line, places) for line in self.body.into(language).strip().splitlines()]
        body = re.sub(r"\n{3,}", "\n\n", "\n".join(line for line in lines if line is not None)).strip()
        greeting = GREETING.into(language).format(name=one_line(name))
        closing = CLOSING.into(language).format(organisation=places["organisation"])
        return self._subject(places, language), f"{greeting}\n\n{body}\n\n{closing}\n"

    def _subject(self, places: Mapping[str, str], language: str) -> str:
        """With the unit's name cut where it would make the subject too long."""
        words = self.subject.into(language)
        room = LONGEST_SUBJECT - len(words.format_map({**places, "unit": ""}))
        return one_line(words.format_map({**places, "unit": shortened(places.get("unit", ""), room)}))


def shortened(name: str, most: int) -> str:
    """A name of at most `most` signs; what is cut is marked with …"""
    name = one_line(name)
    return name if len(name) <= most else name[: max(most - 1, 0)].rstrip(" ,.-&") + "…"


def parse_short_letter(data: Mapping[str, object]) -> ShortLetter:
    """Build from parsed TOML; raises ValueError naming what is wrong."""
    texts = {part: part_of(data, part) for part in ("subject", "body")}
    letter = ShortLetter(id=str(data.get("id", "")), subject=texts["subject"], body=texts["body"])
    for language in in_common(texts.values()):
        _check(letter, language)
    return letter


def part_of(data: Mapping[str, object], part: str) -> Text:
    """One part of a letter in all its languages; raises ValueError where Danish or English is missing."""
    raw = data.get(part)
    words = written(raw) if isinstance(raw, Mapping) else {}
    if not set(REQUIRED) <= set(words):
        raise ValueError(f"the letter lacks {part}.da or {part}.en")
    return Text(**words)


def _check(letter: ShortLetter, language: str) -> None:
    subject, body = letter.subject.into(language).strip(), letter.body.into(language)
    for place in [*_places(subject), *_places(body)]:
        if place not in PLACES:
            raise ValueError(f"the letter names a place that does not exist: {place!r}")
    fixed = subject.format_map(dict.fromkeys(PLACES, ""))
    if "\n" in subject or len(fixed) > LONGEST_SUBJECT - ROOM_FOR_A_UNIT:
        raise ValueError(f"subject.{language} is longer than one line of {LONGEST_SUBJECT - ROOM_FOR_A_UNIT} signs")
    if len([line for line in body.splitlines() if line.strip()]) > MOST_LINES:
        raise ValueError(f"body.{language} has more than {MOST_LINES} lines")
    if _places(body).count("link") != 1 or "{link}" in subject:
        raise ValueError(f"body.{language} does not have exactly one {{link}}")


def _places(words: str) -> list[str]:
    try:
        return [name for _text, name, _spec, _conversion in Formatter().parse(words) if name is not None]
    except ValueError as error:
        raise ValueError(f"a brace is open: {error}") from error


def _filled(line: str, places: Mapping[str, str]) -> str | None:
    """The line with its places; None where one of them is empty."""
    if any(not places[name] for name in _places(line)):
        return None
    return line.format_map(places).rstrip()
