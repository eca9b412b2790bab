"""What a culture is called: in everyday words wherever somebody reads it, with its term beside them."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from kulturspejl import library
from kulturspejl.core.content.instrument import AllocationInstrument
from tests.content import content

ROOT = Path(library.__file__).resolve().parent.parent
CULTURES = content().instruments["culture_profile"].cultures
LANGUAGES = ("da", "en")


def tables(value: object) -> Iterator[dict[str, object]]:
    """Every table of a file, the innermost too."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from tables(one)


def strings(value: object) -> list[str]:
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str)]


def said_in(table: dict[str, object], language: str) -> str:
    """What one entry says in a language: its label and the note beside it are read together."""
    found = [text for one in table.values() if isinstance(one, dict) for text in strings(one.get(language))]
    return "\n".join(found)


def alone(path: Path) -> list[str]:
    """Entries of a file in which a term stands without everyday words: neither in brackets nor beside the name."""
    faults = []
    for table in tables(tomllib.loads(path.read_text(encoding="utf-8"))):
        for language in LANGUAGES:
            said = said_in(table, language)
            for culture in CULTURES.values():
                term, plain = culture.name.into(language).lower(), culture.called.into(language)
                bare = re.sub(rf"\({term}\)", "", said.lower())
                if re.search(rf"\b{term}\b", bare) and plain.lower() not in bare:
                    faults.append(f"{path.name}: {said!r}")
    return faults


@pytest.mark.slow
def test_no_exercise_model_or_letter_says_a_term_without_the_everyday_name() -> None:
    files = [one for one in (ROOT / "content").rglob("*.toml") if one.name != "cultures.toml"]
    assert len(files) > 40
    assert [fault for one in files for fault in alone(one)] == []


def test_a_term_alone_is_found(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.toml"
    said = '[a]\nlabel.da = "Vælg klankultur"\nlabel.en = "Choose clan culture (clan culture)"\n'
    wrong.write_text(said, encoding="utf-8")
    assert len(alone(wrong)) == 2
    right = '[a]\nlabel.da = "Vi er der for hinanden"\nlabel.en = "It (clan culture)"\nnote.da = "klankultur"\n'
    wrong.write_text(right, encoding="utf-8")
    assert alone(wrong) == []


def test_a_sentence_names_a_culture_by_its_everyday_words_in_quotation_marks() -> None:
    names: AllocationInstrument = content().instruments["culture_profile"]
    danish = names.names("da")
    assert danish.called["A"] == "Vi er der for hinanden"
    assert danish.terms["A"] == "Klankultur"
    assert danish.quoted["A"] == "»Vi er der for hinanden«"
    assert names.names("en").quoted["D"] == "“We keep things in order”"


def test_a_culture_gets_its_name_in_one_place_of_the_code() -> None:
    own_way = re.compile(r"cultures\[[^]]+\]\.(name|plain)\b|culture\.(name|plain)\b")
    files = [one for one in ROOT.rglob("*.py") if one.name != "instrument.py"]
    assert len(files) > 500
    assert [one.name for one in files if own_way.search(one.read_text(encoding="utf-8"))] == []
