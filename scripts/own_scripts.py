"""The rules for the program's own scripts: one style, no name that is not there, one module for each thing of a device.

No linter for JavaScript installs with pip alone and comes from those who make it. The parser of Node does: it is part
of Playwright, which the tests have. `scripts/checks.py` runs this.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright._impl._driver import compute_driver_executable

ROOT = Path(__file__).resolve().parent.parent
FACES = ROOT / "src" / "kulturspejl" / "faces"
PARSER = ROOT / "scripts" / "js_trees.cjs"
NOT_OURS = frozenset({"lean-qr.js"})
WIDEST, LONGEST = 120, 40
"""Signs of a line, lines of a function."""
BROWSERS = frozenset(re.findall(r"\w+", """
    AbortController Array Blob Boolean BroadcastChannel CSS CustomEvent DOMException DOMParser Date Error
    Event EventSource FormData Image Infinity Intl JSON Map Math Number Object Promise RegExp Response Set String
    TextDecoder
    TextEncoder TypeError URL URLSearchParams Uint16Array Uint8Array WeakMap WeakSet XMLSerializer addEventListener
    alert atob btoa clearInterval clearTimeout console crypto decodeURIComponent document encodeURIComponent fetch
    history indexedDB isNaN localStorage location navigator parseFloat parseInt performance requestAnimationFrame
    sessionStorage setInterval setTimeout undefined window
"""))
"""Names that a page's browser brings; none of them is newer than the oldest that is promised."""
ONE_PLACE = {
    r"\b(localStorage|sessionStorage)\b": "device/store.js", r"\bindexedDB\.": "device/lock.js",
    r"\bwindow\.name\b": "device/store.js", r"\bEventSource\(": "device/live.js",
    r"\b(getRandomValues|randomUUID|Math\.random)\b": "device/chance.js",
}  # fmt: skip
"""What one module alone touches, so that there is no second way of doing it."""
NEVER = {
    r"\beval\(|\bnew Function\(": "runs text as a script",
    r"\bdocument\.write\(": "writes into a page that is being read",
    r"\.setAttribute\(\s*[\"']on": "a handler in an attribute",
    r"\bshelf\(\s*[`\"]kulturspejl": "a shelf is named by its places: shelf(\"room\", code)",
}

Node = dict[str, Any]


@dataclass
class Binding:
    """A name that a script has made, and what becomes of it."""

    kind: str
    place: int
    is_read: bool = False
    is_changed: bool = False


@dataclass
class Scope:
    """Where names live: a script, a function, a block."""

    above: "Scope | None" = None
    names: dict[str, Binding] = field(default_factory=dict)

    def find(self, name: str) -> Binding | None:
        """The binding that the name means here."""
        here: Scope | None = self
        while here is not None:
            if name in here.names:
                return here.names[name]
            here = here.above
        return None


