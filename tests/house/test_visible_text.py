"""No template shows a text that cannot be read in the other language."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.template.base import Lexer, TokenType

from tests.every import every
from tests.house.files import SOURCE, name_of

TEMPLATES = sorted(
    file
    for file in SOURCE.rglob("templates/**/*")
    if file.suffix in {".html", ".txt", ".svg"} and file.is_file()
)
# The same in both languages: names, languages in their own tongue, abbreviations.
SAME = {
    "Kulturspejl",
    "Dansk",
    "English",
    "AMR",
    "TR",
    "HR",
    "TRIO",
    "PDF",
    "SVG",
    "PNG",
    "CSV",
    "QR",
    "TOTP",
    # What a code looks like before one has typed it.
    "XXXX",
    "id",
}
READ_ALOUD = {"alt", "title", "placeholder", "aria-label", "aria-description", "label"}
# What a program reads: scripts, and names of columns and settings that are the same in every language.
SILENT = {"script", "style", "code", "pre", "kbd", "samp"}
OPENS = {"blocktranslate", "blocktrans", "comment"}
CLOSES = {f"end{word}" for word in OPENS}


def outside_translations(template: str) -> str:
    """A template's own text, with everything that Django fills in left out."""
    kept, inside, blocks = [], False, []
    for token in Lexer(template).tokenize():
        words = token.contents.split() or [""]
        if token.token_type == TokenType.BLOCK:
            inside = words[0] in OPENS if words[0] in OPENS | CLOSES else inside
            kept.append(attributes(words, blocks))
        elif token.token_type == TokenType.TEXT and not inside:
            kept.append(token.contents)
        elif token.token_type == TokenType.VAR:
            kept.append("0")
    return "".join(kept)


def attributes(words: list[str], blocks: list[str]) -> str:
    """A block of attributes is filled in inside a tag, so it is put into one here. Keeps the open blocks' names."""
    if words[0] == "block":
        blocks.append(words[1])
        return "<i" if words[1].endswith("attributes") else " "
    if words[0] == "endblock":
        return ">" if blocks.pop().endswith("attributes") else " "
    return " "


class Reader(HTMLParser):
    """Collects what a person sees or hears."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Texts in attributes; scripts and styles are silent."""
        self.silent += tag in SILENT
        self.said += [value for name, value in attrs if name in READ_ALOUD and value]

    def handle_endtag(self, tag: str) -> None:
        """Heard again after a script."""
        self.silent -= tag in SILENT

    def handle_data(self, data: str) -> None:
        """Text between tags."""
        if not self.silent:
            self.said.append(data)


def untranslated(template: str) -> list[str]:
    """Words of two letters and more that stand bare in a template."""
    reader = Reader()
    reader.feed(outside_translations(template))
    words = re.findall(r"[A-Za-zÆØÅæøå]{2,}", " ".join(reader.said))
    return [word for word in words if word not in SAME]


@every({name_of(file): (file,) for file in TEMPLATES})
def test_every_text_goes_through_translation(file: Path):
    assert untranslated(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "template",
    [
        "<p>Velkommen</p>",
        "<img alt='Spider web'>",
        "{% if x %}Hej{% endif %}",
        "<a title='{{ n }} answers'>{{ n }}</a>",
    ],
)
def test_a_bare_text_is_seen(template):
    assert untranslated(template)


@pytest.mark.parametrize(
    "template",
    [
        "<p>{% translate 'Welcome' %}</p>",
        "{% blocktranslate %}Hello you{% endblocktranslate %} {{ n }} – A = 3",
        "<script>const answer = 1;</script><style>p { color: red }</style><!-- why -->",
        "{% block main_attributes %} class='wide'{% endblock %}{% block main %}<code>unit_id</code>{% endblock %}",
        "{% comment %}why{% endcomment %}{# why #}<input class='big red' name=code>",
    ],
)
def test_a_translated_page_is_well(template):
    assert untranslated(template) == []
