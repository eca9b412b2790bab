"""A language beside Danish and English: a line in the settings and catalogues beside the Danish ones."""

from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from kulturspejl.core import text
from kulturspejl.core.errors import Conflict
from kulturspejl.core.text import Text, known
from kulturspejl.web.languages import learn_the_others


def room(folder: Path, words: dict[str, str]) -> str:
    """One room's catalogues, with German."""
    catalogue = Catalog(locale="de")
    for english, german in words.items():
        catalogue.add(english, german)
    file = folder / "de" / "LC_MESSAGES" / "django.mo"
    file.parent.mkdir(parents=True)
    with file.open("wb") as opened:
        write_mo(opened, catalogue)
    return str(folder)


@pytest.fixture(autouse=True)
def nothing_learned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "_CATALOGUES", {})


def test_core_learns_it_from_every_rooms_catalogue(tmp_path: Path, settings: Any) -> None:
    settings.LANGUAGES = [("da", "Dansk"), ("en", "English"), ("de", "Deutsch")]
    settings.LOCALE_PATHS = [room(tmp_path / "one", {"No.": "Nein."}), room(tmp_path / "two", {"Yes.": "Ja."})]
    learn_the_others()
    assert known() == ("da", "en", "de")
    assert Conflict(Text("Nej.", "No.")).text.into("de") == "Nein."
    assert Text("Ja.", "Yes.").into("de") == "Ja."
    assert Text("Måske.", "Perhaps.").into("de") == "Måske.", "gettext alone would say it in English"


def test_danish_and_english_alone_learn_nothing(settings: Any) -> None:
    assert [language for language, _name in settings.LANGUAGES] == ["da", "en"]
    learn_the_others()
    assert known() == ("da", "en")
