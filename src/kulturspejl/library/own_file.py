"""The file of a facilitator's own exercise, read as `check-content` reads one of a folder."""

import re
import tomllib
from collections.abc import Collection, Mapping
from typing import Any

from kulturspejl.core.content.exercise import Exercise
from kulturspejl.core.content.own_exercise import MOST_BYTES, OWN, is_own, limits
from kulturspejl.core.content.parse_exercise import parse_exercise
from kulturspejl.core.text import Text
from kulturspejl.core.toml.faults import ContentError, Fault
from kulturspejl.core.toml.writing import toml_of
from kulturspejl.core.writing.sentence import filled
from kulturspejl.library import days, sources

FILE = "exercise.toml"
OF_A_PERSON = "own"
"""What stands in the place of a folder."""
TOO_LARGE = Text(da="Filen fylder mere end {most} kB.", en="The file is larger than {most} kB.")
SHORTEN = Text(da="Tag trin ud, eller gør teksterne kortere.", en="Leave out steps, or shorten the texts.")
NO_TEXT = Text(da="Filen er ikke gemt som UTF-8.", en="The file is not saved as UTF-8.")
AS_TEXT = Text(da="Gem den igen, og vælg UTF-8.", en="Save it again and choose UTF-8.")
NO_EXERCISE = Text(da="I filen er der ingen øvelse.", en="There is no exercise in the file.")
BEGIN_SO = Text(da="Den begynder med [exercise].", en="It begins with [exercise].")
NESTED = Text(da="Filen er lagt for meget i lag.", en="The file is nested too deeply.")
DEEPEST = 30
"""Names in one key; no file of an exercise has six. The reader of TOML takes a square of them."""
_NAME = r"""(?:[A-Za-z0-9_-]++|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')"""
_TOO_DEEP = re.compile(rf"(?<![A-Za-z0-9_-])(?:{_NAME}[ \t]*+\.[ \t]*+){{{DEEPEST}}}")


def text_of(given: bytes) -> str:
    """A file that came in, as text; its marks of lines stay as they are. Raises ContentError."""
    if len(given) > MOST_BYTES:
        raise ContentError([Fault(FILE, "", filled(TOO_LARGE, most=MOST_BYTES // 1000), SHORTEN)])
    try:
        return given.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ContentError([Fault(FILE, "", NO_TEXT, AS_TEXT)]) from error


def named_as_own(text: str) -> str:
    """The same file where its id is an own one already; else written anew under one. Raises ContentError."""
    data = _data(text)
    head = data.get("exercise")
    if not isinstance(head, dict):
        raise ContentError([Fault(FILE, "exercise", NO_EXERCISE, BEGIN_SO)])
    id = head.get("id")
    if not isinstance(id, str) or is_own(id):
        return text
    read(text, None, None)
    return toml_of({**data, "exercise": {**head, "id": OWN + id}})


def read(text: str, models: Collection[str] | None, instruments: Collection[str] | None) -> Exercise:
    """The exercise of such a file. Raises ContentError with every fault, each with its key.

    `models` and `instruments` are those that there are; None: nobody asks.
    """
    if len(text.encode()) > MOST_BYTES:
        raise ContentError([Fault(FILE, "", filled(TOO_LARGE, most=MOST_BYTES // 1000), SHORTEN)])
    data = _data(text)
    try:
        made = parse_exercise(days.dated(data, "exercise", OF_A_PERSON), FILE)
    except RecursionError as error:
        raise ContentError([Fault(FILE, "", NESTED, SHORTEN)]) from error
    faults = [*limits(made, FILE), *days.unknown(made, FILE, models, instruments)]
    if faults:
        raise ContentError(faults)
    return made


def data_of(text: str) -> Mapping[str, Any]:
    """What stands in it, for a form to begin with. Raises ContentError."""
    return _data(text)


def _data(text: str) -> dict[str, Any]:
    if _TOO_DEEP.search(text):
        raise ContentError([Fault(FILE, "", NESTED, SHORTEN)])
    try:
        return tomllib.loads(text)
    except ValueError as error:  # TOMLDecodeError, and numbers of more digits than Python reads
        raise ContentError([sources.no_toml(FILE, error)]) from error
    except RecursionError as error:
        raise ContentError([Fault(FILE, "", NESTED, SHORTEN)]) from error
