"""A letter as content: paragraphs in Danish and English with named places, and what stands in the places."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from itertools import product

from kulturspejl.core.content.short_letters import LONGEST_SUBJECT, part_of, shortened
from kulturspejl.core.text import Text, in_common
from kulturspejl.core.writing.line import one_line

INVITATION = ("subject", "subject_reminder", "greeting", "already_answered", "why", "body", "code", "closing")
RESULT = ("subject", "body")

SHORTEST_NAME = 12
"""Signs of a unit's name that stay in a subject, be the rest of it as long as it may."""


@dataclass(frozen=True)
class LetterFacts:
    """What a letter says of a round. Strings are in the receiver's language already."""

    unit: str
    asked_by: str
    invited: int
    why: str
    minimum: int
    about: str
    questions: str
    minutes: str
    closes: str
    link: str
    short_address: str
    code: str
    organisation: str
    contact: str = ""


@dataclass(frozen=True)
class ResultFacts:
    """What the letter about an opened result says. It carries no code: codes are gone when it is written."""

    unit: str
    organisation: str
    minimum: int
    short_address: str
    contact: str


@dataclass(frozen=True)
class LetterText:
    """The words of a letter by part; `source` names the folder they came from."""

    id: str
    parts: Mapping[str, Text]


def parse_letter(data: Mapping[str, object]) -> LetterText:
    """Build from parsed TOML; raises ValueError naming the part that is missing or names an unknown place."""
    parts: dict[str, Text] = {}
    for part in RESULT if data.get("id") == "result_open" else INVITATION:
        parts[part] = part_of(data, part)
    letter = LetterText(id=str(data.get("id", "")), parts=parts)
    _try(letter)
    return letter


def write(letter: LetterText, facts: LetterFacts, *, language: str, is_reminder: bool) -> tuple[str, str]:
    """Subject and body in `language`; an empty `why` leaves its paragraph out, nobody to ask the line that names one.

    The subject has at most 60 signs: a unit's name that is longer is cut.
    """
    places = asdict(facts)

    def fill(part: str) -> str:
        lines = letter.parts[part].into(language).strip().splitlines()
        kept = [line for line in lines if facts.contact or "{contact}" not in line]
        return "\n".join(kept).format(**places).strip()

    subject = _subject(letter.parts["subject_reminder" if is_reminder else "subject"].into(language), places)
    wanted = ["greeting", *(["already_answered"] if is_reminder else []), *(["why"] if facts.why else [])]
    return subject, "\n\n".join(fill(part) for part in [*wanted, "body", "code", "closing"]) + "\n"


def write_result(letter: LetterText, facts: ResultFacts, *, language: str) -> tuple[str, str]:
    """Subject (at most 60 signs) and body in `language`."""
    subject, body = (letter.parts[part].into(language) for part in RESULT)
    places = asdict(facts)
    return _subject(subject, places), body.format(**places).strip() + "\n"


def _subject(heading: str, places: Mapping[str, object]) -> str:
    room = LONGEST_SUBJECT - len(heading.format(**{**places, "unit": ""}))
    unit = shortened(str(places["unit"]), max(room, SHORTEST_NAME))
    return one_line(heading.format(**{**places, "unit": unit}))


def _try(letter: LetterText) -> None:
    if "code" not in letter.parts:
        try:
            for language in in_common(letter.parts.values()):
                write_result(letter, ResultFacts("u", "o", 5, "s", "c"), language=language)
        except (KeyError, IndexError) as error:
            raise ValueError(f"the letter names a place that does not exist: {error}") from error
        return
    facts = LetterFacts("u", "a", 9, "w", 5, "b", "q", "m", "c", "l", "s", "k", "o", "p")
    for language, is_reminder in product(in_common(letter.parts.values()), (True, False)):
        try:
            write(letter, facts, language=language, is_reminder=is_reminder)
        except (KeyError, IndexError) as error:
            raise ValueError(f"the letter names a place that does not exist: {error}") from error
