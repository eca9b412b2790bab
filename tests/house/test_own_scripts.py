"""The program's own scripts keep the rules of scripts/own_scripts.py, and each rule finds what it is for."""

import re

import pytest

from scripts.own_scripts import exported_for_nobody, faults, own_scripts
from tests.house.files import SOURCE, name_of, text_of

FIRST = "// What it is.\n"
WRONG = {
    "var a = 1;\nlog(a);": ["var: const or let", "log is not there"],
    "const a = 1": ["a semicolon is missing", "a is never used"],
    "let a = 1;\nalert(a);": ["a never changes: const"],
    "const a = 1;\na += 1;\nalert(a);": ["a is a constant"],
    "alert('a');": ["text stands in double quotes"],
    "alert(1 == window);": ["==: ==="],
    "if (window) {\n   alert(1);\n}": ["two spaces for each step inwards"],
    "alert(1); ": ["space at the end of a line, or a tab"],
    f'alert("{"a" * 120}");': ["a line of 130 signs, more than 120"],
    "window.f = () => {\n" + "  alert(1);\n" * 39 + "};": ["a function of 41 lines, more than 40"],
    "alert(;": ["cannot be read: Unexpected token (2:6)"],
    'import { a } from "./a.js";': ["a is never used"],
    "window.f = ({ a, ...b }) => b;": [],
    "export const [a, { b: c = 1 }] = [1, { b: 2 }];": [],
    "for (const a of [1]) { try { alert(a); } catch (lost) { alert(2); } }": [],
    'localStorage.setItem("a", 1);': ["localStorage stands in device/store.js alone"],
    "alert(crypto.randomUUID());": ["randomUUID stands in device/chance.js alone"],
    'new EventSource("/x").onmessage = () => alert(1);': ["EventSource( stands in device/live.js alone"],
    "indexedDB.open(1);": ["indexedDB. stands in device/lock.js alone"],
    'alert(document.write("x"));': ["writes into a page that is being read"],
    'document.body.setAttribute("onclick", "alert(1)");': ["a handler in an attribute"],
    'export const a = (shelf) => shelf("kulturspejl.x");': ['a shelf is named by its places: shelf("room", code)'],
    "alert(1); // localStorage is the store's": [],
    'export class A { get b() { return { c: 1, ["d"]: document }; } }': [],
}


def test_all_of_our_own_scripts_are_looked_at():
    """Whether they keep the rules is asked by scripts/checks.py, before any test."""
    assert len(own_scripts()) > 45


def test_what_is_exported_is_imported():
    one = FIRST + "export const a = 1;\nexport function b() {}\n"
    assert exported_for_nobody({"one.js": one, "other.js": 'import { a } from "./one.js";'}) == [
        "one.js:3: b is exported, and nobody imports it"
    ]


@pytest.fixture(scope="module")
def told() -> list[str]:
    return faults({str(place): FIRST + line for place, line in enumerate(WRONG)})


@pytest.mark.parametrize("line", WRONG)
def test_a_rule_finds_what_it_is_for(told, line):
    mine = [re.sub(r"^\d+:\d+: ", "", one) for one in told if one.startswith(f"{list(WRONG).index(line)}:")]
    assert sorted(mine) == sorted(WRONG[line])


def test_a_script_that_does_not_say_what_it_is_is_told():
    assert faults({"a.js": "alert(1);"}) == ["a.js:1: the first line says what the script is"]


def scripts_named() -> list[tuple[str, str]]:
    """(template, tag) of every script that a page brings."""
    pages = [(name_of(file), text_of(file) or "") for file in sorted(SOURCE.rglob("*.html"))]
    return [(name, tag) for name, text in pages for tag in re.findall(r"<script\b[^>]*>", text)]


def test_pages_bring_our_scripts_as_modules_and_none_of_the_device():
    """A module that is named by a page and imported by another would be there twice, with two memories."""
    ours = [(name, tag) for name, tag in scripts_named() if re.search(r"static ['\"](?!django_htmx|mfa|account)", tag)]
    assert len(ours) > 30
    assert [one for one in ours if 'type="module"' not in one[1] or "device/" in one[1]] == []


def test_no_page_has_a_handler_in_an_attribute():
    handler = re.compile(r"<[a-z][^>]*\son[a-z]+\s*=", re.IGNORECASE)
    found = [name_of(file) for file in sorted(SOURCE.rglob("*.html")) if handler.search(text_of(file) or "")]
    assert found == []
