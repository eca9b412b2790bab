"""What people read has typographic marks: ’ and “ ” in English, ’ and » « in Danish, and never ' or "."""

import ast
import re
import tomllib
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2] / "src" / "kulturspejl"
CALLS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "Text"}
TAGS = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
ELEMENTS = re.compile(r"<[^<>]*>|[\w:-]+=\"[^\"]*\"")
NOT_SEEN = re.compile(r"\{% comment %\}.*?\{% endcomment %\}|<!--.*?-->|<(script|style)\b.*?</\1>", re.DOTALL)
IN_A_TAG = re.compile(r"""\{% translate "([^"]*)\"""")
AS_IT_IS_WRITTEN = re.compile(r"\(\"\)|\w+ = \"[^\"]*\"")
"""What somebody is to type: a quotation mark that was not closed, and a line of TOML."""
STRAIGHT = re.compile(r"['\"]")


def words(text: str) -> str:
    return ELEMENTS.sub("", TAGS.sub("", text))


def straight(text: str) -> bool:
    return bool(STRAIGHT.search(words(AS_IT_IS_WRITTEN.sub("", text))))


def of_catalogues():
    for path in ROOT.rglob("*.po"):
        with path.open("rb") as file:
            for one in read_po(file):
                for said in (one.id, one.string):
                    yield from ((path, text) for text in ([said] if isinstance(said, str) else said or ()))


def of_templates():
    for path in ROOT.rglob("*.html"):
        page = NOT_SEEN.sub("", path.read_text(encoding="utf-8"))
        yield from ((path, text) for text in IN_A_TAG.findall(page))
        yield path, words(page)


def in_languages(found, key=""):
    if isinstance(found, dict):
        for name, one in found.items():
            yield from in_languages(one, name)
    elif isinstance(found, list):
        for one in found:
            yield from in_languages(one, key)
    elif key in {"da", "en"}:
        yield found


def of_content():
    for path in (ROOT / "content").rglob("*.toml"):
        yield from ((path, text) for text in in_languages(tomllib.loads(path.read_text(encoding="utf-8"))))


def of_code():
    for path in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in CALLS:
                yield from (
                    (f"{path}:{one.lineno}", one.value)
                    for one in ast.walk(node)
                    if isinstance(one, ast.Constant) and isinstance(one.value, str)
                )


@pytest.mark.parametrize("texts", [of_catalogues, of_templates, of_content, of_code])
def test_no_straight_apostrophe_or_quotation_mark_is_read_by_anybody(texts):
    read = [(str(where), text) for where, text in texts()]
    assert len(read) > 300
    assert [(where, text) for where, text in read if straight(text)] == []


def test_the_next_straight_one_is_found():
    assert straight("the team's own")
    assert straight('the "own" line')
    assert not straight('<a href="x">Read’s</a> {% url "home" %}, and write id = "own" or (")')
