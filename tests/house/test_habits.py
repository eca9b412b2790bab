"""Small habits of the house that no linter knows."""

import ast
import re

import pytest

from tests.house.files import SOURCE, name_of, repository_files, text_of

LONGEST = 600
CODE = {".py", ".html", ".css", ".js", ".sh", ".toml", ".svg"}
# Written in pieces, so that this file does not hold what it looks for.
NOT_TO_BE_NAMED = [
    re.compile("py" + r"pi\.(org|io)|python" + "hosted|registry" + r"\.npm|npm" + r"js\.|deb" + r"\.debian"),
    re.compile(r"(?<!no-emit-)(extra-)?index" + r"-url|find" + '-links(?!")'),
    re.compile(r"(?<![\w.-])/" + r"(work|opt)/" + r"(main|shared|py|wheels|\.lib)"),
    re.compile(r"\.\./" + "shared"),
]
ALLOWED_IN = {"Makefile": "--no-emit-find" + "-links"}


@pytest.mark.parametrize("file", repository_files(), ids=name_of)
def test_nothing_names_the_place_where_it_was_made(file):
    text = (text_of(file) or "").replace(ALLOWED_IN.get(name_of(file), "\0"), "")
    assert [found.group() for pattern in NOT_TO_BE_NAMED for found in pattern.finditer(text)] == []


def test_no_file_is_a_town_hall():
    lengths = {
        name_of(file): len((text_of(file) or "").splitlines())
        for file in repository_files()
        if file.suffix in CODE
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def loads_from_elsewhere(text: str) -> list[str]:
    """What a browser would fetch from another host by itself; a link that a person follows is no such thing."""
    tags = [tag for tag in re.findall(r"<(?!!)[^>]+>", text) if not re.match(r"<a\s", tag)]
    wanted = r"""(?:src|href|srcset|action|poster|data|hx-\w+)\s*=\s*["']?\s*(?:https?:)?//[^"'\s>]+"""
    in_tags = [found for tag in tags for found in re.findall(wanted, tag)]
    in_styles = re.findall(r"""(?:url\(|@import)\s*["']?\s*(?:https?:)?//[^"')\s]+""", text)
    in_scripts = re.findall(
        r"""(?:fetch|import|EventSource|WebSocket|Worker)\(\s*["'`](?:https?:|wss?:)?//[^"'`]+""", text
    )
    return in_tags + in_styles + in_scripts


def test_no_page_asks_another_host():
    found = {}
    for file in repository_files():
        if file.is_relative_to(SOURCE) and file.suffix in {".html", ".css", ".js", ".svg", ".txt"}:
            found[name_of(file)] = loads_from_elsewhere(text_of(file) or "")
    assert {name: places for name, places in found.items() if places} == {}


@pytest.mark.parametrize(
    "text",
    [
        "<script src='https://cdn.example/x.js'></script>",
        "<link rel=stylesheet href=//fonts.example/css>",
        "@import 'https://fonts.example/css'",
        "body { background: url(https://example.dk/x.png) }",
        "fetch('https://example.dk/count')",
    ],
)
def test_what_asks_another_host_is_seen(text):
    assert len(loads_from_elsewhere(text)) == 1


def test_a_link_to_follow_is_no_request():
    assert (
        loads_from_elsewhere(
            "<a class=x href='https://example.dk'>Læs mere</a> <svg xmlns='http://www.w3.org/2000/svg'>"
        )
        == []
    )


def calls(tree: ast.AST) -> list[str]:
    """Dotted names of everything called or decorated with, and `assert True`."""
    dotted = [ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    empty = [
        "assert True"
        for node in ast.walk(tree)
        if isinstance(node, ast.Assert) and isinstance(node.test, ast.Constant) and node.test.value
    ]
    return dotted + empty


def test_no_test_is_skipped_or_empty():
    shirkers = {
        "pytest.mark.skip",
        "pytest.mark.skipif",
        "pytest.skip",
        "pytest.importorskip",
        "pytest.mark.xfail",
        "assert True",
    }
    found = {}
    for file in repository_files():
        if file.suffix == ".py" and name_of(file).startswith("tests/"):
            found[name_of(file)] = shirkers.intersection(calls(ast.parse(file.read_text(encoding="utf-8"))))
    assert {name: what for name, what in found.items() if what} == {}


def test_no_room_is_called_utils():
    assert [
        name_of(file)
        for file in repository_files()
        if re.search(r"(^|/)(utils?|helpers?|misc)(\.py|/)", name_of(file))
    ] == []
