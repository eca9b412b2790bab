"""Every text is there in Danish, says the same with the same gaps, and avoids the words that we avoid."""

import re
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

from scripts.catalogues import (
    SOURCE,
    catalogue_of,
    forms,
    key_of,
    messages,
    placeholders,
    po_file,
    sources,
    texts_in,
    texts_of,
)
from scripts.messages import renew
from tests.house.files import name_of

# English words that slip into Danish; the second is what a Dane would say.
AVOIDED = {
    r"dashboards?": "overblik",
    r"surveys?": "måling, spørgeskema",
    r"uploade?r?s?|uploadet": "tilføj fil",
    r"templates?": "skabelon",
    r"submitt?e?r?|submittet": "send",
    r"session(s|en|er|erne)?": "møde, besøg",
    r"tokens?": "kode",
    r"users?|useren": "person, bruger",
    r"scores?|scoren|scorer|scoret": "tal, resultat",
    r"insights?": "det, I har fået øje på",
    r"tracking|tracker|tracket": "følge",
}
AVOIDED_WORD = re.compile(rf"\b({'|'.join(AVOIDED)})\b", re.IGNORECASE)


def room_name(room: Path) -> str:
    return room.relative_to(SOURCE).as_posix()


@cache
def rooms() -> dict[Path, Catalog]:
    """Every room with the texts that its sources hold; asked for in the tests, as reading them takes seconds."""
    texts = {room: texts_of(files) for room, files in sources().items()}
    return {room: found for room, found in texts.items() if po_file(room).exists() or messages(found)}


def in_rooms(told: Callable[[Path], list[str]]) -> dict[str, list[str]]:
    """What is told of each room, where anything is."""
    found = {room_name(room): told(room) for room in rooms()}
    return {name: faults for name, faults in found.items() if faults}


def faults(danish: Message, english: list[str]) -> list[str]:
    """What is wrong with one entry of a catalogue."""
    said = forms(danish.string)
    if danish.fuzzy:
        return ["is marked as uncertain (fuzzy)"]
    if len(said) != len(english) or not all(said):
        return ["has no Danish"]
    if placeholders(said[-1]) != placeholders(english[-1]):
        return [f"has {placeholders(said[-1])} where the English has {placeholders(english[-1])}"]
    if not set(placeholders(said[0])) <= set(placeholders(english[-1])):
        return [f"the singular has gaps that nobody fills: {said[0]}"]
    return []


def faults_of(room: Path) -> list[str]:
    """Every text of a room that a Dane would not be able to read."""
    danish, told = messages(catalogue_of(room)), []
    for message in messages(rooms()[room]).values():
        english = forms(message.id)
        entry = danish.get(key_of(message))
        wrong = ["is missing: run `make messages`"] if entry is None else faults(entry, english)
        told += [f"{english[0]!r} {what}" for what in wrong]
    return told


def test_every_text_has_its_danish():
    assert in_rooms(faults_of) == {}


def unused_in(room: Path) -> list[str]:
    used, known = set(messages(rooms()[room])), set(messages(catalogue_of(room)))
    return sorted(str(text) for _context, text in known - used)


def test_no_danish_is_left_that_no_page_uses():
    assert in_rooms(unused_in) == {}


def test_a_text_is_the_same_danish_in_every_room():
    said: dict[tuple[str | None, str], dict[str, str]] = {}
    for room in rooms():
        for key, message in messages(catalogue_of(room)).items():
            if all(forms(message.string)):
                said.setdefault(key, {})[room_name(room)] = "|".join(forms(message.string))
    assert {key: by_room for key, by_room in said.items() if len(set(by_room.values())) > 1} == {}


def avoided(texts: list[str]) -> list[str]:
    return [f"{found.group()!r} in {text!r}" for text in texts for found in AVOIDED_WORD.finditer(text)]


def avoided_in(room: Path) -> list[str]:
    danish = messages(catalogue_of(room)).values()
    return avoided([PLAIN.sub("", text) for message in danish for text in forms(message.string)])


def test_the_danish_avoids_the_words_that_we_avoid():
    assert in_rooms(avoided_in) == {}


# Names of gaps and addresses are not read by anybody.
PLAIN = re.compile(r"%\(\w+\)[sdf]|\{\w*\}|https?://\S+|<[^>]+>")


def danish_of(value: object) -> list[str]:
    """Everything under a key `da` in a piece of content."""
    if isinstance(value, list):
        return [text for one in value for text in danish_of(one)]
    if not isinstance(value, dict):
        return []
    own = value.get("da")
    here = [own] if isinstance(own, str) else [one for one in own or [] if isinstance(one, str)]
    return here + [text for key, one in value.items() if key != "da" for text in danish_of(one)]


