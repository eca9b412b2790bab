"""The text of a file: UTF-8, UTF-16 or Windows-1252; Macintosh and DOS are asked about."""

import re
import unicodedata
from dataclasses import dataclass

from kulturspejl.core.errors import Refused
from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled

MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"),
)  # fmt: skip
WINDOWS = "cp1252"
ONE_BYTE = (WINDOWS, "mac_roman", "cp850", "cp865")
"""Encodings of one byte a sign, that nothing in the file tells apart."""
TWICE = "utf-8-twice"
"""UTF-8 that a program took for Windows and wrote once more: `BÃ¸rnehaven`."""
LABELS = {
    WINDOWS: Text(da="Windows", en="Windows"),
    "mac_roman": Text(da="Macintosh", en="Macintosh"),
    "cp850": Text(da="MS-DOS", en="MS-DOS"),
    "cp865": Text(da="MS-DOS (nordisk)", en="MS-DOS (Nordic)"),
    TWICE: Text(da="UTF-8, omsat to gange", en="UTF-8, converted twice"),
    "utf-8": Text(da="UTF-8", en="UTF-8"),
}
"""What a person may be asked to choose between."""
SAMPLES = 3

_ALONE = frozenset("«»“”‘’„–—…•€§°²³½¼¾·×£®©™ªº¡¿¨´¤µ\u00a0")
"""Signs that stand beside words, not within them."""
_OPENING = frozenset("«“„‘»”¡¿–—\u00a0")
_NORTHERN = frozenset("æøåäöüéáíóúýðþ")
_NEVER = frozenset("ŒœƒªºıŸ")
"""Letters that stand for å, Å and other signs when a Macintosh or DOS wrote the file."""
_WORD = re.compile(r"[^\s;,\t\"]+")
_HIGH = {bytes([one]).decode(WINDOWS, errors="ignore") or chr(one): one for one in range(128, 256)}
"""The signs of the upper half of Windows-1252, with the byte of each."""
_HIGHS = re.compile(f"[{re.escape(''.join(_HIGH))}]{{2,}}")


@dataclass(frozen=True, slots=True)
class Reading:
    """How the file would read in an encoding: some words with signs that differ."""

    encoding: str
    label: Text
    sample: str


@dataclass(frozen=True, slots=True)
class Decoded:
    """`readings` holds more than one where a person must say which is right; `encoding` is the likeliest."""

    text: str
    encoding: str
    readings: tuple[Reading, ...] = ()


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """The text of a file; `encoding` is what a person said. Raises Refused for what is no text."""
    if encoding is not None:
        return Decoded(_in(data, encoding), encoding)
    for mark, marked in MARKS:
        if data.startswith(mark):
            return Decoded(_in(data, marked), marked)
    if b"\0" in data:
        return _unmarked_utf_16(data)
    read = _unmarked(data)
    return read if read.readings else _once_or_twice(read)


def _unmarked(data: bytes) -> Decoded:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _one_byte_a_sign(data)


def _once_or_twice(read: Decoded) -> Decoded:
    """Asked about where words come out that were converted once too often."""
    once = converted_back(read.text)
    if once == read.text:
        return read
    changed = [word for word in _WORD.findall(read.text) if converted_back(word) != word][:SAMPLES]
    texts = {TWICE: " · ".join(map(converted_back, changed)), read.encoding: " · ".join(changed)}
    return Decoded(once, TWICE, tuple(Reading(one, LABELS[one], sample) for one, sample in texts.items()))


def converted_back(text: str) -> str:
    """The text with each run of signs that is UTF-8 read as Windows turned back.

    >>> converted_back("BÃ¸rnehaven på Ærø")
    'Børnehaven på Ærø'
    """
    return text if text.isascii() else _HIGHS.sub(_back, text)


def _back(match: re.Match[str]) -> str:
    try:
        return bytes(_HIGH[sign] for sign in match.group()).decode("utf-8")
    except UnicodeDecodeError:
        return match.group()


def pasted(text: str, encoding: str | None = None) -> Decoded:
    """Text that was pasted: it has no encoding, and may come out of a file that was converted once too often."""
    if encoding == TWICE:
        return Decoded(converted_back(text), TWICE)
    asked = _once_or_twice(Decoded(text, "utf-8")) if encoding is None else None
    return asked if asked and asked.readings else Decoded(text, "")


