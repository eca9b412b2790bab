"""A further language is catalogues and content: no code of core and actions knows which two languages there are."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.files import SOURCE

ROOMS = ("core", "actions", "drawing", "reports", "library")
MAY = {
    "core/text.py",  # what is required, and what is said otherwise
    "core/errors.py",  # what an error says to a programmer is English
    "core/units/difference.py",  # a digest needs one language
    "actions/proof.py",  # a line of the log
}


def by_hand(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and kind of each place that writes, or asks for, Danish and English alone."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Text":
            values = [*node.args, *(one.value for one in node.keywords)]
            if any(isinstance(one, ast.JoinedStr) for one in values):
                yield node.lineno, "a sentence filled in by hand"
        if isinstance(node, ast.Compare) and any(_is_language(one) for one in (node.left, *node.comparators)):
            yield node.lineno, "a language by its name"
        if isinstance(node, ast.Attribute) and node.attr in ("da", "en"):
            yield node.lineno, "one of the two languages"


def _is_language(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value in ("da", "en")


def files() -> Iterator[tuple[str, Path]]:
    for room in ROOMS:
        for file in sorted((SOURCE / room).rglob("*.py")):
            yield file.relative_to(SOURCE).as_posix(), file


def test_no_sentence_is_put_together_for_two_languages_alone():
    found = {name: list(by_hand(ast.parse(file.read_text(encoding="utf-8")))) for name, file in files()}
    assert {name: places for name, places in found.items() if places and name not in MAY} == {}


@pytest.mark.parametrize(
    "code",
    ['Text(da=f"{n} svar", en=f"{n} answers")', 'x = "," if lang == "da" else "."', "said = one.da + other.da"],
)
def test_what_knows_of_two_languages_is_seen(code):
    assert list(by_hand(ast.parse(code)))
