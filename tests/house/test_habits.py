"""Small habits of the house that no linter knows."""

import ast
import re

import pytest

from tests.every import every
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
SHIRKERS = {
    "pytest.mark.skip",
    "pytest.mark.skipif",
    "pytest.skip",
    "pytest.importorskip",
    "pytest.mark.xfail",
    "assert True",
}
MAY_SHIRK = re.compile(r"skip|xfail|\bassert\s*\(*\s*(True|\.|\d|[a-zA-Z]{0,2}[\"'])")
"""What a file without a shirker does not hold: reading it is quicker than taking it apart."""
ALLOWED_IN = {"Makefile": "--no-emit-find" + "-links"}


@every({name_of(file): (file,) for file in repository_files()})
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
    """Dotted names of what is called or decorated with and ends as a shirker does, and `assert True`."""
    ends = {name.split(".")[-1] for name in SHIRKERS}
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in ends:
            found.append(ast.unparse(node))
        elif isinstance(node, ast.Assert) and isinstance(node.test, ast.Constant) and node.test.value:
            found.append("assert True")
    return found


def test_no_test_is_skipped_or_empty():
    found = {}
    for file in repository_files():
        if file.suffix == ".py" and name_of(file).startswith("tests/"):
            text = file.read_text(encoding="utf-8")
            found[name_of(file)] = SHIRKERS.intersection(calls(ast.parse(text if MAY_SHIRK.search(text) else "")))
    assert {name: what for name, what in found.items() if what} == {}


SHIRKING = [
    "@pytest.mark.skipif(x)\ndef f(): 1", "pytest.skip('why')", "assert 1, 'why'", "assert True", "assert ((True))",
    "assert ...", "assert b'x'", "assert .5",
]  # fmt: skip


@pytest.mark.parametrize("line", SHIRKING)
def test_a_shirker_is_seen(line):
    assert MAY_SHIRK.search(line)
    assert SHIRKERS.intersection(calls(ast.parse(line)))


def test_no_room_is_called_utils():
    assert [
        name_of(file)
        for file in repository_files()
        if re.search(r"(^|/)(utils?|helpers?|misc)(\.py|/)", name_of(file))
    ] == []