def test_the_content_avoids_them_too():
    found = {}
    for file in sorted((SOURCE / "content").rglob("*.toml")):
        found[name_of(file)] = avoided(danish_of(tomllib.loads(file.read_text(encoding="utf-8"))))
    assert {name: texts for name, texts in found.items() if texts} == {}


def only(
    message: str | tuple[str, str], string: str | tuple[str, str], flags: list[str] | None = None
) -> Message:
    catalogue = Catalog(locale="da")
    catalogue.add(message, string, flags=flags or [])
    return next(one for one in catalogue if one.id)


@pytest.mark.parametrize(
    ("message", "string", "flags", "told"),
    [
        ("Send", "Send", [], None),
        ("Send", "", [], "no Danish"),
        ("Send", "Send", ["fuzzy"], "uncertain"),
        ("%(n)s left", "%(m)s tilbage", [], "where the English has"),
        ("{n} left", "{n} tilbage", [], None),
        (("one answer", "%(n)s answers"), ("et svar", "%(n)s svar"), [], None),
        (("one answer", "%(n)s answers"), ("et svar", ""), [], "no Danish"),
        (("one answer", "%(n)s answers"), ("%(x)s svar", "%(n)s svar"), [], "nobody fills"),
    ],
)
def test_a_fault_is_seen(message, string, flags, told):
    found = faults(only(message, string, flags), forms(message))
    assert found == [] if told is None else told in found[0]


def test_texts_are_found_in_templates_and_python(tmp_path):
    page = tmp_path / "page.html"
    page.write_text(
        "{% load i18n %}<main>\n   <p title=\"it's\">{% translate 'Have a code?' %}</p>\n"
        " {% blocktranslate count n=n trimmed %}\n   One\n answer {% plural %} {{ n }} answers{% endblocktranslate %}\n"
        "  <b>{% translate 'round' context 'noun' %}</b>{{ _('Try it') }}</main>"
    )
    code = tmp_path / "views.py"
    code.write_text(
        "from x import gettext as _, ngettext\n_('Hello')\nngettext('a day', '%(n)s days', n)\nf('no')\n"
    )
    assert [(text, context) for text, context, _line in texts_in(page)] == [
        ("Have a code?", None),
        (("One answer", "%(n)s answers"), None),
        ("round", "noun"),
        ("Try it", None),
    ]
    assert [text for text, _context, _line in texts_in(code)] == ["Hello", ("a day", "%(n)s days")]


def test_a_further_language_is_asked_for_what_core_says_too(tmp_path, monkeypatch):
    for name in ("ROOT", "SOURCE"):
        monkeypatch.setattr(f"scripts.catalogues.{name}", tmp_path)
        monkeypatch.setattr(f"scripts.messages.{name}", tmp_path)
    (tmp_path / "core").mkdir()
    texts = ["Text(da='Nej.', en='No.')", "Text('{n} af {m}', '{n} of {m}')", "Text(da=a, en=b)", "Text('', '')"]
    (tmp_path / "core" / "said.py").write_text("\n".join(texts), encoding="utf-8")
    assert renew() == [], "Danish stands beside the English"
    assert renew("de")[0] == "core: 2 new, 0 gone, 2 without de"
    found = po_file(tmp_path / "core", "de").read_text(encoding="utf-8")
    assert 'msgid "No."' in found
    assert 'msgid "{n} of {m}"' in found


@pytest.mark.parametrize("text", ["Åbn dit dashboard", "Upload en fil", "Din session er slut", "Jeres score"])
def test_an_avoided_word_is_seen(text):
    assert len(avoided([text])) == 1


@pytest.mark.parametrize("text", ["Send svaret", "Brugeren", "Måling", "mission", "obsession", "Skoren"])
def test_danish_words_are_left_alone(text):
    assert avoided([text]) == []


def test_new_texts_land_in_the_catalogue_and_old_danish_stays(tmp_path, monkeypatch):
    for name in ("ROOT", "SOURCE"):
        monkeypatch.setattr(f"scripts.catalogues.{name}", tmp_path)
        monkeypatch.setattr(f"scripts.messages.{name}", tmp_path)
    room = tmp_path / "web"
    room.mkdir()
    (room / "views.py").write_text("_('Hello')\n_('Goodbye')\n")
    assert renew()[0] == "web: 2 new, 0 gone, 2 without Danish"
    file = po_file(room)
    file.write_text(file.read_text().replace('msgid "Hello"\nmsgstr ""', 'msgid "Hello"\nmsgstr "Hej"'))
    (room / "views.py").write_text("_('Hello')\n_('Welcome')\n")
    assert renew()[0] == "web: 1 new, 1 gone, 1 without Danish"
    assert {text: message.string for (_, text), message in messages(catalogue_of(room)).items()} == {
        "Hello": "Hej",
        "Welcome": "",
    }
