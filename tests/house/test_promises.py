"""A page that says who sees something, for how long, or from how many, makes the sentence of what is really on.

A number with a unit is never written into a text: it comes from the rule that carries it out. A fixed sentence about
who sees what stands in promises.toml with the reason why it is true wherever it stands, and beside what it depends on.
"""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from kulturspejl.values.room_keeping import SHEET_DAYS
from scripts.catalogues import catalogue_of, forms, messages, sources
from tests.house.files import SOURCE

FACES = SOURCE / "faces"
LISTED = tomllib.loads((Path(__file__).parent / "promises.toml").read_text(encoding="utf-8"))
ONE_TO_TWENTY = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)"
EN_TIL_TYVE = r"(?:\d+|to|tre|fire|fem|seks|syv|otte|ni|ti|tolv|tyve)"
COUNTED = re.compile(
    rf"\b{ONE_TO_TWENTY}\s+(?:more\s+)?(?:seconds?|minutes|hours?|days?|weeks?|months?|answers?|people|units"
    r"|have answered|are sent)\b",
    re.IGNORECASE,
)
TALT = re.compile(
    rf"\b{EN_TIL_TYVE}\s+(?:sekunder|minutter|timer?|dage?|uger?|måneder|svar|personer|enheder|har svaret)\b",
    re.IGNORECASE,
)
TOLD = re.compile(
    r"\bnobody else\b|\bnobody (?:sees|asks|can see|knows|has checked)|nothing is sent|sends nothing|kept on\b"
    r"|(?:is|are) (?:not|never) sent|\bonly you\b|not even by you|without your name|can(?:not)? see\b|see it only"
    r"|\bsees (?:it|them|that|the result)\b|\bwho will see\b|stays? on (?:this|your)|keeps? nothing"
    r"|whoever runs (?:it|the server) (?:can|could) (?:see|read|watch|technically)"
    r"|asked for your name|when you have closed",
    re.IGNORECASE,
)
TEXT = re.compile(
    r'{%\s*translate\s+"([^"]+)"|{%\s*blocktranslate([^%]*)%}(.*?){%\s*endblocktranslate', re.DOTALL
)
BESIDE = 900
"""Signs of a template between a sentence and what it depends on."""


@dataclass(frozen=True)
class Said:
    """A text of a page, and what stands before it there."""

    where: str
    text: str
    before: str


def said_in_templates() -> list[Said]:
    found = []
    for file in sorted(FACES.rglob("*.html")):
        source, where = file.read_text(encoding="utf-8"), file.relative_to(FACES).as_posix()
        for match in TEXT.finditer(source):
            for form in re.split(r"{%\s*plural\s*%}", match[1] or match[3]):
                before = source[max(0, match.start() - BESIDE) : match.start()]
                found.append(Said(where, " ".join(form.split()), before))
    return found


def said_in_python() -> list[Said]:
    """Texts of the faces' own code; what actions and readers say is made of rules or told after it was done."""
    found = []
    for room, files in sources().items():
        if FACES in room.parents or room == FACES:
            own = [file for file in files if file.suffix == ".py"]
            names = {" ".join(text.split()) for file in own for text in literals(file)}
            found += [Said(room.name, text, "") for text in sorted(names)]
    return found


def literals(file: Path) -> list[str]:
    """Strings inside `_( )`, put together as Python does it."""
    calls = re.findall(r"\b_\(\s*((?:\"(?:[^\"\\]|\\.)*\"\s*)+),?\s*\)", file.read_text(encoding="utf-8"))
    return ["".join(re.findall(r'"((?:[^"\\]|\\.)*)"', call)) for call in calls]


def every_said() -> list[Said]:
    return said_in_templates() + said_in_python()


def test_no_number_of_hours_days_people_or_units_is_written_into_a_text():
    free = set(LISTED["counted"])
    told = [f"{one.where}: {one.text}" for one in every_said() if COUNTED.search(one.text) and one.text not in free]
    assert told == []
    assert free <= {one.text for one in every_said()}, "listed, and said no more"


def test_nor_into_its_danish():
    told = [
        f"{room.name}: {danish}"
        for room in sources()
        for message in messages(catalogue_of(room)).values()
        for danish in forms(message.string)
        if TALT.search(danish) and not COUNTED.search(forms(message.id)[0])
    ]
    assert told == []


def test_whoever_says_who_sees_what_stands_on_the_list_with_the_reason():
    known = {one["text"] for one in LISTED["told"]}
    told = [f"{one.where}: {one.text}" for one in every_said() if TOLD.search(one.text) and one.text not in known]
    assert told == []


def test_every_listed_sentence_is_said_and_stands_beside_what_it_depends_on():
    said = every_said()
    for listed in LISTED["told"]:
        here = [one for one in said if one.text == listed["text"]]
        assert here, listed["text"]
        assert len(listed["because"]) > 20, listed["text"]
        for one in here if "beside" in listed else ():
            assert listed["beside"] in one.before, f"{one.where}: {one.text} without {listed['beside']}"


def test_a_sheet_is_kept_on_a_device_as_long_as_the_pages_say():
    script = (FACES / "shared" / "static" / "shared" / "sheets.js").read_text(encoding="utf-8")
    assert f"const DAYS = {SHEET_DAYS};" in script
