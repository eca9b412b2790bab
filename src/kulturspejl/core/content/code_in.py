"""The code in what somebody has pasted: a whole link, or the line of a letter that says it."""

import re
import unicodedata
from collections.abc import Sequence
from urllib.parse import unquote

from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import cited, either, filled

LONGEST = 2000
IN_A_LINK = re.compile(r"(?:^|[/\s])(r|room)/([a-z0-9](?:[a-z0-9]|[\s=\u00ad\u200b\u2060-])*)", re.IGNORECASE)
"""Its code may be broken over two lines, as mail programs do with long words (`=` is one of theirs at the end)."""
IN_FOURS = re.compile("[A-Za-z]{4}-[A-Za-z]{4}")
"""As it is written on cards; a word of eight letters is no code."""
_AGAIN = re.compile(r"(?<=\w)(?=https?://)", re.IGNORECASE)
"""Where a link was pasted twice."""
SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Those that codes are made of: none of them can be mistaken for another (vault/codes.py)."""
LENGTHS = (6, 8, 27)
"""Of a room's code, a typed one, and one in a link."""
BEHIND = {"r": (27, 8), "room": (6,)}
"""Which lengths stand behind which part of a link, longest first."""


def code_in(typed: str) -> str:
    """The code, in capitals and without what stands between its signs; all signs of `typed` where none is found.

    A link is looked for first, so that a code in its address is not mixed with the words around it. Then comes the line
    as a whole, and then the longest run of its words that has a code's length and signs: "koden B4JZ-ZGGD" holds
    B4JZZGGD.
    """
    # A link that a guard of mail has wrapped in one of its own (Safe Links) stands there with %2F for each slash.
    text = _AGAIN.sub(" ", unquote(unquote(unicodedata.normalize("NFKC", typed[:LONGEST]))))
    found = IN_A_LINK.search(text)
    if found:
        return _behind(found[1].lower(), re.split(r"[^a-z0-9]+", found[2], flags=re.IGNORECASE))
    whole = _signs(text)
    return whole if _is_code(whole) else _among(text) or whole


def why_none(code: str) -> Text | None:
    """Why `code`, as `code_in` gives it, can be no code; None where it may be one."""
    if len(code) not in LENGTHS:
        return NOT_AS_LONG
    strange = list(dict.fromkeys(sign for sign in code if sign not in SIGNS))
    return filled(NEVER, signs=either([cited(sign) for sign in strange])) if strange else None


NOT_AS_LONG = Text(
    da="Det er ikke en kode. Den har otte tegn på et kort og i en mail, og seks i et rum. Du kan også sætte hele "
    "linket ind.",
    en="That is no code. It has eight signs on a card and in a mail, and six in a room. You may paste the whole link "
    "too.",
)
NEVER = Text(
    da="Der er aldrig {signs} i en kode, så et tegn er læst forkert. Koden har hverken 0, 1, I, L, O eller U.",
    en="There is never {signs} in a code, so a sign has been misread. None has 0, 1, I, L, O or U.",
)


def _behind(part: str, words: Sequence[str]) -> str:
    """The code that the first of the words, or so many of them as its length takes, make up."""
    for length in BEHIND[part]:
        for most in range(1, len(words) + 1):
            run = _signs("".join(words[:most]))
            if len(run) == length and _is_code(run):
                return run
    return _signs(words[0])


def _among(text: str) -> str:
    """The code among the words; "" where none or more than one is found."""
    words = re.split(r"[\s:;,.!?()<>»«\"'/_=&#%]+", text)
    runs = {"".join(words[at:to]) for at in range(len(words)) for to in (at + 1, at + 2)}
    likely = [run for run in runs if IN_FOURS.fullmatch(run) or re.search("[0-9]", run)]
    codes = {_signs(run) for run in likely if _is_code(_signs(run))}
    longest = max(map(len, codes), default=0)
    best = [code for code in codes if len(code) == longest]
    return best[0] if len(best) == 1 else ""


def _is_code(signs: str) -> bool:
    return len(signs) in LENGTHS and all(sign in SIGNS for sign in signs)


def _signs(text: str) -> str:
    return "".join(sign for sign in text.upper() if sign.isalnum())