@dataclass
class Names:
    """All names of one script, and every use of one."""

    uses: list[tuple[str, Scope, bool, int]] = field(default_factory=list)
    scopes: list[Scope] = field(default_factory=list)

    def scope(self, above: Scope | None) -> Scope:
        """A new one, inside another."""
        self.scopes.append(Scope(above))
        return self.scopes[-1]

    def read(self, node: Any, scope: Scope) -> None:
        """Take in a node and all that it holds."""
        if isinstance(node, list):
            for one in node:
                self.read(one, scope)
        elif isinstance(node, dict) and "type" in node:
            READERS.get(node["type"], Names.each)(self, node, scope)

    def each(self, node: Node, scope: Scope) -> None:
        """Nothing of its own."""
        for value in node.values():
            if isinstance(value, dict | list):
                self.read(value, scope)

    def declare(self, pattern: Any, kind: str, scope: Scope, *, is_read: bool = False) -> None:
        """The names in a pattern: `a`, `{ a, b: c }`, `[a = 1, ...b]`; what a default says is read."""
        if not pattern:
            return
        match pattern["type"]:
            case "Identifier":
                scope.names[pattern["name"]] = Binding(kind, pattern["start"], is_read)
            case "ObjectPattern":
                # With a rest beside it, a name takes something out of what is left: that is a use.
                has_rest = any(one["type"] == "RestElement" for one in pattern["properties"])
                for one in pattern["properties"]:
                    if one["type"] == "Property" and one["computed"]:
                        self.read(one["key"], scope)
                    self.declare(one.get("value") or one.get("argument"), kind, scope, is_read=is_read or has_rest)
            case "ArrayPattern":
                for one in pattern["elements"]:
                    self.declare(one, kind, scope, is_read=is_read)
            case "AssignmentPattern":
                self.read(pattern["right"], scope)
                self.declare(pattern["left"], kind, scope, is_read=is_read)
            case "RestElement":
                self.declare(pattern["argument"], kind, scope, is_read=is_read)

    def use(self, node: Node, scope: Scope, *, changes: bool = False) -> None:
        """A name is read or given something else; changed within a pattern too."""
        if node["type"] == "Identifier":
            self.uses.append((node["name"], scope, changes, node["start"]))
        else:
            self.read(node, scope)

    def function(self, node: Node, scope: Scope) -> None:
        """Its own name, its parameters, its body."""
        own = self.scope(scope)
        if node["type"] == "FunctionDeclaration" and node["id"]:
            scope.names.setdefault(node["id"]["name"], Binding("function", node["start"]))
        elif node.get("id"):
            own.names[node["id"]["name"]] = Binding("function", node["start"], is_read=True)
        for one in node["params"]:
            self.declare(one, "parameter", own, is_read=True)
        self.read(node["body"], own)

    def variables(self, node: Node, scope: Scope) -> None:
        """`const`, `let`; without a value at the beginning, the first change is the value."""
        for one in node["declarations"]:
            self.declare(one["id"], node["kind"], scope)
            self.read(one["init"], scope)

    def block(self, node: Node, scope: Scope) -> None:
        """Names inside end with it."""
        self.each(node, self.scope(scope))

    def caught(self, node: Node, scope: Scope) -> None:
        """A fault has a name whether it is read or not: old browsers ask for one."""
        own = self.scope(scope)
        self.declare(node["param"], "caught", own, is_read=True)
        self.read(node["body"], own)

    def kind(self, node: Node, scope: Scope) -> None:
        """A class."""
        if node.get("id"):
            scope.names[node["id"]["name"]] = Binding("class", node["start"], node["type"] == "ClassExpression")
        self.read(node["superClass"], scope)
        self.read(node["body"], scope)

    def member(self, node: Node, scope: Scope) -> None:
        """`a.b`: only `a` is a name, and `b` where it is computed."""
        self.read(node["object"], scope)
        if node["computed"]:
            self.read(node["property"], scope)

    def entry(self, node: Node, scope: Scope) -> None:
        """`{ a: b }`, a method: `a` is a name where it is computed."""
        if node["computed"]:
            self.read(node["key"], scope)
        self.read(node["value"], scope)

    def changed(self, node: Node, scope: Scope) -> None:
        """`a = b`, `a += b`, `a += 1`."""
        target = node.get("left") or node["argument"]
        for one in targets(target):
            self.use(one, scope, changes=True)
        self.read(node.get("right"), scope)

    def brought(self, node: Node, scope: Scope) -> None:
        """What is imported."""
        for one in node["specifiers"]:
            scope.names[one["local"]["name"]] = Binding("import", one["start"])

    def given(self, node: Node, scope: Scope) -> None:
        """What is exported is used, elsewhere."""
        made = node.get("declaration")
        before = set(scope.names)
        self.read(made, scope)
        for name in set(scope.names) - before:
            scope.names[name].is_read = True
        for one in node.get("specifiers", ()):
            self.use(one["local"], scope)

    def labelled(self, node: Node, scope: Scope) -> None:
        """A label is no name."""
        self.read(node.get("body"), scope)


READERS: dict[str, Any] = {
    "Identifier": Names.use, "FunctionDeclaration": Names.function, "FunctionExpression": Names.function,
    "ArrowFunctionExpression": Names.function, "VariableDeclaration": Names.variables, "BlockStatement": Names.block,
    "ForStatement": Names.block, "ForOfStatement": Names.block, "ForInStatement": Names.block,
    "SwitchStatement": Names.block, "CatchClause": Names.caught, "ClassDeclaration": Names.kind,
    "ClassExpression": Names.kind, "MemberExpression": Names.member, "Property": Names.entry,
    "MethodDefinition": Names.entry, "PropertyDefinition": Names.entry, "AssignmentExpression": Names.changed,
    "UpdateExpression": Names.changed, "ImportDeclaration": Names.brought, "ExportNamedDeclaration": Names.given,
    "ExportDefaultDeclaration": Names.given, "LabeledStatement": Names.labelled, "BreakStatement": Names.labelled,
    "ContinueStatement": Names.labelled, "MetaProperty": Names.labelled,
}  # fmt: skip


def targets(pattern: Node) -> Iterator[Node]:
    """What an assignment changes: each name of a pattern, or the place that is written to."""
    match pattern["type"]:
        case "ObjectPattern":
            for one in pattern["properties"]:
                yield from targets(one.get("value") or one["argument"])
        case "ArrayPattern":
            for one in filter(None, pattern["elements"]):
                yield from targets(one)
        case "AssignmentPattern":
            yield from targets(pattern["left"])
        case _:
            yield pattern


def nodes(tree: Any) -> Iterator[Node]:
    """Every node of a tree."""
    if isinstance(tree, list):
        for one in tree:
            yield from nodes(one)
    elif isinstance(tree, dict):
        if "type" in tree:
            yield tree
        for value in tree.values():
            if isinstance(value, dict | list):
                yield from nodes(value)


