"""The help that a workplace has, as its own list: whom one can go to, what for, and how to reach them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date

from kulturspejl.core.text import Text
from kulturspejl.core.writing.length import without_room
from kulturspejl.core.writing.line import one_line

KINDS: Mapping[str, Text] = {
    "manager": Text(
        da="Nærmeste leder, og hvem der træder til, når lederen er væk",
        en="Nearest manager, and who steps in when the manager is away",
    ),
    "representatives": Text(da="AMR og TR", en="Safety and union representatives"),
    "hr": Text(da="HR eller personaleafdeling", en="HR or personnel department"),
    "adviser": Text(da="Arbejdsmiljøkonsulent", en="Work environment adviser"),
    "psychologist": Text(da="Psykologordning eller anden rådgivning", en="Psychologist scheme or other counselling"),
    "after_event": Text(
        da="Efter vold, trusler eller en voldsom oplevelse, døgnet rundt",
        en="After violence, threats or a distressing event, day and night",
    ),
    "offence": Text(
        da="Ved mobning, chikane eller krænkende handlinger", en="Bullying, harassment or offensive behaviour"
    ),
    "union": Text(da="Fagforening", en="Union"),
    "outside": Text(da="Uden for arbejdspladsen", en="Outside the workplace"),
}
"""What kinds of help there are, as they stand on the list; each at most once, and none has to be there."""
LONGEST: Mapping[str, int] = {
    "who": 120, "what_da": 240, "what_en": 240, "phone": 40, "hours_da": 120, "hours_en": 120, "link": 300,
}  # fmt: skip
LONGEST_KEEPER = 120
GROWS_OLD = 365
"""Days after which a list is said to be old."""
PHONE = re.compile(r"[+()\d][-+()\d ./]{1,}")
LINK = re.compile(r"https?://[^\s<>\"]+\.[^\s<>\"]+", re.IGNORECASE)
NO_PHONE = Text(
    da="Skriv et telefonnummer med tal, for eksempel 70 12 34 56.",
    en="Write a phone number in figures, for example 70 12 34 56.",
)
NO_LINK = Text(
    da="Skriv en adresse, der begynder med https://.", en="Write an address that begins with https://."
)
WHO = Text(
    da="Skriv, hvem det er, eller slet resten af linjen.", en="Write who it is, or delete the rest of the line."
)


@dataclass(frozen=True)
class HelpLine:
    """One kind of help. What is said in words stands in Danish and, where somebody has written it, in English."""

    kind: str
    who: str
    what_da: str = ""
    what_en: str = ""
    phone: str = ""
    hours_da: str = ""
    hours_en: str = ""
    link: str = ""

    def what(self, language: str) -> str:
        """In that language, else in the one that is there."""
        return _in(self.what_da, self.what_en, language)

    def hours(self, language: str) -> str:
        """The same of when they can be reached."""
        return _in(self.hours_da, self.hours_en, language)

    @property
    def number(self) -> str:
        """The phone's number as it is dialled."""
        return "".join(sign for sign in self.phone if sign.isdigit() or sign == "+")

    def to_json(self) -> dict[str, str]:
        """As it is kept."""
        return asdict(self)


def lines_from_json(rows: Sequence[Mapping[str, str]]) -> tuple[HelpLine, ...]:
    """What was kept, in the order of `KINDS`."""
    known = {one.name for one in fields(HelpLine)}
    found = {row["kind"]: HelpLine(**{name: row[name] for name in known if name in row}) for row in rows}
    return tuple(found[kind] for kind in KINDS if kind in found)


def written(kind: str, words: Mapping[str, str]) -> tuple[HelpLine | None, dict[str, Text]]:
    """(one line from what was typed, None where nothing was; a sentence for each field at fault, by its name)."""
    typed = {name: one_line(words.get(name, "")) for name in LONGEST}
    if not any(typed.values()):
        return None, {}
    faults = without_room(typed, LONGEST)
    if not typed["who"]:
        faults["who"] = WHO
    if typed["phone"] and not PHONE.fullmatch(typed["phone"]):
        faults.setdefault("phone", NO_PHONE)
    if typed["link"] and not LINK.fullmatch(typed["link"]):
        faults.setdefault("link", NO_LINK)
    return HelpLine(kind=kind, **typed), faults


def is_old(looked_on: date, today: date) -> bool:
    """Whether a list has not been gone through for more than a year."""
    return (today - looked_on).days > GROWS_OLD


def _in(danish: str, english: str, language: str) -> str:
    return Text(da=danish or english, en=english or danish).into(language)
