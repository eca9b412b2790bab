"""Words that a Danish editor struck out, or that stood beside a better one: they do not come back."""

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from scripts.catalogues import catalogue_of, forms
from tests.house.files import ROOT, SOURCE, name_of
from tests.house.test_translations import danish_of

# What must not come back; the second is what a Dane would write, or the one term for it.
INSTEAD = {
    r"trækpar\w*": "modsætningspar",
    r"\bhele stedet\b": "hele institutionen",
    r"\bskærmbilled\w*": "skærmen",
    r"(?:ved|til|på) bordet (?:lukker|lukkes|lavet|viser|ser)|gå til bordet": "styringen",
    r"\bsnak(?:ken|ke)\b(?! om)": "samtale",
    r"tilbagemelding\w*|\brespons\b": "feedback",
    r"\bunderviser\w*": "facilitator",
    r"ingen (?:af enderne |ende )er (?:den )?rigtig\w*|ingen ende giver": "Ingen får point",
    r"anerkendelse og pris": "Belønning, status og straf",
    r"\b(?:in)?direkte veje\b|de seks stærkeste|de seks, der støtter": "primære og sekundære påvirkningsmekanismer",
    r"kunne ønske (?:dig|jer|sig)|kultur, (?:du|I) ønsker": "ønsket kultur",
    r"\ben gave\b": "en styrke",
    r"kastet i blinde": "trukket lod om",
    r"mit hold\b|opdigtet hold\b|holdets svar|for hele holdet|tag den med holdet|(?:med|den) til holdet\b": "team",
    r"\bøv dagen|øvelse – robotter|\bfor at øve\b": "prøvedag",
    r"umagen værd at?\b(?! komme)|dagen værd at komme til": "det har været det værd",
    r"\b[Dd]en her\b(?! (?:i|er|med)\b)|\b[Dd]et her rum|\b[Dd]e her\b": "denne, dette, disse, eller tingens navn",
    r"uden om det, alle går udenom|går udenom": "går uden om",
    r"andres held": "andres succes",
    r"sæt billede på": "beskriv, hvordan det ser ud",
    r"vokser sammen af": "får os til at udvikle os sammen",
    r"læg hver bogstavs": "læg pointene for hvert bogstav",
    r"[„“][^„“”]*[“”]": "»…«",
    r"\.\.\.": "…",
    r"(?:billedet er|gæt på|ser|de er) holdet?(?:s|nes)\b|tror du, holdets|af 100 hold|(?:100|fleste) hold\b"
    r"|som holdet (?:er|ligger)": "team",
    r"\bkode med mail": "kode på mail",
    r"(?:kode|koder) er død|den gamle er død": "virker ikke mere",
    r"\bi listen\b(?! over| \()": "på listen",
    r"\b(?:luk|lukke|lukkede) [^.:,]{0,40}\bop igen\b": "åbn igen",
    r"\btag(?:e|er|et)? (?:listen|en liste)\b[^.]{0,20}\bind\b|listen er taget (?:ind|tilbage)": "indlæs, fortryd",
    r"antal(?:let af)? ansatte\b(?!,)": "antal medarbejdere",
    r"skete det her": "sig, hvad der skete",
    r"ligger ved som": "er vedhæftet",
    r"\bi det lange løb\b": "over tid",
    r"det, der var svaret|blev fundet og aftalt": "svarene, resultater og aftaler",
}
STRUCK = re.compile("|".join(f"(?:{one})" for one in INSTEAD), re.IGNORECASE)
ENGLISH = re.compile(
    r"\bin twos\b|no end (?:is right|earns)|shall no longer pass|thrown blindly|said hard|wrapped up\b"
    r"|when it burns|recognition and cost|begin the talk|somebody sits wrong|has no room (?:then|with you)"
    r"|code is dead|the old one is dead|take(?:n)? the (?:list|factors) (?:in|off)|somebody has come after you"
    r"|what had been answered is gone|put the address right|get hold of|comes along as|blind throwing",
    re.IGNORECASE,
)
FENCED = re.compile(r"```.*?```", re.DOTALL)
REPORTS_OF_BEFORE = {"gennemgaaet.md"}
"""What was found is told in the words that it was found in."""


def content_files() -> list[Path]:
    return [file for file in sorted((SOURCE / "content").rglob("*.toml")) if "policies" not in file.parts]


@cache
def said_in_code() -> tuple[tuple[str, dict[str, str]], ...]:
    """(file, text by language) of each `Text(da=…, en=…)`."""
    found = []
    for file in sorted(SOURCE.rglob("*.py")):
        text = file.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text if "Text(" in text else "")):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Text":
                places = dict(zip(("da", "en"), node.args, strict=False))
                places |= {one.arg: one.value for one in node.keywords}
                said = {key: one.value for key, one in places.items() if isinstance(one, ast.Constant)}
                found.append((name_of(file), {key: one for key, one in said.items() if isinstance(one, str)}))
    return tuple(found)


def in_code(language: str) -> Iterator[tuple[str, str]]:
    """(file, text) of those that are written out in the language."""
    for file, said in said_in_code():
        if language in said:
            yield file, said[language]


def rooms_with_danish() -> list[Path]:
    return [file.parents[3] for file in sorted(SOURCE.rglob("locale/da/LC_MESSAGES/django.po"))]


def danish() -> Iterator[tuple[str, str]]:
    """Every Danish text that somebody reads: content, catalogues, code and documents."""
    for file in content_files():
        for text in danish_of(tomllib.loads(file.read_text(encoding="utf-8"))):
            yield name_of(file), text
    for room in rooms_with_danish():
        for message in catalogue_of(room):
            for said in forms(message.string) if message.id else ():
                yield room.name, said
    yield from in_code("da")
    for file in sorted((ROOT / "docs" / "da").glob("*.md")):
        if file.name not in REPORTS_OF_BEFORE:
            yield name_of(file), FENCED.sub("", file.read_text(encoding="utf-8"))


def english() -> Iterator[tuple[str, str]]:
    for file in content_files():
        text = file.read_text(encoding="utf-8")
        yield name_of(file), " ".join(re.findall(r"^[\w.]+\.en = (.*)$", text, re.MULTILINE))
    yield from in_code("en")


def test_no_danish_word_that_was_struck_out_comes_back() -> None:
    found = [f"{place}: {hit.group()!r} in {text[max(0, hit.start() - 40) : hit.end() + 30]!r}"
             for place, text in danish() for hit in STRUCK.finditer(text)]  # fmt: skip
    assert found == []


def test_no_english_that_reads_as_danish_comes_back() -> None:
    assert [f"{place}: {hit.group()!r}" for place, text in english() for hit in ENGLISH.finditer(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Vores trækpar", "Åbn et rum til mit hold", "På den her telefon", "„Min sag“", "Skriv ...",
        "Giv en tilbagemelding", "Billedet er holdets", "Log ind med en kode med mail", "Den gamle kode er død.",
        "Den står ikke i listen.", "Luk den op igen", "Tag listen ind", "Sådan som holdet er i det lange løb",
    ],
)
def test_a_struck_word_is_seen(text: str) -> None:
    assert STRUCK.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "Der er en anden her med samme navn", "Sæt jer ved bordet", "»Min sag« …", "Næste hold",
        "En kode på mail", "Læg mærke til dette i listen (3)", "Tag det op igen på mødet", "Slet holdets slides",
    ],
)
def test_what_a_dane_writes_is_left_alone(text: str) -> None:
    assert not STRUCK.search(text)