def of_names(tree: Node) -> Iterator[tuple[int, str]]:
    """Names that are not there, that nobody uses, and that need not change."""
    names = Names()
    names.read(tree["body"], names.scope(None))
    for name, scope, changes, place in names.uses:
        found = scope.find(name)
        if found is None:
            if name not in BROWSERS:
                yield place, f"{name} is not there"
        elif changes:
            found.is_changed = True
            if found.kind in ("const", "import"):
                yield place, f"{name} is a constant"
        else:
            found.is_read = True
    for scope in names.scopes:
        for name, found in scope.names.items():
            if not found.is_read:
                yield found.place, f"{name} is never used"
            elif found.kind == "let" and not found.is_changed:
                yield found.place, f"{name} never changes: const"


def of_tree(source: str, tree: Node) -> Iterator[tuple[int, str]]:
    """What the syntax itself shows."""
    for node in nodes(tree):
        kind = node["type"]
        if kind == "VariableDeclaration" and node["kind"] == "var":
            yield node["start"], "var: const or let"
        elif kind == "BinaryExpression" and node["operator"] in ("==", "!="):
            yield node["start"], f"{node['operator']}: {node['operator']}="
        elif kind == "Literal" and str(node.get("raw", "")).startswith("'") and '"' not in node["raw"]:
            yield node["start"], "text stands in double quotes"
        elif kind == "Literal" and node.get("value") == "use strict":
            yield node["start"], "a module is strict by itself"
        elif kind.endswith(("FunctionExpression", "FunctionDeclaration")):
            length = source.count("\n", node["start"], node["end"]) + 1
            if length > LONGEST:
                yield node["start"], f"a function of {length} lines, more than {LONGEST}"


def of_lines(source: str) -> Iterator[tuple[int, str]]:
    """What a line shows."""
    if not source.startswith("// "):
        yield 0, "the first line says what the script is"
    place = 0
    for line in source.split("\n"):
        if len(line) > WIDEST:
            yield place, f"a line of {len(line)} signs, more than {WIDEST}"
        if line != line.rstrip() or "\t" in line:
            yield place, "space at the end of a line, or a tab"
        indent = len(line) - len(line.lstrip(" "))
        if indent % 2 and not line.lstrip().startswith("*") and not line.strip().endswith("*/"):
            yield place, "two spaces for each step inwards"
        place += len(line) + 1


def of_words(name: str, code: str) -> Iterator[tuple[int, str]]:
    """What is done in one place alone, and what is done nowhere; `code` has no comments."""
    for pattern, home in ONE_PLACE.items():
        for found in re.finditer(pattern, code) if not name.endswith(home) else ():
            yield found.start(), f"{found.group()} stands in {home} alone"
    for pattern, why in NEVER.items():
        for found in re.finditer(pattern, code):
            yield found.start(), why


def without_comments(source: str, comments: list[list[int]]) -> str:
    """The same length, with blanks where comments were."""
    for start, end in comments:
        source = source[:start] + re.sub(r"[^\n]", " ", source[start:end]) + source[end:]
    return source


def faults_of(name: str, source: str, read: Mapping[str, Any]) -> list[str]:
    """`<name>:<line>: <what is wrong>`, in the order of the lines."""
    if "fault" in read:
        found = [(read["place"], f"cannot be read: {read['fault']}")]
    else:
        code = without_comments(source, read["comments"])
        found = [(place, "a semicolon is missing") for place in read["semicolons"]]
        found += [*of_lines(source), *of_tree(source, read["tree"]), *of_names(read["tree"]), *of_words(name, code)]
    return [f"{name}:{source.count(chr(10), 0, place) + 1}: {what}" for place, what in sorted(found)]


def faults(sources: Mapping[str, str]) -> list[str]:
    """What is wrong in each of {name: source}. Offsets are counted as JavaScript counts them, in UTF-16."""
    node, _cli = compute_driver_executable()
    told = subprocess.run(
        [node, "--expose-internals", str(PARSER)], input=json.dumps(sources), capture_output=True, text=True, check=True
    )
    return [line for name, read in json.loads(told.stdout).items() for line in faults_of(name, sources[name], read)]


def exported_for_nobody(sources: Mapping[str, str]) -> list[str]:
    """What a script exports and no other one names."""
    return [
        f"{name}:{source.count(chr(10), 0, found.start()) + 1}: {found[1]} is exported, and nobody imports it"
        for name, source in sources.items()
        for found in re.finditer(r"^export (?:async )?(?:function|const|let|class) (\w+)", source, re.MULTILINE)
        if not any(re.search(rf"\b{found[1]}\b", other) for place, other in sources.items() if place != name)
    ]


def own_scripts() -> dict[str, str]:
    """{name: source} of every script that is ours; the parser's too."""
    files = [file for file in sorted(FACES.rglob("static/**/*.js")) if file.name not in NOT_OURS]
    return {file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8") for file in files}


def main() -> int:
    """0 when all is well, else 1 with a line for each fault."""
    told = faults(own_scripts()) + exported_for_nobody(own_scripts())
    print("\n".join(told))
    return int(bool(told))


if __name__ == "__main__":
    sys.exit(main())