def _in(data: bytes, encoding: str) -> str:
    if encoding == TWICE:
        return converted_back(_unmarked(data).text)
    if encoding in ONE_BYTE:
        return data.decode(encoding, errors="replace")
    if encoding.startswith("utf-16"):
        # A line end of one byte, which something that does not know the encoding has written behind it.
        data = data[: len(data) // 2 * 2]
    try:
        return data.decode(encoding).lstrip("\ufeff")
    except (LookupError, UnicodeError):
        raise Refused(NOT_TEXT) from None


def _unmarked_utf_16(data: bytes) -> Decoded:
    """Text of our letters has a zero in every second byte."""
    head = data[:2000]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) * 4 > len(head) and min(even, odd) == 0:
        encoding = "utf-16-le" if odd else "utf-16-be"
        return Decoded(_in(data, encoding), encoding)
    raise Refused(NOT_TEXT)


def _one_byte_a_sign(data: bytes) -> Decoded:
    texts = {encoding: data.decode(encoding, errors="replace") for encoding in ONE_BYTE}
    strange = {encoding: strangeness(text) for encoding, text in texts.items()}
    better = [encoding for encoding in ONE_BYTE if strange[encoding][0] < strange[WINDOWS][0]]
    if not better:
        return Decoded(texts[WINDOWS], WINDOWS)
    kept: dict[str, str] = {}
    for encoding in sorted([*better, WINDOWS], key=strange.__getitem__):
        sample = _sample(data, encoding)
        if sample not in kept.values():
            kept[encoding] = sample
    readings = tuple(Reading(encoding, LABELS[encoding], sample) for encoding, sample in kept.items())
    return Decoded(texts[readings[0].encoding], readings[0].encoding, readings)


def strangeness(text: str) -> tuple[int, int]:
    """How many signs stand where no European name has them (`¿` within a word, a lone `¯`), and how many are rare here.

    >>> strangeness("Børnehaven"), strangeness("B¿rnehaven"), strangeness("Bõrnehaven")
    ((0, 0), (1, 0), (0, 1))
    """
    strange = rare = 0
    for match in re.finditer(r"[^\x00-\x7f]", text):
        at, sign = match.start(), match.group()
        before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
        if not _is_plausible(sign, before, after):
            strange += 1
        elif sign.isalpha() and sign.lower() not in _NORTHERN:
            rare += 1
    return strange, rare


def _is_plausible(sign: str, before: str, after: str) -> bool:
    if sign == "’":
        return before.isalpha()
    if sign in _ALONE:
        return not after.isalpha() or (sign in _OPENING and not before.isalpha())
    is_letter = sign.isalpha() and "LATIN" in unicodedata.name(sign, "") and sign not in _NEVER
    return is_letter and not (sign.isupper() and before.islower())


def _sample(data: bytes, encoding: str) -> str:
    """The first words that hold such a sign, as they read in this encoding."""
    words: list[str] = []
    for line in data.split(b"\n"):
        if line.isascii():
            continue
        for match in _WORD.finditer(line.decode("latin-1")):
            if not match.group().isascii():
                words.append(match.group().encode("latin-1").decode(encoding, errors="replace"))
        if len(words) >= SAMPLES:
            break
    return " · ".join(words[:SAMPLES])


def guessed(reading: Reading) -> Text:
    """Said where nobody is asked which reading is right."""
    return filled(
        Text(
            da="Filen er læst som {label}: {sample}. Ser navnene forkerte ud, så gem filen som CSV UTF-8 eller XLSX.",
            en="The file is read as {label}: {sample}. If the names look wrong, save the file as CSV UTF-8 or XLSX.",
        ),
        label=reading.label, sample=reading.sample,
    )


NOT_TEXT = Text(
    da="Filen er hverken tekst eller et regneark, der kan læses. Gem den som CSV eller XLSX, og vælg den igen.",
    en="The file is neither text nor a spreadsheet that can be read. Save it as CSV or XLSX and choose it again.",
)
